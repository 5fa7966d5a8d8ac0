package fr.convergence.socle.connexion;

import fr.convergence.socle.authentification.VerdictDuFrein.Verrouille;
import fr.convergence.socle.envoi.EnvoisUniques;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import fr.convergence.socle.session.SessionDeLaRequete;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Le mot de passe est juste : demande le second facteur, une fois par formulaire. Un double clic ne fait partir qu'un code, et ses
 * deux demandes mènent à la même tentative.
 */
@Component
final class CommencerTentative {

    private static final String LIEU = "tentative/";

    private final EnvoisUniques envois;
    private final CodeParCourriel codes;

    CommencerTentative(EnvoisUniques envois, CodeParCourriel codes) {
        this.envois = envois;
        this.codes = codes;
    }

    /** @param neuve la tentative, si ce formulaire n'en a pas déjà commencé une */
    Vue executer(Tentative neuve, Origine origine, HttpServletRequest requete) throws Exception {
        var lieu = LIEU + SessionDeLaRequete.presentee(requete).orElse("");
        var fait = envois.deSession(requete, lieu, Tentative.class, () -> demander(neuve, origine));
        if (fait instanceof Tentative tentative) {
            tentative.garder(requete.getSession());
            return new Redirection(tentative.etape().chemin());
        }
        return Objects.requireNonNull((Vue) fait);
    }

    private Object demander(Tentative neuve, Origine origine) {
        return neuve.etape() == Tentative.Etape.COURRIEL
                        && codes.envoyer(neuve, origine) instanceof Verrouille(var jusqu)
                ? new VerrouPage(jusqu)
                : neuve;
    }
}
