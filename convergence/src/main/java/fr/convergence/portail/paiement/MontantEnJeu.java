package fr.convergence.portail.paiement;

import fr.convergence.portail.question.Montant;
import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Formats;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Ce entre quoi un montant se retient, en centimes.
 *
 * @param demande ce que l'établissement a déclaré ; vide si son formulaire ne le demande pas
 * @param plafond vide tant que l'opérateur n'en a pas importé
 * @param ailleurs ce que d'autres étapes du dossier ont déjà retenu de ce plafond
 * @param compte faux quand aucun IBAN n'a été transmis
 */
public record MontantEnJeu(Optional<Long> demande, Optional<Long> plafond, long ailleurs, boolean compte) {

    /** Les champs de la décision. */
    public static final String RETENU = "retenu";

    public static final String AVANCE = "avance";
    public static final String MOTIF = "motif";

    private static final int MOTIF_MAX = 4000;
    private static final Montant MONTANT = new Montant(Optional.of(BigDecimal.ZERO), Optional.empty());

    /** Le plus que l'on puisse retenir ; vide quand rien ne le borne. */
    public Optional<Long> auPlus() {
        return Stream.of(demande, reste()).flatMap(Optional::stream).min(Long::compare);
    }

    private Optional<Long> reste() {
        return plafond.map(centimes -> Math.max(0, centimes - ailleurs));
    }

    /** Ce qu'un champ propose d'abord. */
    public String propose() {
        return auPlus().map(MontantEnJeu::tape).orElse("");
    }

    /** Ce qui serait retenu si l'on ne changeait rien. */
    public Optional<Accord> propre() {
        return auPlus().filter(centimes -> centimes > 0)
                .map(centimes -> new Accord(this, centimes, Optional.empty(), Optional.empty()));
    }

    /** @param erreurs où se disent celles de chaque champ */
    public Optional<Accord> lire(Map<String, String> champs, Erreurs erreurs) {
        var retenu = centimes(champs, RETENU, erreurs);
        if (retenu.isEmpty() && erreurs.de(RETENU) == null) {
            erreurs.ajouter(RETENU, "paiement.erreur.retenu");
        }
        var avance = centimes(champs, AVANCE, erreurs).filter(centimes -> centimes > 0);
        var motif = FormeNormale.texte(champs.get(MOTIF));
        retenu.ifPresent(centimes -> borner(centimes, avance, motif, erreurs));
        return erreurs.vides()
                ? retenu.map(centimes ->
                        new Accord(this, centimes, avance, Optional.of(motif).filter(texte -> !texte.isEmpty())))
                : Optional.empty();
    }

    private void borner(long retenu, Optional<Long> avance, String motif, Erreurs erreurs) {
        if (retenu <= 0) {
            erreurs.ajouter(RETENU, "paiement.erreur.nul");
        }
        reste().filter(au -> retenu > au)
                .ifPresent(au -> erreurs.ajouter(
                        RETENU,
                        ailleurs > 0 ? "paiement.erreur.plafond.reste" : "paiement.erreur.plafond",
                        Formats.montant(au)));
        demande.filter(au -> retenu > au)
                .ifPresent(au -> erreurs.ajouter(RETENU, "paiement.erreur.demande", Formats.montant(au)));
        avance.filter(centimes -> centimes >= retenu)
                .ifPresent(_ -> erreurs.ajouter(AVANCE, "paiement.erreur.avance", Formats.montant(retenu)));
        if (motif.isEmpty() && demande.filter(au -> retenu < au).isPresent()) {
            erreurs.ajouter(MOTIF, "paiement.erreur.motif");
        } else if (motif.length() > MOTIF_MAX) {
            erreurs.ajouter(MOTIF, "paiement.erreur.long", motif.length(), MOTIF_MAX);
        }
    }

    private static Optional<Long> centimes(Map<String, String> champs, String champ, Erreurs erreurs) {
        var valeur = MONTANT.lire(List.of(FormeNormale.texte(champs.get(champ))));
        if (valeur.estVide()) {
            return Optional.empty();
        }
        var refus = MONTANT.refus(valeur);
        refus.ifPresent(message -> erreurs.ajouter(champ, message));
        return refus.isPresent() ? Optional.empty() : Optional.of((Long) MONTANT.objet(valeur));
    }

    static String tape(long centimes) {
        return Formats.montant(centimes).replace("\u00a0€", "");
    }
}
