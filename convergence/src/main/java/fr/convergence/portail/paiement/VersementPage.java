package fr.convergence.portail.paiement;

import fr.convergence.portail.acte.CodeDeVersement;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.PageDeSaisie;

/**
 * Un versement à noter, ou à défaire.
 *
 * @param centimes son montant
 * @param saisi la date ou le motif, tels que tapés
 */
public record VersementPage(
        Concerne concerne,
        CodeDeVersement versement,
        long centimes,
        boolean annulation,
        String saisi,
        Bornes bornes,
        Erreurs erreurs)
        implements PageDeSaisie {

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
