package fr.convergence.portail.administration;

import fr.convergence.portail.accueil.Public;
import fr.convergence.portail.accueil.TextesDAccueil;
import fr.convergence.socle.page.Page;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Les textes de l'accueil, tels que chaque public les lit. */
public record TextesPage(List<Ligne> lignes) implements Page {

    /** @param html sûr : le HTML écrit dans le texte y est échappé */
    public record Ligne(String cle, String html, String vers) {}

    static TextesPage de(Map<Public, String> textes) {
        return new TextesPage(Arrays.stream(Public.values())
                .map(lecteur -> new Ligne(
                        lecteur.cle(), TextesDAccueil.html(textes.getOrDefault(lecteur, "")), adresse(lecteur)))
                .toList());
    }

    static String adresse(Public lecteur) {
        return TextesController.CHEMIN + "/" + lecteur.name().toLowerCase();
    }
}
