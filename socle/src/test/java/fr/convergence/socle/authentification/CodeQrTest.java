package fr.convergence.socle.authentification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CodeQrTest {

    private static final int AGRANDISSEMENT = 4;

    @Test
    void le_dessin_se_relit() throws Exception {
        var adresse = "otpauth://totp/Convergence:claire?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Convergence";
        var svg = CodeQr.svg(adresse, "Code QR");
        var lu = new QRCodeReader().decode(image(svg), Map.of(DecodeHintType.PURE_BARCODE, true));
        assertThat(lu.getText()).isEqualTo(adresse);
    }

    @Test
    void la_description_ne_peut_rien_ajouter_a_la_page() {
        assertThat(CodeQr.svg("x", "\"><script>alert(1)</script>"))
                .doesNotContain("<script")
                .doesNotContain("style")
                .contains("role=\"img\"", "aria-label=\"&quot;&gt;&lt;script");
    }

    @Test
    void un_texte_trop_long_est_refuse() {
        assertThatThrownBy(() -> CodeQr.svg("x".repeat(5000), "")).isInstanceOf(IllegalArgumentException.class);
    }

    /** Dessine les traits du SVG comme le ferait un navigateur. */
    private static BinaryBitmap image(String svg) {
        var cote = Integer.parseInt(Pattern.compile("viewBox=\"0 0 (\\d+)")
                .matcher(svg)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1));
        var largeur = cote * AGRANDISSEMENT;
        var points = new int[largeur * largeur];
        Arrays.fill(points, 0xFFFFFF);
        Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-").matcher(svg).results().forEach(trait -> {
            var x = Integer.parseInt(trait.group(1)) * AGRANDISSEMENT;
            var y = Integer.parseInt(trait.group(2)) * AGRANDISSEMENT;
            var longueur = Integer.parseInt(trait.group(3)) * AGRANDISSEMENT;
            for (int ligne = y; ligne < y + AGRANDISSEMENT; ligne++) {
                Arrays.fill(points, ligne * largeur + x, ligne * largeur + x + longueur, 0);
            }
        });
        return new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(largeur, largeur, points)));
    }
}
