package fr.convergence.portail.instruction;

import fr.convergence.portail.dossier.EtatEtape.Correction;
import fr.convergence.portail.guichet.Moment;
import fr.convergence.portail.instruction.Decision.Modification;
import fr.convergence.portail.instruction.Decision.Refus;
import fr.convergence.portail.instruction.Decision.Reprise;
import fr.convergence.portail.instruction.Decision.Validation;
import fr.convergence.portail.instruction.QuestionsAuChoix.SectionAuChoix;
import fr.convergence.portail.paiement.MontantEnJeu;
import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.page.ChampSaisi;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Formats;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lit ce qu'un vérificateur a tapé ; rien de ce qu'il a tapé ne se perd, erreur ou non. */
final class SaisieDeDecision {

    static final int MOTIF_MAX = 4000;
    static final int CORRECTION_MAX = 500;
    static final int DELAI_ORDINAIRE = 15;

    /** Au-delà, c'est une faute de frappe dans l'année. */
    private static final int DELAI_MAX = 366;

    /** Une échéance vaut jusqu'au bout de la journée qu'elle dit, à l'heure de Paris (DOS-7). */
    private static final LocalTime FIN_DE_JOURNEE = LocalTime.of(23, 59, 59);

    static final String CORRECTION = "correction.";

    private final Map<String, String> champs;
    private final Erreurs erreurs = Erreurs.aucune();

    SaisieDeDecision(Map<String, String> champs) {
        this.champs = champs;
    }

    Erreurs erreurs() {
        return erreurs;
    }

    /** Le premier instant où il est trop tard. */
    static Instant echeance(LocalDate jour) {
        return new Moment(jour.atTime(FIN_DE_JOURNEE)).echeance();
    }

    /** @param montant ce qu'il y a à retenir, s'il y en a */
    Optional<Decision> validation(Optional<MontantEnJeu> montant) {
        return montant.isEmpty()
                ? Optional.of(new Validation())
                : montant.get().lire(champs, erreurs).map(accord -> new Validation(Optional.of(accord)));
    }

    Optional<Decision> refus() {
        var motif = motif();
        return siJuste(new Refus(motif));
    }

    Optional<Decision> reprise() {
        var motif = motif();
        return siJuste(new Reprise(motif));
    }

    Optional<Decision> modification(List<SectionAuChoix> sections, Instant maintenant) {
        var message = motif();
        var retour = retour(maintenant);
        var corrections = corrections(sections);
        var limitee = texte("limitee").equals("oui");
        if (limitee && corrections.isEmpty()) {
            erreurs.ajouter("limitee", "instruction.erreur.limitee");
        }
        return retour.flatMap(echeance -> siJuste(new Modification(message, corrections, limitee, echeance)));
    }

    private String motif() {
        var motif = texte("motif");
        if (motif.isEmpty()) {
            erreurs.ajouter("motif", "instruction.erreur.motif");
        } else if (motif.length() > MOTIF_MAX) {
            erreurs.ajouter(
                    "motif", "instruction.erreur.long", Formats.entier(motif.length()), Formats.entier(MOTIF_MAX));
        }
        return motif;
    }

    private Optional<Instant> retour(Instant maintenant) {
        var aujourdhui = maintenant.atZone(Formats.PARIS).toLocalDate();
        var jour = ChampSaisi.jour(texte("retour"));
        if (jour.isEmpty()) {
            erreurs.ajouter("retour", "instruction.erreur.retour.forme");
        } else if (!echeance(jour.get()).isAfter(maintenant)) {
            erreurs.ajouter("retour", "instruction.erreur.retour.passe");
        } else if (jour.get().isAfter(aujourdhui.plusDays(DELAI_MAX))) {
            erreurs.ajouter("retour", "instruction.erreur.retour.loin");
        }
        return jour.map(SaisieDeDecision::echeance);
    }

    private List<Correction> corrections(List<SectionAuChoix> sections) {
        var corrections = new ArrayList<Correction>();
        Set<String> connues = new HashSet<>();
        for (var section : sections) {
            for (var question : section.toutes().toList()) {
                connues.add(question.id());
                var motif = texte(CORRECTION + question.id());
                if (motif.length() > CORRECTION_MAX) {
                    erreurs.ajouter(
                            CORRECTION + question.id(),
                            "instruction.erreur.long",
                            Formats.entier(motif.length()),
                            Formats.entier(CORRECTION_MAX));
                }
                if (!motif.isEmpty()) {
                    corrections.add(question.correction(motif));
                }
            }
        }
        var forgees = champs.keySet().stream()
                .filter(champ -> champ.startsWith(CORRECTION))
                .anyMatch(champ -> !connues.contains(champ.substring(CORRECTION.length())));
        if (forgees) {
            erreurs.ajouter("motif", "instruction.erreur.question");
        }
        return corrections;
    }

    /** Ce qui est écrit sous les questions, tel quel : de quoi montrer le courriel avant de l'envoyer. */
    static List<Correction> corrections(Map<String, String> champs) {
        return champs.entrySet().stream()
                .filter(champ -> champ.getKey().startsWith(CORRECTION) && !FormeNormale.vide(champ.getValue()))
                .map(champ -> new Correction(
                        champ.getKey().substring(CORRECTION.length()), FormeNormale.texte(champ.getValue())))
                .toList();
    }

    private Optional<Decision> siJuste(Decision decision) {
        return erreurs.vides() ? Optional.of(decision) : Optional.empty();
    }

    private String texte(String champ) {
        return FormeNormale.texte(champs.get(champ));
    }
}
