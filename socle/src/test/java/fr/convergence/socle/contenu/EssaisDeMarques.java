package fr.convergence.socle.contenu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.io.TempDir;

/** Des contenus admis, et les marques attendues de chacun. */
abstract class EssaisDeMarques {

    @TempDir
    Path dossier;

    record Cas(String phrase, Format format, byte[] octets, Set<ContenuActif> attendus) {}

    static Cas marque(String phrase, Format format, byte[] octets, ContenuActif... attendus) {
        return new Cas(phrase, format, octets, Set.of(attendus));
    }

    Stream<DynamicTest> essais(Cas... cas) {
        return Stream.of(cas)
                .map(un -> DynamicTest.dynamicTest(
                        un.phrase,
                        () -> assertThat(examiner(un.format, un.octets, new Regle(ArchiveChiffree.REFUSEE, Set.of())))
                                .isEqualTo(new Constat.Admis(un.attendus))));
    }

    Constat examiner(Format format, byte[] octets, Regle regle) throws IOException {
        var fichier = Files.write(dossier.resolve("essai"), octets);
        try (var canal = Files.newByteChannel(fichier)) {
            return Controles.examiner(canal, format, regle);
        }
    }
}
