package fr.convergence.socle.captcha;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.socle.base.BaseDeTest;
import fr.convergence.socle.captcha.Tirage.Freine;
import fr.convergence.socle.captcha.Tirage.Tire;
import fr.convergence.socle.chiffrement.ClesDeTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(BaseDeTest.class)
@Tag("INS-1")
final class CaptchasTest {

    private static final Instant MIDI = Instant.parse("2026-11-22T12:00:00Z");

    private final JdbcClient base;
    private Instant maintenant = MIDI;
    private final Captchas captchas;

    CaptchasTest(JdbcClient base) {
        this.base = base;
        captchas = new Captchas(base, ClesDeTest.coffre(), horloge(() -> maintenant));
    }

    @Test
    void la_bonne_reponse_est_admise() {
        var id = unDefi();

        assertThat(captchas.verifier(id, texte(id))).isTrue();
    }

    @Test
    void les_minuscules_et_les_espaces_sont_admis() {
        var id = unDefi();
        var texte = texte(id).toLowerCase();

        assertThat(captchas.verifier(id, " " + texte.substring(0, 2) + " " + texte.substring(2) + "\u00a0"))
                .isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "   ", "0000", "ACEFACEF", "<script>alert(1)</script>", "é"})
    void une_reponse_fausse_est_refusee(String reponse) {
        assertThat(captchas.verifier(unDefi(), reponse)).isFalse();
    }

    @Test
    void un_defi_ne_sert_qu_une_fois() {
        var id = unDefi();
        var texte = texte(id);
        captchas.verifier(id, texte);

        assertThat(captchas.verifier(id, texte)).isFalse();
        assertThat(captchas.image(id)).isEmpty();
        assertThat(captchas.son(id)).isEmpty();
    }

    @Test
    void une_reponse_fausse_consomme_le_defi() {
        var id = unDefi();
        var texte = texte(id);
        captchas.verifier(id, "0000");

        assertThat(captchas.verifier(id, texte)).isFalse();
        assertThat(captchas.renouveler(id, "192.0.2.7")).isEqualTo(new Renouvellement.Perime());
    }

    @Test
    void vingt_reponses_justes_a_la_fois_n_en_font_admettre_qu_une() throws Exception {
        var id = unDefi();
        var texte = texte(id);
        Callable<Boolean> essai = () -> captchas.verifier(id, texte);
        try (var fils = Executors.newFixedThreadPool(8)) {
            var verdicts = fils.invokeAll(Stream.generate(() -> essai).limit(20).toList());

            assertThat(verdicts).extracting(verdict -> verdict.get()).containsOnlyOnce(true);
        }
    }

    @Test
    void un_defi_expire_apres_dix_minutes() {
        var aTemps = unDefi();
        var tropTard = unDefi();

        maintenant = MIDI.plus(Duration.ofMinutes(10)).minusMillis(1);
        assertThat(captchas.verifier(aTemps, texte(aTemps))).isTrue();
        maintenant = MIDI.plus(Duration.ofMinutes(10));
        assertThat(captchas.image(tropTard)).isEmpty();
        assertThat(captchas.verifier(tropTard, texte(tropTard))).isFalse();
    }

    @Test
    void un_defi_expire_se_renouvelle() {
        var id = unDefi();
        var ancien = texte(id);
        maintenant = MIDI.plus(Duration.ofMinutes(11));

        assertThat(captchas.renouveler(id, "192.0.2.7")).isEqualTo(new Renouvellement.Fait());
        assertThat(texte(id)).isNotEqualTo(ancien);
        assertThat(captchas.verifier(id, texte(id))).isTrue();
    }

    @Test
    void un_defi_inconnu_n_a_ni_image_ni_reponse() {
        var inconnu = UUID.randomUUID();

        assertThat(captchas.image(inconnu)).isEmpty();
        assertThat(captchas.renouveler(inconnu, "192.0.2.7")).isEqualTo(new Renouvellement.Perime());
        assertThat(captchas.verifier(inconnu, "ACEF")).isFalse();
        assertThat(captchas.verifier(null, "ACEF")).isFalse();
    }

    @Test
    void une_adresse_qui_en_demande_trop_attend() {
        for (var i = 0; i < Captchas.TIRAGES_PAR_ORIGINE; i++) {
            assertThat(captchas.tirer("198.51.100.9")).isInstanceOf(Tire.class);
        }

        maintenant = MIDI.plusSeconds(1);
        var leve = MIDI.plus(Captchas.FENETRE);
        assertThat(captchas.tirer("198.51.100.9")).isEqualTo(new Freine(leve));
        assertThat(captchas.tirer("198.51.100.10")).isInstanceOf(Tire.class);
        maintenant = leve;
        assertThat(captchas.tirer("198.51.100.9")).isInstanceOf(Tire.class);
    }

    @Test
    void les_renouvellements_comptent_aussi() {
        var id = tirer("198.51.100.20");
        for (var i = 1; i < Captchas.TIRAGES_PAR_ORIGINE; i++) {
            assertThat(captchas.renouveler(id, "198.51.100.20")).isEqualTo(new Renouvellement.Fait());
        }

        assertThat(captchas.renouveler(id, "198.51.100.20"))
                .isEqualTo(new Renouvellement.Freine(MIDI.plus(Captchas.FENETRE)));
    }

    @Test
    void un_reseau_ipv6_compte_pour_une_adresse() {
        for (var i = 0; i < Captchas.TIRAGES_PAR_ORIGINE; i++) {
            tirer("2001:db8:0:1:aaaa:bbbb:cccc:" + Integer.toHexString(i + 1));
        }

        // La même, abrégée.
        assertThat(captchas.tirer("2001:db8:0:1::7")).isInstanceOf(Tirage.Freine.class);
        assertThat(captchas.tirer("2001:db8:0:2::7")).isInstanceOf(Tirage.Tire.class);
    }

    @Test
    void le_texte_n_est_pas_en_clair_dans_la_base() {
        var id = unDefi();
        var scelle = base.sql("select texte_scelle from captcha where id = ?")
                .param(id)
                .query(byte[].class)
                .single();

        assertThat(new String(scelle, UTF_8)).doesNotContain(texte(id));
    }

    @Test
    void rien_n_est_garde_plus_d_une_heure() {
        var id = unDefi();
        maintenant = MIDI.plus(Duration.ofMinutes(61));
        captchas.purger();

        assertThat(base.sql("select count(*) from captcha where id = ?")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private UUID unDefi() {
        return tirer("192.0.2.7");
    }

    private UUID tirer(String adresse) {
        return ((Tire) captchas.tirer(adresse)).defi();
    }

    private String texte(UUID id) {
        var scelle = base.sql("select texte_scelle from captcha where id = ?")
                .param(id)
                .query(byte[].class)
                .single();
        return new String(ClesDeTest.coffre().ouvrir(scelle, "captcha/" + id), UTF_8);
    }

    private static Clock horloge(InstantSource source) {
        return source.withZone(ZoneOffset.UTC);
    }
}
