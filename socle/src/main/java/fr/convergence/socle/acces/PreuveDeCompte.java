package fr.convergence.socle.acces;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.convergence.socle.chiffrement.Sceau;
import fr.convergence.socle.origine.PageDOrigine;
import fr.convergence.socle.page.Cadre;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * De quel compte est un formulaire : chaque page d'une personne connectée y scelle le sien, sans le nommer. Il se reconnaît
 * encore quand la session de la page n'est plus.
 */
@Component
public final class PreuveDeCompte {

    /** Ce que le jeton d'une session n'a pas : les deux ne se confondent pas. */
    private static final String DEBUT = "de.";

    private static final Base64.Encoder ECRITURE = Base64.getUrlEncoder().withoutPadding();

    private final Sceau sceau;

    PreuveDeCompte(Sceau sceau) {
        this.sceau = sceau;
    }

    /** Ce que portent les formulaires des pages de cette personne. */
    public String de(PersonneConnectee qui) {
        return DEBUT + ECRITURE.encodeToString(sceau.hmac(dit(qui)));
    }

    /** Vrai d'un formulaire qui dit venir d'un autre compte que celui qui l'envoie ; un formulaire qui n'en dit rien, non. */
    boolean dAutrui(HttpServletRequest requete) {
        var preuve = requete.getParameter(Cadre.AUTEUR);
        return preuve != null
                && PersonneConnectee.presente().filter(qui -> !est(preuve, qui)).isPresent();
    }

    boolean est(String preuve, PersonneConnectee qui) {
        try {
            return preuve.startsWith(DEBUT)
                    && sceau.verifier(Base64.getUrlDecoder().decode(preuve.substring(DEBUT.length())), dit(qui));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /**
     * Vaut le jeton de la session, pour un formulaire rendu que son auteur, reconnecté, envoie de nouveau : il part d'une page
     * de ce site, ce qu'une page étrangère ne peut pas faire dire au navigateur, et de son compte.
     */
    boolean vautJeton(HttpServletRequest requete, String recu) {
        return PageDOrigine.duSite(requete)
                && PersonneConnectee.presente().filter(qui -> est(recu, qui)).isPresent();
    }

    private static byte[] dit(PersonneConnectee qui) {
        return ("formulaire/" + qui.compte()).getBytes(UTF_8);
    }
}
