package fr.convergence.isc.examen;

import fr.convergence.isc.inscription.DocumentDEntreprise;
import fr.convergence.isc.inscription.ExaminerInscription.EntrepriseRelue;
import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.identifiant.IdentifiantNational;
import fr.convergence.socle.identifiant.TypeIdentifiant;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Message;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Ce qu'un opérateur écrit en examinant : l'entreprise relue sur le document, les trois contrôles, ou pourquoi non.
 *
 * @param authenticite « oui » quand la pièce d'identité est authentique
 * @param visage quand le visage filmé est celui de la pièce
 * @param coherence quand la pièce, le formulaire et le document disent la même chose
 */
public record SaisieDExamen(
        String type,
        String identifiant,
        String raisonSociale,
        String adresse,
        String pays,
        String authenticite,
        String visage,
        String coherence,
        String motif,
        String autreDocument,
        String autreVerification) {

    private static final int MAX = 300;
    private static final int MOTIF_MAX = 1_000;
    private static final String OUI = "oui";
    private static final Set<String> PAYS = Set.of(Locale.getISOCountries());

    /** Un champ absent de l'envoi est un champ vide. */
    public SaisieDExamen {
        type = FormeNormale.ligne(type);
        identifiant = FormeNormale.ligne(identifiant);
        raisonSociale = FormeNormale.ligne(raisonSociale);
        adresse = FormeNormale.ligne(adresse);
        pays = FormeNormale.ligne(pays).toUpperCase(Locale.ROOT);
        authenticite = FormeNormale.ligne(authenticite);
        visage = FormeNormale.ligne(visage);
        coherence = FormeNormale.ligne(coherence);
        motif = FormeNormale.texte(motif);
        autreDocument = FormeNormale.ligne(autreDocument);
        autreVerification = FormeNormale.ligne(autreVerification);
    }

    static SaisieDExamen de(DocumentDEntreprise document) {
        var lu = document.identifiant();
        return new SaisieDExamen(
                lu == null ? TypeIdentifiant.SIREN.name() : lu.type().name(),
                lu == null ? "" : lu.affichage(),
                document.raisonSociale(),
                document.adresse(),
                document.pays(),
                "",
                "",
                "",
                "",
                "",
                "");
    }

    public boolean coche(String valeur) {
        return OUI.equals(valeur);
    }

    boolean redemandeDocument() {
        return coche(autreDocument);
    }

    boolean redemandeVerification() {
        return coche(autreVerification);
    }

    /** L'entreprise, si tout y est et que les trois contrôles sont faits. */
    Optional<EntrepriseRelue> acceptee(Erreurs erreurs) {
        exiger("authenticite", authenticite, erreurs);
        exiger("visage", visage, erreurs);
        exiger("coherence", coherence, erreurs);
        var lu = identifiant(erreurs);
        remplir("raisonSociale", raisonSociale, erreurs);
        remplir("adresse", adresse, erreurs);
        if (!PAYS.contains(pays)) {
            erreurs.ajouter("pays", "examen.pays.inconnu");
        }
        return erreurs.vides()
                ? lu.map(identifie -> new EntrepriseRelue(identifie, raisonSociale, adresse, pays))
                : Optional.empty();
    }

    /** Le motif, s'il est écrit. */
    Optional<String> motif(Erreurs erreurs) {
        if (motif.isEmpty()) {
            erreurs.ajouter("motif", "examen.motif.manque");
        } else if (motif.length() > MOTIF_MAX) {
            erreurs.ajouter("motif", "examen.motif.long", MOTIF_MAX);
        }
        return erreurs.vides() ? Optional.of(motif) : Optional.empty();
    }

    private Optional<IdentifiantNational> identifiant(Erreurs erreurs) {
        var leType = Arrays.stream(TypeIdentifiant.values())
                .filter(possible -> possible.name().equals(type))
                .findFirst();
        if (leType.isEmpty()) {
            erreurs.ajouter("type", "examen.type.manque");
            return Optional.empty();
        }
        var lecture = IdentifiantNational.lire(leType.get(), identifiant);
        lecture.siRefusee()
                .ifPresent(refus -> erreurs.ajouter("identifiant", new Message(refus.cle(), refus.arguments())));
        return lecture.siLue();
    }

    private void exiger(String champ, String valeur, Erreurs erreurs) {
        if (!coche(valeur)) {
            erreurs.ajouter(champ, "examen.controle.manque");
        }
    }

    private static void remplir(String champ, String valeur, Erreurs erreurs) {
        if (valeur.isEmpty()) {
            erreurs.ajouter(champ, "identifiant.vide");
        } else if (valeur.length() > MAX) {
            erreurs.ajouter(champ, "identifiant.nom.longueur", MAX);
        }
    }
}
