package fr.convergence.socle.depot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ce qu'un nœud mort en plein envoi a laissé dans le dossier d'attente : il ne se fermera plus. */
final class AttentesPerimees {

    private static final Logger JOURNAL = LoggerFactory.getLogger(AttentesPerimees.class);

    /** Aucun envoi ne dure autant : un autre nœud peut partager ce dossier. */
    private static final Duration AGE = Duration.ofDays(1);

    private AttentesPerimees() {}

    /** Un reste qui ne s'ôte pas n'empêche pas de démarrer. */
    static void oter(Path attente) {
        if (!Files.isDirectory(attente)) {
            return;
        }
        var limite = FileTime.from(Instant.now().minus(AGE));
        try (var restes = Files.newDirectoryStream(attente, EcritureVersS3.PREFIXE + "*" + EcritureVersS3.SUFFIXE)) {
            for (var reste : restes) {
                if (Files.getLastModifiedTime(reste).compareTo(limite) < 0) {
                    Files.deleteIfExists(reste);
                }
            }
        } catch (IOException refus) {
            JOURNAL.warn("Restes d’envois non ôtés de {}", attente, refus);
        }
    }
}
