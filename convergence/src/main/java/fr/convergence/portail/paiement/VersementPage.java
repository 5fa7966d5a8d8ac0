package fr.convergence.portail.paiement;

import fr.convergence.portail.acte.CodeDeVersement;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.PageDeSaisie;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Un versement à noter, ou à défaire.
 *
 * @param montre ce qu'elle en montre
 * @param saisi la date ou le motif, tels que tapés
 */
public record VersementPage(
        Concerne concerne,
        CodeDeVersement versement,
        Montre montre,
        boolean annulation,
        String saisi,
        Bornes bornes,
        Erreurs erreurs)
        implements PageDeSaisie {

    /**
     * Le versement, tel que cette page le montre.
     *
     * @param marque le paiement et sa version, à qui l'envoi se compare
     * @param jour celui qui est noté
     */
    public record Montre(String marque, long centimes, Optional<LocalDate> jour) {}

    /** De quel dossier, et de quelle étape. */
    public record Concerne(String reference, String candidat, String guichet, String etape) {

        public String dossier() {
            return dossier(reference, etape);
        }

        static String dossier(String reference, String etape) {
            return "/instruction/" + reference + "?etape=" + etape;
        }
    }

    /** Le premier et le dernier jour qu'un paiement peut dire, comme un champ de date les écrit. */
    public record Bornes(String premier, String dernier) {}

    public String adresse() {
        return "/instruction/" + concerne.reference() + "/" + concerne.etape() + "/versements/" + versement.code()
                + (annulation ? "/annulations" : "");
    }

    public Message nom() {
        return CartesDesPaiements.nom(versement);
    }

    /** « paiement.noter.avance », « paiement.annuler.solde ». */
    public String cle() {
        return "paiement." + (annulation ? "annuler." : "noter.") + versement.code();
    }
}
