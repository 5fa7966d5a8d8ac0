package fr.convergence.portail.registre;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Les données FINESS réelles, posées à côté du dépôt et jamais dedans. */
public final class DonneesFiness {

    private DonneesFiness() {}

    /** Passe le test, en le disant, quand elles ne sont pas là. */
    public static Path dossier() {
        var trouve = cherche();
        assumeThat(trouve)
                .as("données FINESS réelles absentes : aucun dossier shared/data/finess au-dessus de %s", ici())
                .isPresent();
        return trouve.orElseThrow();
    }

    private static Optional<Path> cherche() {
        return Stream.iterate(ici(), dossier -> dossier != null, Path::getParent)
                .map(dossier -> dossier.resolve("shared/data/finess"))
                .filter(Files::isDirectory)
                .findFirst();
    }

    private static Path ici() {
        return Path.of("").toAbsolutePath();
    }
}
