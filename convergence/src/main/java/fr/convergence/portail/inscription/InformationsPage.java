package fr.convergence.portail.inscription;

import fr.convergence.socle.page.Choix;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.PageDeSaisie;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Étape 1. Les mots de passe et la réponse au contrôle ne reviennent jamais dans la page.
 *
 * @param controlePasse vrai quand le contrôle de sécurité n'est plus à faire
 * @param captcha le défi à montrer, {@code null} quand le contrôle est passé ou qu'un frein n'en donne plus
 * @param motDePasseGarde vrai quand un mot de passe est retenu et peut rester : ses deux champs se laissent vides
 */
public record InformationsPage(
        Champs champs,
        List<Choix> civilites,
        Erreurs erreurs,
        boolean controlePasse,
        @Nullable String captcha,
        boolean motDePasseGarde)
        implements PageDeSaisie {

    /** Ce qui a été tapé. */
    public record Champs(
            String nomUtilisateur, String civilite, String nom, String prenom, String courriel, String telephone) {}
}
