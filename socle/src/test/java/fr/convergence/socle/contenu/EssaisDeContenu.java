package fr.convergence.socle.contenu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.io.TempDir;

/** Des contenus jugés l'un après l'autre, et ce qu'on attend de chacun. */
abstract class EssaisDeContenu {

    @TempDir
    Path dossier;

    record Cas(String phrase, Format format, byte[] octets, Optional<Raison> attendu) {}

    static Cas admis(String phrase, Format format, byte[] octets) {
        return new Cas(phrase, format, octets, Optional.empty());
    }

    static Cas refuse(String phrase, Format format, byte[] octets, Raison raison) {
        return new Cas(phrase, format, octets, Optional.of(raison));
    }

    Stream<DynamicTest> essais(Cas... cas) {
        return Stream.of(cas)
                .map(un -> DynamicTest.dynamicTest(
                        un.phrase,
                        () -> assertThat(raison(un.format, un.octets)).isEqualTo(un.attendu)));
    }

    Optional<Raison> raison(Format format, byte[] octets) throws IOException {
        return refus(format, octets).map(Refus::raison);
    }

    Optional<Refus> refus(Format format, byte[] octets) throws IOException {
        var fichier = Files.write(dossier.resolve("essai"), octets);
        try (var canal = Files.newByteChannel(fichier)) {
            return Controles.examiner(canal, format, Regle.sansMention()).siRefuse();
        }
    }
}
