package fr.convergence.socle.envoi;

import fr.convergence.socle.page.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * « Rien n'a été envoyé » : pourquoi, et d'où recommencer.
 *
 * @param cle ce qui s'est passé
 * @param retour la page du formulaire, à rouvrir ; l'accueil si le navigateur ne la dit pas
 */
public record EnvoiRefusePage(String cle, String retour) implements Page {

    public static EnvoiRefusePage de(EnvoiRefuse refus, HttpServletRequest requete) {
        return new EnvoiRefusePage(refus.raison().cle(), retour(requete));
    }

    @Override
    public HttpStatus statut() {
        return HttpStatus.CONFLICT;
    }

    /** Le chemin seul : une adresse venue d'un en-tête ne mène pas hors du site. */
    private static String retour(HttpServletRequest requete) {
        try {
            return Optional.ofNullable(requete.getHeader(HttpHeaders.REFERER))
                    .map(URI::create)
                    .map(URI::getRawPath)
                    .filter(chemin -> chemin.startsWith("/") && !chemin.startsWith("//"))
                    .orElse("/");
        } catch (IllegalArgumentException illisible) {
            return "/";
        }
    }
}
