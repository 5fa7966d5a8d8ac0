package fr.convergence.socle.contenu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import fr.convergence.socle.contenu.Echantillons.Entree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Des milliers de fichiers abîmés au hasard, toujours le même : un résultat, jamais une exception ni une attente. */
@Tag("PCE-2")
final class ControlesAlteresTest {

    private static final int PAR_FORMAT = 1500;

    @TempDir
    Path dossier;

    @Test
    void aucun_fichier_abime_ne_fait_echouer_les_controles() {
        var hasard = new Random(20261122);
        Map<Format, List<byte[]>> modeles = Map.of(
                Format.PDF, List.of(Echantillons.pdf("/Encrypt 5 0 R"), Echantillons.pdf()),
                Format.DOC, List.of(Echantillons.doc()),
                Format.XLS, List.of(Echantillons.xls()),
                Format.DOCX, List.of(Echantillons.docx(), Echantillons.docm()),
                Format.ZIP, List.of(Echantillons.zip(new Entree("a.zip", Echantillons.docx()), new Entree("b", "c"))),
                Format.JPG, List.of(Echantillons.jpeg(640, 480)),
                Format.PNG, List.of(Echantillons.png(640, 480)),
                Format.ZED, List.of(Echantillons.zed()));
        modeles.forEach((format, exemples) -> {
            var debut = System.nanoTime();
            for (var i = 0; i < PAR_FORMAT; i++) {
                var octets = abime(exemples.get(i % exemples.size()), hasard);
                assertThatCode(() -> examiner(format, octets)).doesNotThrowAnyException();
            }
            assertThat(Duration.ofNanos(System.nanoTime() - debut)).isLessThan(Duration.ofSeconds(30));
        });
    }

    private void examiner(Format format, byte[] octets) throws Exception {
        var fichier = Files.write(dossier.resolve("essai"), octets);
        try (var canal = Files.newByteChannel(fichier)) {
            Controles.examiner(canal, format, Regle.sansMention());
        }
    }

    private static byte[] abime(byte[] modele, Random hasard) {
        var octets = modele.clone();
        for (var fois = 1 + hasard.nextInt(8); fois > 0; fois--) {
            var place = hasard.nextInt(octets.length);
            switch (hasard.nextInt(3)) {
                case 0 -> octets[place] = (byte) hasard.nextInt(256);
                case 1 -> octets[place] = (byte) (hasard.nextBoolean() ? 0xFF : 0);
                default -> octets[place] ^= (byte) (1 << hasard.nextInt(8));
            }
        }
        return hasard.nextInt(4) == 0 ? Arrays.copyOf(octets, hasard.nextInt(octets.length)) : octets;
    }
}
