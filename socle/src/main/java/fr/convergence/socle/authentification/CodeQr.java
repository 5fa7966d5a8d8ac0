package fr.convergence.socle.authentification;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.springframework.web.util.HtmlUtils;

/** Un code QR : en SVG à poser dans une page, sans script, style en ligne ni image à charger ; en PNG à imprimer. */
public final class CodeQr {

    private static final int MARGE = 4; // modules, ISO/CEI 18004
    private static final int POINTS = 8; // d'une image, par module

    private CodeQr() {}

    /** @param description ce que lit un lecteur d'écran à la place du dessin */
    public static String svg(String texte, String description) {
        try {
            return svg(
                    Encoder.encode(texte, ErrorCorrectionLevel.M).getMatrix(),
                    HtmlUtils.htmlEscape(description, "UTF-8"));
        } catch (WriterException e) {
            throw new IllegalArgumentException("texte trop long pour un code QR", e);
        }
    }

    /** Une image noire et blanche, assez grande pour qu'une imprimante n'en brouille pas les bords. */
    public static byte[] png(String texte) {
        try {
            return png(Encoder.encode(texte, ErrorCorrectionLevel.M).getMatrix());
        } catch (WriterException e) {
            throw new IllegalArgumentException("texte trop long pour un code QR", e);
        }
    }

    private static byte[] png(ByteMatrix modules) {
        var cote = (modules.getWidth() + 2 * MARGE) * POINTS;
        var image = new BufferedImage(cote, cote, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < cote; y++) {
            for (int x = 0; x < cote; x++) {
                image.setRGB(x, y, noir(modules, x / POINTS - MARGE, y / POINTS - MARGE) ? 0 : 0xFFFFFF);
            }
        }
        var octets = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", octets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }

    private static boolean noir(ByteMatrix modules, int x, int y) {
        return x >= 0 && y >= 0 && x < modules.getWidth() && y < modules.getHeight() && modules.get(x, y) == 1;
    }

    private static String svg(ByteMatrix modules, String description) {
        var cote = modules.getWidth() + 2 * MARGE;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" role="img" aria-label="%2$s" \
                shape-rendering="crispEdges"><path fill="#fff" d="M0 0h%1$dv%1$dH0z"/><path fill="#000" d="%3$s"/></svg>\
                """.formatted(cote, description, trace(modules));
    }

    /** Les modules noirs d'une même ligne ne font qu'un trait. */
    private static String trace(ByteMatrix modules) {
        var trace = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                int debut = x;
                while (x < modules.getWidth() && modules.get(x, y) == 1) {
                    x++;
                }
                if (x > debut) {
                    trace.append("M%d %dh%dv1h-%dz".formatted(debut + MARGE, y + MARGE, x - debut, x - debut));
                }
            }
        }
        return trace.toString();
    }
}
