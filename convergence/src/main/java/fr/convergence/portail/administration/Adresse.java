package fr.convergence.portail.administration;

import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/** Les adresses des listes, et ce qu'on retient des critères qu'elles portent. */
final class Adresse {

    private Adresse() {}

    /** Un chemin et ses paramètres, sans ceux qui sont vides. */
    static String de(String chemin, Map<String, String> parametres) {
        var adresse = UriComponentsBuilder.fromPath(chemin);
        parametres.forEach((nom, valeur) -> {
            if (!valeur.isEmpty()) {
                adresse.queryParam(nom, "{" + nom + "}");
            }
        });
        return adresse.encode().buildAndExpand(parametres).toUriString();
    }

    /** PostgreSQL refuse le caractère nul. */
    static String net(String saisie) {
        return saisie.replace("\0", "").strip();
    }
}
