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
 * @param saisie ce qui a été saisi, et que la page rend, quel que soit le bouton
 * @param codeParti vrai quand un code vient de partir
 */
public record SignaturePage(
        String adresse,
        String reference,
        ContenuDeConvention contenu,
        String courriel,
        Instant expireLe,
        Saisie saisie,
        boolean codeParti,
        Erreurs erreurs)
        implements PageDeSaisie {

    /**
     * Ce que le signataire a saisi, pour signer et pour refuser : chaque bouton emporte les deux.
     *
     * @param code tant que personne ne l'a jugé
     */
    public record Saisie(boolean accord, String code, String motif, String codeRefus) {

        static final Saisie VIERGE = new Saisie(false, "", "", "");

        /** Un code jugé, ou remplacé par un autre, est à ressaisir. */
        Saisie sansCode() {
            return new Saisie(accord, "", motif, "");
        }

        private boolean refuse() {
            return !motif.isEmpty() || !codeRefus.isEmpty();
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
                false,
                erreurs);
    }

    SignaturePage dontLeCodeEstParti() {
        return new SignaturePage(adresse, reference, contenu, courriel, expireLe, saisie.sansCode(), true, erreurs);
    }

    /** Vrai quand le refus est commencé, ou à corriger. */
    public boolean refuse() {
        return saisie.refuse()
                || erreurs.liste().stream().anyMatch(erreur -> erreur.champ().endsWith("Refus"));
    }

    /** « d•••@hopital.example ». */
    private static String cachee(String courriel) {
        return courriel.replaceFirst("^(.)[^@]*", "$1•••");
    }
}
