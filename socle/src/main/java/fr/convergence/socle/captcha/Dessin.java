package fr.convergence.socle.captcha;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import javax.imageio.ImageIO;
import net.logicsquad.nanocaptcha.image.ImageCaptcha;
import net.logicsquad.nanocaptcha.image.backgrounds.GradiatedBackgroundProducer;
import net.logicsquad.nanocaptcha.image.filter.RippleImageFilter;
import net.logicsquad.nanocaptcha.image.noise.CurvedLineNoiseProducer;
import net.logicsquad.nanocaptcha.image.renderer.DefaultWordRenderer;

/** Dessine les caractères du contrôle. */
final class Dessin {

    private static final int LARGEUR = 200;
    private static final int HAUTEUR = 60;
    private static final float TAILLE = 35;

    /** Encres sombres sur fond clair : le contraste reste d'au moins 7 pour 1. */
    private static final List<Color> ENCRES = List.of(
            new Color(0x00, 0x00, 0x60),
            new Color(0x16, 0x16, 0x16),
            new Color(0x4a, 0x00, 0x36),
            new Color(0x00, 0x3a, 0x2c));

    private static final Color FOND_CLAIR = new Color(0xf6, 0xf6, 0xf6);
    private static final Color FOND_BLEU = new Color(0xdd, 0xe3, 0xf5);

    /** Une seule police, sans empattements : un trait qui croise un L à empattements en fait un E. */
    private static final Font POLICE = police();

    private Dessin() {}

    static byte[] png(String texte) {
        var hasard = ThreadLocalRandom.current();
        var image = new ImageCaptcha.Builder(LARGEUR, HAUTEUR)
                .addContent(
                        () -> texte,
                        new DefaultWordRenderer.Builder()
                                .randomColor(ENCRES)
                                .font(POLICE)
                                .xOffset(hasard.nextDouble(0.08, 0.4))
                                .yOffset(hasard.nextDouble(0.25, 0.45))
                                .build())
                .addBackground(new GradiatedBackgroundProducer(FOND_CLAIR, FOND_BLEU))
                .addFilter(new RippleImageFilter())
                .addNoise(new CurvedLineNoiseProducer(ENCRES.getFirst(), 2f))
                .addNoise(new CurvedLineNoiseProducer(ENCRES.getLast(), 1f))
                .build()
                .getImage();
        var octets = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", octets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }

    private static Font police() {
        try (var fichier = ImageCaptcha.class.getResourceAsStream("/fonts/PublicSans-Bold.ttf")) {
            return Font.createFont(Font.TRUETYPE_FONT, fichier).deriveFont(TAILLE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(e);
        }
    }
}
