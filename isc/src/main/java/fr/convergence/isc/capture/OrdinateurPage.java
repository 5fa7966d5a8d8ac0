package fr.convergence.isc.capture;

import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.PageDeSaisie;
import org.jspecify.annotations.Nullable;

/**
 * La page de l'ordinateur : de quoi ouvrir le téléphone, ou où il en est.
 *
 * @param ouvrir le code à scanner ; nul quand le téléphone est ouvert
 * @param motif pourquoi il faut recommencer, s'il le faut
 * @param avancement où en est le téléphone
 */
public record OrdinateurPage(
        @Nullable Ouvrir ouvrir, @Nullable String motif, Avancement avancement, Erreurs erreurs)
        implements PageDeSaisie {

    /**
     * @param code le code QR, une image en ligne
     * @param adresse celle qu'il porte, pour qui est déjà sur son téléphone
     * @param sms vrai si le site sait en envoyer
     * @param mobile le numéro proposé
     * @param telephoneOuvert vrai quand un téléphone l'a déjà, que le prochain remplacera
     */
    public record Ouvrir(String code, String adresse, boolean sms, String mobile, boolean telephoneOuvert) {}

    /**
     * Ce qui est lu en direct : l'état change, le nombre de vidéos reçues, ou le téléphone.
     *
     * @param depuis instant où un téléphone l'a ouverte, ou de l'état, en millisecondes
     */
    public record Avancement(String etat, int faites, int toutes, long depuis) {

        static final Avancement AUCUN = new Avancement("EXPIREE", 0, 0, 0);

        public String dit() {
            return etat + " " + faites + "/" + toutes + " " + depuis;
        }
    }
}
