package fr.convergence.socle.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.convergence.socle.base.DemarrageImpossible;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Un PDF scellé le montre à qui le relit avec une autre bibliothèque, et ne souffre aucun octet changé. */
@Tag("CONV-1")
final class CachetTest {

    private static final Instant LE = Instant.parse("2026-11-30T14:00:00Z");

    @TempDir
    Path dossier;

    @Test
    void un_pdf_scelle_se_verifie_et_un_octet_change_le_casse() throws Exception {
        var cle = CleDeSignature.chargerOuCreer(dossier.resolve("cachet.p12"), "secret", LE);
        var scelle = new Cachet(cle).sceller(unPdf(), "Signée par Madame Łucja", LE);

        assertThat(intact(scelle, cle)).isTrue();
        try (var relu = Loader.loadPDF(scelle)) {
            var signature = relu.getSignatureDictionaries().getFirst();
            assertThat(signature.getSubFilter()).isEqualTo("ETSI.CAdES.detached");
            assertThat(signature.getReason()).isEqualTo("Signée par Madame Łucja");
        }

        var altere = scelle.clone();
        altere[20] ^= 1;
        assertThat(intact(altere, cle)).isFalse();
    }

    @Test
    void le_certificat_cree_se_recharge_et_un_mauvais_mot_de_passe_se_dit() {
        var fichier = dossier.resolve("cachet.p12");
        var cree = CleDeSignature.chargerOuCreer(fichier, "", LE);

        assertThat(CleDeSignature.charger(fichier, "").certificat()).isEqualTo(cree.certificat());
        assertThatExceptionOfType(DemarrageImpossible.class)
                .isThrownBy(() -> CleDeSignature.charger(fichier, "autre"))
                .withMessageContaining("ne s’ouvre pas avec ce mot de passe");
    }

    @Test
    void sans_certificat_le_service_ne_demarre_pas_et_dit_quoi_faire() throws IOException {
        var absent = dossier.resolve("absent.p12");
        assertThatExceptionOfType(DemarrageImpossible.class)
                .isThrownBy(() -> CleDeSignature.charger(absent, ""))
                .withMessageContaining("convergence.signature.certificat")
                .withMessageContaining("PKCS#12");

        var texte = Files.writeString(dossier.resolve("texte.p12"), "ceci n'est pas un certificat");
        assertThatExceptionOfType(DemarrageImpossible.class).isThrownBy(() -> CleDeSignature.charger(texte, ""));
    }

    private static boolean intact(byte[] scelle, CleDeSignature cle) throws IOException, OperatorCreationException {
        try (var pdf = Loader.loadPDF(scelle)) {
            var signature = pdf.getSignatureDictionaries().getFirst();
            var cms = new CMSSignedData(
                    new CMSProcessableByteArray(signature.getSignedContent(scelle)), signature.getContents(scelle));
            return cms.getSignerInfos()
                    .getSigners()
                    .iterator()
                    .next()
                    .verify(new JcaSimpleSignerInfoVerifierBuilder().build(cle.certificat()));
        } catch (CMSException e) {
            return false;
        }
    }

    private static byte[] unPdf() throws IOException {
        var octets = new ByteArrayOutputStream();
        try (var pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            pdf.save(octets);
        }
        return octets.toByteArray();
    }
}
