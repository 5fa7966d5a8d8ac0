package fr.convergence.portail.convention;

import fr.convergence.portail.convention.EtatDeConvention.Envoyee;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.PageDeSaisie;
import java.time.Instant;

/**
 * La page du signataire : qui il est, ce qu'il signe, le code qu'il reçoit.
 *
 * @param adresse celle de la page, que son secret ouvre
 * @param courriel où part le code, à demi caché : le lien a pu être transmis
 * @param expireLe la dernière seconde pour signer
 * @param saisie ce qui a été saisi, et que la page rend
 */
public record SignaturePage(
        String adresse,
        String reference,
        ContenuDeConvention contenu,
        String courriel,
        Instant expireLe,
        Saisie saisie,
        Erreurs erreurs)
        implements PageDeSaisie {

    /**
     * Ce que le signataire a saisi, pour signer ou pour refuser.
     *
     * @param code tant que personne ne l'a jugé
     */
    public record Saisie(boolean accord, String code, String motif, String codeRefus) {

        static final Saisie VIERGE = new Saisie(false, "", "", "");

        static Saisie pourSigner(boolean accord, String code) {
            return new Saisie(accord, code, "", "");
        }

        static Saisie pourRefuser(String motif, String code) {
            return new Saisie(false, "", motif, code);
        }

        /** Un code jugé est à ressaisir : ce n'est pas le bon, ou il ne vaut plus rien. */
        Saisie sansCode() {
            return new Saisie(accord, "", motif, "");
        }
    }

    static SignaturePage de(String jeton, Convention convention, Saisie saisie, Erreurs erreurs) {
        var contenu = convention.contenu();
        return new SignaturePage(
                "/convention/" + jeton,
                convention.reference().valeur(),
                contenu,
                cachee(contenu.signataire().courriel()),
                ((Envoyee) convention.etat()).expireLe().minusSeconds(1),
                saisie,
                erreurs);
    }

    /** Vrai quand ce qui est à corriger est dans le refus. */
    public boolean refuse() {
        return erreurs.liste().stream().anyMatch(erreur -> erreur.champ().endsWith("Refus"));
    }

    /** « d•••@hopital.example ». */
    private static String cachee(String courriel) {
        return courriel.replaceFirst("^(.)[^@]*", "$1•••");
    }
}
