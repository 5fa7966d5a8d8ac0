package fr.convergence.socle.lecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import fr.convergence.socle.lecture.TexteDePdf.Resultat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Un PDF de peu d'octets n'en prend pas beaucoup à qui le lit (NEW-5). */
@Tag("NEW-5")
final class TexteDePdfTest {

    private static final String MOT = "Titulaire";
    private static final byte[] TEXTE =
            ("BT /F1 12 Tf 60 700 Td (" + MOT + ") Tj ET\n").getBytes(StandardCharsets.ISO_8859_1);
    private static final int BOMBE = 300_000_000;

    /** De quoi tenir 16 Mo décompressés, jamais 300. */
    private static final long MEMOIRE = 40_000_000;

    @Test
    void un_texte_comprime_une_fois_se_lit_a_cote_d_une_image_comprimee_autrement() throws IOException {
        var pdf = new Pdf()
                .flux("/Filter /FlateDecode", flate(TEXTE))
                .flux("/Subtype /Image /Width 8 /Height 8 /Filter [ /FlateDecode /DCTDecode ]", flate(TEXTE))
                .flux("/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 2480/Colors 3>>", flate(TEXTE));

        assertThat(TexteDePdf.desPremieresPages(pdf.octets("4 0 R"), 5))
                .hasValueSatisfying(lu -> assertThat(lu).contains(MOT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Filter /FlateDecode",
                "/Fil#74er /Fl",
                "/Filter [/FlateDecode]",
                "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode"
            })
    void une_bombe_ne_se_lit_pas(String dictionnaire) throws IOException {
        var bombe = flate(bombe());
        assertThat(bombe.length).isLessThan(400_000);

        refuse(new Pdf().flux(dictionnaire, bombe).octets("4 0 R"));
    }

    @Test
    void une_bombe_dont_l_entete_est_faux_ne_se_lit_pas_davantage() throws IOException {
        var bombe = flate(bombe());
        bombe[0] = 0;
        bombe[1] = 0;

        refuse(new Pdf().flux("/Filter /FlateDecode", bombe).octets("4 0 R"));
    }

    @Test
    void plusieurs_flux_qui_font_trop_ensemble_ne_se_lisent_pas() throws IOException {
        var pdf = new Pdf().flux("/Filter /FlateDecode", flate(TEXTE));
        for (var i = 0; i < 3; i++) {
            pdf.flux("/Filter /FlateDecode", flate(Arrays.copyOf(TEXTE, PdfModeste.EN_TOUT / 3 + 100)));
        }
        refuse(pdf.octets("4 0 R"));
    }

    @Test
    void un_flux_cite_cent_fois_ne_se_lit_pas() throws IOException {
        var gros = Arrays.copyOf(TEXTE, PdfModeste.PAR_FLUX - 1000);

        refuse(new Pdf().flux("/Filter /FlateDecode", flate(gros)).octets("[ " + "4 0 R ".repeat(100) + "]"));
    }

    @Test
    void des_millions_de_nombres_ne_se_lisent_pas() throws IOException {
        var nombres = (new String(TEXTE, StandardCharsets.ISO_8859_1) + "[" + ".1 ".repeat(PdfModeste.MOTS + 1)
                        + "] 0 d")
                .getBytes(StandardCharsets.ISO_8859_1);

        refuse(new Pdf().flux("/Filter /FlateDecode", flate(nombres)).octets("4 0 R"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Filter [/FlateDecode /FlateDecode]",
                "/Filter [/FlateDecode /#46l]",
                "/Filter 5 0 R",
                "/Filter [5 0 R]",
                "/Filter %\n/FlateDecode",
                "/Filter /LZWDecode",
                "/Filter /RunLengthDecode",
                "/Filter /#4cZWDecode",
                "/Filter [/ASCIIHexDecode /FlateDecode]",
                "/Filter /DCTDecode",
                "/Filter /CCITTFaxDecode",
                "/Filter /FlateDecode /DecodeParms 5 0 R",
                "/Filter /FlateDecode /DecodeParms <</Predictor 12 /Columns 2000000000>>",
                "/Filter /FlateDecode /DecodeParms <</Predictor 12 /Columns 5 0 R>>",
                "/Filter /FlateDecode /Encrypt 9 0 R"
            })
    void ce_qui_est_code_autrement_ou_dit_ailleurs_ne_se_lit_pas(String dictionnaire) throws IOException {
        refuse(new Pdf().flux(dictionnaire, flate(TEXTE)).objet("/FlateDecode").octets("4 0 R"));
    }

    @Test
    void un_pdf_chiffre_trop_long_ou_sans_texte_dit_pourquoi_il_ne_se_lit_pas() throws IOException {
        var chiffre = new Pdf().flux("/Filter /FlateDecode", flate(TEXTE)).objet("<< /Encrypt 9 0 R >>");
        var lu = new Pdf().flux("/Filter /FlateDecode", flate(TEXTE));
        var muet = new Pdf().flux("/Filter /FlateDecode", flate("0 0 m".getBytes(StandardCharsets.US_ASCII)));

        assertThat(TexteDePdf.entier(chiffre.octets("4 0 R"), 5)).isEqualTo(new Resultat.Chiffre());
        assertThat(TexteDePdf.entier(lu.octets("4 0 R"), 0)).isEqualTo(new Resultat.TropDePages());
        assertThat(TexteDePdf.entier(muet.octets("4 0 R"), 5)).isEqualTo(new Resultat.SansTexte());
        assertThat(TexteDePdf.entier("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), 5))
                .isEqualTo(new Resultat.Illisible());
    }

    private static void refuse(byte[] pdf) {
        var fil = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var avant = fil.getCurrentThreadAllocatedBytes();
        assertThat(TexteDePdf.desPremieresPages(pdf, 5)).isEmpty();
        assertThat(fil.getCurrentThreadAllocatedBytes() - avant).isLessThan(MEMOIRE);
    }

    private static byte[] bombe() {
        var clair = new byte[BOMBE];
        Arrays.fill(clair, (byte) ' ');
        System.arraycopy(TEXTE, 0, clair, 0, TEXTE.length);
        return clair;
    }

    private static byte[] flate(byte[] clair) throws IOException {
        var octets = new ByteArrayOutputStream();
        try (var deflate = new DeflaterOutputStream(octets, new Deflater(Deflater.BEST_COMPRESSION), 65_536)) {
            deflate.write(clair);
        }
        return octets.toByteArray();
    }

    /** Un PDF d'une page, sans table des positions : la bibliothèque la refait. Le premier objet ajouté est le 4. */
    private static final class Pdf {

        private final ByteArrayOutputStream suite = new ByteArrayOutputStream();
        private int numero = 4;

        Pdf flux(String dictionnaire, byte[] corps) {
            ecrire(numero++ + " 0 obj\n<< /Length " + corps.length + " " + dictionnaire + " >>\nstream\n");
            suite.writeBytes(corps);
            ecrire("\nendstream\nendobj\n");
            return this;
        }

        Pdf objet(String valeur) {
            ecrire(numero++ + " 0 obj\n" + valeur + "\nendobj\n");
            return this;
        }

        byte[] octets(String contenu) {
            var tete = """
                    %%PDF-1.7
                    1 0 obj
                    << /Type /Catalog /Pages 2 0 R >>
                    endobj
                    2 0 obj
                    << /Type /Pages /Kids [3 0 R] /Count 1 >>
                    endobj
                    3 0 obj
                    << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %s
                    /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>
                    endobj
                    """.formatted(contenu);
            ecrire("trailer\n<< /Root 1 0 R /Size " + numero + " >>\n%%EOF\n");
            var octets = new ByteArrayOutputStream();
            octets.writeBytes(tete.getBytes(StandardCharsets.ISO_8859_1));
            octets.writeBytes(suite.toByteArray());
            return octets.toByteArray();
        }

        private void ecrire(String texte) {
            suite.writeBytes(texte.getBytes(StandardCharsets.ISO_8859_1));
        }
    }
}
