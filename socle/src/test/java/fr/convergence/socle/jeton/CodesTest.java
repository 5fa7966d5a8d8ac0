package fr.convergence.socle.jeton;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.socle.base.BaseDeTest;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.chiffrement.ClesDeTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(BaseDeTest.class)
@Tag("CNX-2")
final class CodesTest {

    private static final String USAGE = "essai";

    private final HorlogeDeTest horloge = new HorlogeDeTest();
    private final UUID tentative = UUID.randomUUID();
    private final JdbcClient base;
    private final Codes codes;

    CodesTest(JdbcClient base) {
        this.base = base;
        codes = new Codes(base, horloge, ClesDeTest.empreintes("jeton"));
    }

    @Test
    void un_code_juste_ne_sert_qu_une_fois() {
        var code = codes.emettre(USAGE, tentative);
        assertThat(code).matches("\\d{6}");
        assertThat(codes.verifier(USAGE, tentative, code)).isEqualTo(VerdictDeCode.JUSTE);
        assertThat(codes.verifier(USAGE, tentative, code)).isEqualTo(VerdictDeCode.MORT);
    }

    @Test
    void les_espaces_d_une_recopie_ne_comptent_pas() {
        var code = codes.emettre(USAGE, tentative);
        var recopie = " " + code.substring(0, 3) + "\u00a0" + code.substring(3) + "\n";
        assertThat(codes.verifier(USAGE, tentative, recopie)).isEqualTo(VerdictDeCode.JUSTE);
    }

    @Test
    void un_code_meurt_au_cinquieme_essai_faux() {
        var code = codes.emettre(USAGE, tentative);
        for (var essai = 1; essai < Codes.ESSAIS; essai++) {
            assertThat(codes.verifier(USAGE, tentative, autre(code))).isEqualTo(VerdictDeCode.FAUX);
        }
        assertThat(codes.verifier(USAGE, tentative, autre(code))).isEqualTo(VerdictDeCode.MORT);
        assertThat(codes.verifier(USAGE, tentative, code)).isEqualTo(VerdictDeCode.MORT);
    }

    @Test
    void un_code_meurt_au_bout_de_dix_minutes() {
        var code = codes.emettre(USAGE, tentative);
        horloge.avancer(Duration.ofMinutes(10));
        assertThat(codes.verifier(USAGE, tentative, code)).isEqualTo(VerdictDeCode.MORT);
    }

    @Test
    void le_code_d_une_autre_tentative_ou_d_un_autre_usage_ne_vaut_rien() {
        var autreTentative = UUID.randomUUID();
        codes.emettre(USAGE, tentative);
        var code = codes.emettre(USAGE, autreTentative);
        codes.emettre("autre-usage", autreTentative);
        assertThat(codes.verifier(USAGE, tentative, code)).isEqualTo(VerdictDeCode.FAUX);
        assertThat(codes.verifier("autre-usage", autreTentative, code)).isEqualTo(VerdictDeCode.FAUX);
        assertThat(codes.verifier(USAGE, autreTentative, code)).isEqualTo(VerdictDeCode.JUSTE);
    }

    @Test
    void un_nouveau_code_annule_le_precedent() {
        var ancien = codes.emettre(USAGE, tentative);
        String nouveau;
        do {
            nouveau = codes.emettre(USAGE, tentative);
        } while (nouveau.equals(ancien));
        assertThat(codes.verifier(USAGE, tentative, ancien)).isEqualTo(VerdictDeCode.FAUX);
        assertThat(codes.verifier(USAGE, tentative, nouveau)).isEqualTo(VerdictDeCode.JUSTE);
    }

    @Test
    void ce_qui_n_est_pas_un_code_est_faux_sans_couter_d_essai() {
        var code = codes.emettre(USAGE, tentative);
        for (var saisie : new String[] {"", "12345", "1234567", "abcdef", "١٢٣٤٥٦", "12345\0", "' or 1=1"}) {
            assertThat(codes.verifier(USAGE, tentative, saisie)).isEqualTo(VerdictDeCode.FAUX);
        }
        assertThat(codes.verifier(USAGE, tentative, code)).isEqualTo(VerdictDeCode.JUSTE);
    }

    @Test
    void cinquante_essais_simultanes_ont_un_seul_gagnant() throws Exception {
        var code = codes.emettre(USAGE, tentative);
        assertThat(ensemble(50, () -> codes.verifier(USAGE, tentative, code)))
                .filteredOn(VerdictDeCode.JUSTE::equals)
                .hasSize(1);
    }

    @Test
    void cinquante_essais_simultanes_ne_comptent_pas_pour_moins() throws Exception {
        var code = codes.emettre(USAGE, tentative);
        ensemble(50, () -> codes.verifier(USAGE, tentative, autre(code)));
        assertThat(codes.verifier(USAGE, tentative, code)).isEqualTo(VerdictDeCode.MORT);
    }

    @Test
    void la_base_ne_garde_pas_le_code() {
        var code = codes.emettre(USAGE, tentative);
        assertThat(base.sql("select row_to_json(jeton_code)::text from jeton_code where tentative = ?")
                        .param(tentative)
                        .query(String.class)
                        .single())
                .doesNotContain("\"" + code + "\"");
    }

    @Test
    void la_purge_efface_les_codes_perimes_seulement() {
        codes.emettre(USAGE, tentative);
        horloge.avancer(Duration.ofMinutes(30));
        var vivant = UUID.randomUUID();
        var code = codes.emettre(USAGE, vivant);
        new PurgeDesJetons(base, horloge).purger();
        assertThat(base.sql("select count(*) from jeton_code where tentative = ?")
                        .param(tentative)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(codes.verifier(USAGE, vivant, code)).isEqualTo(VerdictDeCode.JUSTE);
    }

    private static String autre(String code) {
        return "%06d".formatted((Integer.parseInt(code) + 1) % 1_000_000);
    }

    private static <T> List<T> ensemble(int fois, Callable<T> essai) throws Exception {
        try (var fils = Executors.newFixedThreadPool(fois)) {
            return fils.invokeAll(Stream.generate(() -> essai).limit(fois).toList()).stream()
                    .map(futur -> {
                        try {
                            return futur.get();
                        } catch (InterruptedException | ExecutionException e) {
                            throw new AssertionError(e);
                        }
                    })
                    .toList();
        }
    }
}
