package fr.convergence.socle.texte;

import java.util.List;

/** Un texte prêt à montrer. {@code html} est sûr : il vient de {@link Markdown}. */
public record Texte(String titre, String html, List<Intertitre> intertitres) {

    /** Une partie du texte et l'ancre qui y mène. */
    public record Intertitre(String ancre, String texte) {}
}
