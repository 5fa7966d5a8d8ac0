package fr.convergence.socle.connexion;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Le navigateur et le système, en deux mots que le titulaire reconnaît dans la liste de ses sessions. */
final class NomDuNavigateur {

    private record Indice(String motif, String nom) {}

    // L'ordre compte : Edge et Opera se disent aussi Chrome, et Chrome se dit aussi Safari.
    private static final List<Indice> NAVIGATEURS = List.of(
            new Indice("Edg", "Edge"),
            new Indice("OPR/", "Opera"),
            new Indice("Firefox/", "Firefox"),
            new Indice("Chrome/", "Chrome"),
            new Indice("Safari/", "Safari"));
    private static final List<Indice> SYSTEMES = List.of(
            new Indice("Windows", "Windows"),
            new Indice("Android", "Android"),
            new Indice("iPhone", "iPhone"),
            new Indice("iPad", "iPad"),
            new Indice("Mac OS X", "macOS"),
            new Indice("Linux", "Linux"));

    private NomDuNavigateur() {}

    static String decrire(@Nullable String agent) {
        var texte = agent == null ? "" : agent;
        return nom(NAVIGATEURS, texte, "Navigateur") + ", " + nom(SYSTEMES, texte, "système inconnu");
    }

    private static String nom(List<Indice> indices, String agent, String sinon) {
        return indices.stream()
                .filter(indice -> agent.contains(indice.motif()))
                .map(Indice::nom)
                .findFirst()
                .orElse(sinon);
    }
}
