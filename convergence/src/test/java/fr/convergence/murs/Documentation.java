package fr.convergence.murs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Écrit une page engendrée, et refuse qu'en intégration continue elle diffère de celle qui est versionnée. */
public final class Documentation {

    private static final Path DOSSIER = Path.of("../documentation/engendre");

    private Documentation() {}

    public static void ecrire(String nom, String page) throws IOException {
        var fichier = DOSSIER.resolve(nom);
        var ancienne = Files.exists(fichier) ? Files.readString(fichier) : "";
        if (System.getenv("CI") != null) {
            exiger(nom, ancienne, page);
        } else if (!ancienne.equals(page)) {
            Files.createDirectories(DOSSIER);
            Files.writeString(fichier, page);
        }
    }

    static void exiger(String nom, String versionnee, String page) {
        assertThat(versionnee)
                .as("%s n'est plus à jour : lancez ./verifier et versionnez-la", nom)
                .isEqualTo(page);
    }
}
