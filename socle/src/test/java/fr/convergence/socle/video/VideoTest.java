package fr.convergence.socle.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.convergence.socle.contenu.Constat;
import fr.convergence.socle.contenu.Controles;
import fr.convergence.socle.contenu.Format;
import fr.convergence.socle.contenu.Raison;
import fr.convergence.socle.contenu.Regle;
import fr.convergence.socle.lecture.Octets;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VideoTest {

    @TempDir
    Path dossier;

    @Test
    void la_duree_d_un_webm_en_direct_est_celle_de_ses_images() throws IOException {
        assertThat(duree(Videos.webm(2_400))).isEqualTo(Duration.ofMillis(2_400));
    }

    @Test
    void une_seule_image_ne_dure_rien() throws IOException {
        assertThat(duree(Videos.webm(0))).isZero();
    }

    @Test
    void la_duree_d_un_mp4_est_dite_ou_se_compte_dans_ses_fragments() throws IOException {
        assertThat(duree(Videos.mp4(3_200))).isEqualTo(Duration.ofMillis(3_200));
        assertThat(duree(Videos.mp4EnFragments(3_200))).isEqualTo(Duration.ofMillis(3_200));
    }

    @Test
    void une_piece_jointe_n_entre_pas_avec_la_video() {
        var jointe = Videos.element(0x1941A469, "<script>".getBytes(StandardCharsets.US_ASCII));
        assertThatThrownBy(() -> duree(Videos.joindre(Videos.webm(400), jointe)))
                .isInstanceOf(VideoIllisible.class)
                .hasMessageContaining("1941a469");
        assertThatThrownBy(() -> duree(Videos.joindre(Videos.mp4(400), Videos.boite("html", new byte[9]))))
                .isInstanceOf(VideoIllisible.class);
    }

    @Test
    void des_boites_sans_fond_s_arretent() {
        var boite = Videos.boite("moov");
        for (var rang = 0; rang < 3_000; rang++) {
            boite = Videos.boite("moov", boite);
        }
        var profonde = Videos.joindre(Videos.boite("ftyp", new byte[4]), boite);
        assertThatThrownBy(() -> duree(profonde)).isInstanceOf(VideoIllisible.class);
    }

    @Test
    void le_controle_admet_une_video_et_refuse_une_coupee_ou_un_autre_contenu() throws IOException {
        assertThat(examiner(Videos.webm(2_000), Format.WEBM)).isInstanceOf(Constat.Admis.class);
        assertThat(examiner(Videos.mp4(2_000), Format.MP4)).isInstanceOf(Constat.Admis.class);
        var coupee = Videos.webm(2_000);
        assertThat(raison(examiner(Arrays.copyOf(coupee, coupee.length - 7), Format.WEBM)))
                .isEqualTo(Raison.ILLISIBLE);
        assertThat(raison(examiner("<html><script>".getBytes(StandardCharsets.US_ASCII), Format.WEBM)))
                .isEqualTo(Raison.CONTENU_DIFFERENT);
        assertThat(raison(examiner(Videos.webm(2_000), Format.MP4))).isEqualTo(Raison.CONTENU_DIFFERENT);
    }

    /** Un octet changé, n'importe où : une durée ou un refus, jamais autre chose, et sans attendre. */
    @Property(tries = 3_000)
    void une_video_alteree_a_une_duree_ou_est_illisible(
            @ForAll @IntRange(max = 2) int sorte, @ForAll @IntRange(max = 4_000) int ou, @ForAll byte quoi) {
        var octets = switch (sorte) {
            case 0 -> Videos.webm(2_000);
            case 1 -> Videos.mp4(2_000);
            default -> Videos.mp4EnFragments(2_000);
        };
        octets[ou % octets.length] = quoi;
        try {
            assertThat(duree(octets)).isNotNull();
        } catch (IOException illisible) {
            assertThat(illisible).isNotNull();
        }
    }

    private static Duration duree(byte[] octets) throws IOException {
        return Video.duree(new Octets(octets));
    }

    private Constat examiner(byte[] octets, Format format) throws IOException {
        var fichier = Files.write(dossier.resolve("video"), octets);
        try (SeekableByteChannel canal = Files.newByteChannel(fichier)) {
            return Controles.examiner(canal, format, Regle.sansMention());
        }
    }

    private static Raison raison(Constat constat) {
        return ((Constat.Refuse) constat).refus().raison();
    }
}
