package fr.convergence.portail.concertation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * D'où l'on vient quand une page d'un dossier à instruire en ouvre une autre : « Dossier suivant » le sait encore au retour.
 *
 * @param etape celle que l'on lisait ; vide si l'on ne le sait pas
 * @param position où l'on en est de la liste d'où l'on vient, redit tel quel ; vide si l'on vient d'ailleurs
 */
public record RetourALaListe(String etape, String position) {

    public static RetourALaListe lire(Map<String, String> champs) {
        return new RetourALaListe(champs.getOrDefault("etape", ""), champs.getOrDefault("liste", ""));
    }

    /** La page du dossier, où l'on en était. */
    public String dossier(String reference) {
        return vers("/instruction/" + reference);
    }

    /** Cette page, qui saura où revenir. */
    public String vers(String chemin) {
        return avec(chemin, Map.of());
    }

    String avec(String chemin, Map<String, String> autres) {
        var parametres = new LinkedHashMap<String, String>();
        parametres.put("etape", etape);
        parametres.put("liste", position);
        parametres.putAll(autres);
        parametres.values().removeIf(String::isEmpty);
        var adresse = UriComponentsBuilder.fromPath(chemin);
        parametres.keySet().forEach(nom -> adresse.queryParam(nom, "{" + nom + "}"));
        return adresse.encode().buildAndExpand(parametres).toUriString();
    }
}
