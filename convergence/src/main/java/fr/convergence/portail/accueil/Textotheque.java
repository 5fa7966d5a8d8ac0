package fr.convergence.portail.accueil;

import fr.convergence.socle.page.Marque;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Les textes écrits avec le code, dans {@code pages/*.md} : pages légales, guides, chemins d'accès. Rendus une fois. */
@Component
final class Textotheque {

    private static final String MOTIF = "classpath*:fr/convergence/portail/accueil/pages/*.md";

    private final Map<String, Texte> textes = new HashMap<>();

    Textotheque(Marque marque, Exploitant exploitant) {
        var variables = Map.of(
                "service", marque.service(),
                "support", marque.support(),
                "editeur", exploitant.editeur(),
                "directeur", exploitant.directeur(),
                "hebergeur", exploitant.hebergeur(),
                "delegue", exploitant.delegue());
        try {
            for (var fichier : new PathMatchingResourcePatternResolver().getResources(MOTIF)) {
                var nom = String.valueOf(fichier.getFilename()).replace(".md", "");
                textes.put(nom, Markdown.rendre(fichier.getContentAsString(StandardCharsets.UTF_8), variables));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Texte> chercher(String nom) {
        return Optional.ofNullable(textes.get(nom));
    }

    Texte de(String nom) {
        return chercher(nom).orElseThrow();
    }
}
