package fr.convergence.socle.captcha;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("INS-1")
final class RenduTest {

    @Test
    void l_image_est_un_png_de_la_taille_annoncee() throws Exception {
        var image = ImageIO.read(new ByteArrayInputStream(Dessin.png("AC7W")));

        assertThat(image.getWidth()).isEqualTo(200);
        assertThat(image.getHeight()).isEqualTo(60);
    }

    @Test
    void deux_images_du_meme_texte_different() {
        assertThat(Dessin.png("AC7W")).isNotEqualTo(Dessin.png("AC7W"));
    }

    @Test
    void le_son_dure_quelques_secondes_et_s_entend() throws Exception {
        var wav = Dictee.wav("AC7W", 7);
        try (var son = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wav))) {
            var secondes = son.getFrameLength() / son.getFormat().getFrameRate();

            assertThat(son.getFormat().matches(Voix.FORMAT)).isTrue();
            assertThat(secondes).isBetween(3f, 10f);
        }
        var fort = IntStream.range(22, wav.length / 2)
                .map(i -> Math.abs(wav[2 * i + 1]))
                .max();
        assertThat(fort.orElseThrow()).isGreaterThan(60);
    }

    @Test
    void deux_sons_du_meme_texte_different_d_un_defi_a_l_autre_et_pas_dans_le_meme() {
        assertThat(Dictee.wav("AC7W", 7)).isNotEqualTo(Dictee.wav("AC7W", 8)).isEqualTo(Dictee.wav("AC7W", 7));
    }

    @Test
    void chaque_caractere_est_dit_par_chaque_voix() {
        for (var caractere : Alphabet.CARACTERES.toCharArray()) {
            for (var voix = 1; voix <= Voix.NOMBRE; voix++) {
                assertThat(Voix.dire(caractere, voix)).hasSizeGreaterThan(2_000);
            }
        }
    }

    @RepeatedTest(20)
    void le_texte_tire_n_a_que_des_caracteres_sans_equivoque() {
        assertThat(Alphabet.tirer()).matches("[" + Alphabet.CARACTERES + "]{4}").doesNotContainPattern("[01OI]");
    }
}
