package fr.convergence.portail.inscription;

import fr.convergence.socle.session.FormeDesCookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Le témoin qui retrouve l'inscription en cours : tiré au hasard, hors de portée des scripts, une heure. */
@Component
final class Temoin {

    private static final String NOM = "inscription";
    private static final int LONGUEUR_MAX = 64;

    private final FormeDesCookies forme;

    Temoin(FormeDesCookies forme) {
        this.forme = forme;
    }

    Optional<String> lire(HttpServletRequest requete) {
        return forme.lire(NOM, requete).filter(valeur -> !valeur.isEmpty() && valeur.length() <= LONGUEUR_MAX);
    }

    void poser(String valeur, HttpServletRequest requete, HttpServletResponse reponse) {
        forme.poser(NOM, valeur, Brouillons.CONSERVATION, requete, reponse);
    }
}
