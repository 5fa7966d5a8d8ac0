package fr.convergence.socle.authentification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTotpTest {

    /** « 12345678901234567890 », RFC 6238, annexe B. */
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void les_codes_sont_ceux_de_la_rfc(long instant, String code) {
        assertThat(a(instant).verifier(SECRET, code, CodesTotp.AUCUN_PAS)).hasValue(instant / 30);
    }

    @Test
    void un_pas_d_ecart_est_admis_et_pas_deux() {
        var pas = 1111111111L / 30;
        assertThat(a((pas - 2) * 30 + 29).verifier(SECRET, "050471", CodesTotp.AUCUN_PAS))
                .isEmpty();
        assertThat(a((pas - 1) * 30).verifier(SECRET, "050471", CodesTotp.AUCUN_PAS))
                .hasValue(pas);
        assertThat(a((pas + 1) * 30 + 29).verifier(SECRET, "050 471", CodesTotp.AUCUN_PAS))
                .hasValue(pas);
        assertThat(a((pas + 2) * 30).verifier(SECRET, "050471", CodesTotp.AUCUN_PAS))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"０５０４７１", "050-471", " 050\u00a0471\u200b"})
    void un_code_se_lit_comme_on_le_tape_ou_le_colle(String code) {
        assertThat(a(1111111111).verifier(SECRET, code, CodesTotp.AUCUN_PAS)).isPresent();
    }

    @Test
    void un_code_deja_servi_est_refuse() {
        var codes = a(1111111111);
        var pas = codes.verifier(SECRET, "050471", CodesTotp.AUCUN_PAS).orElseThrow();
        assertThat(codes.verifier(SECRET, "050471", pas)).isEmpty();
        assertThat(codes.verifier(SECRET, "050471", pas - 1)).hasValue(pas);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "05047", "0504711", "abcdef", "٠٥٠٤٧١", "-50471", "<script>"})
    void ce_qui_n_est_pas_un_code_est_refuse(String code) {
        assertThat(a(1111111111).verifier(SECRET, code, CodesTotp.AUCUN_PAS)).isEqualTo(OptionalLong.empty());
    }

    @Test
    void un_secret_neuf_a_cent_soixante_bits_et_ne_se_repete_pas() {
        var secrets =
                IntStream.range(0, 200).mapToObj(_ -> a(0).nouveauSecret()).toList();
        assertThat(secrets).doesNotHaveDuplicates().allSatisfy(secret -> {
            assertThat(secret).matches("[A-Z2-7]{32}");
            assertThat(new Base32().decode(secret)).hasSize(20);
        });
    }

    @Test
    void l_adresse_est_celle_que_lisent_les_applications() {
        var adresse = URI.create(a(0).adresse(SECRET, "Convergence & Cie", "claire.martin@chu.fr"));
        assertThat(adresse.getScheme()).isEqualTo("otpauth");
        assertThat(adresse.getHost()).isEqualTo("totp");
        assertThat(adresse.getPath()).isEqualTo("/Convergence & Cie:claire.martin@chu.fr");
        assertThat(adresse.getRawQuery().split("&"))
                .contains(
                        "secret=" + SECRET,
                        "issuer=Convergence%20%26%20Cie",
                        "digits=6",
                        "period=30",
                        "algorithm=SHA1");
    }

    private static CodesTotp a(long instant) {
        return new CodesTotp(Clock.fixed(Instant.ofEpochSecond(instant), ZoneOffset.UTC));
    }
}
