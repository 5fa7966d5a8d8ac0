package fr.convergence.socle.jeton;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.socle.base.BaseDeTest;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.chiffrement.ClesDeTest;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(BaseDeTest.class)
@Tag("INS-8")
@Tag("CNX-4")
final class LiensTest {

    private static final Duration UN_JOUR = Duration.ofDays(1);

    private final HorlogeDeTest horloge = new HorlogeDeTest();
    private final JdbcClient base;
    private final Liens liens;

    LiensTest(JdbcClient base) {
        this.base = base;
        liens = new Liens(base, horloge, ClesDeTest.empreintes("jeton"));
    }

    @Test
    void le_regarder_ne_l_use_pas_l_employer_l_use() {
        var secret = liens.emettre("essai", "claire", UN_JOUR);
        assertThat(liens.lire("essai", secret)).isEqualTo(new EtatDuLien.Valide("claire"));
        assertThat(liens.lire("essai", secret)).isEqualTo(new EtatDuLien.Valide("claire"));
        assertThat(liens.employer("essai", secret)).isEqualTo(new EtatDuLien.Valide("claire"));
        assertThat(liens.employer("essai", secret)).isEqualTo(new EtatDuLien.DejaUtilise());
        assertThat(liens.lire("essai", secret)).isEqualTo(new EtatDuLien.DejaUtilise());
    }

    @Test
    void il_expire_a_la_seconde_dite() {
        var secret = liens.emettre("essai", "paul", UN_JOUR);
        horloge.avancer(UN_JOUR);
        assertThat(liens.lire("essai", secret)).isEqualTo(new EtatDuLien.Expire());
        assertThat(liens.employer("essai", secret)).isEqualTo(new EtatDuLien.Expire());
    }

    @Test
    void altere_tronque_ou_d_un_autre_usage_il_est_inconnu() {
        var secret = liens.emettre("essai", "anne", UN_JOUR);
        var altere = (secret.charAt(0) == 'A' ? 'B' : 'A') + secret.substring(1);
        for (var faux : new String[] {altere, secret.substring(1), secret + "A", "", "../" + secret, "é".repeat(43)}) {
            assertThat(liens.employer("essai", faux)).isEqualTo(new EtatDuLien.Inconnu());
        }
        assertThat(liens.employer("autre", secret)).isEqualTo(new EtatDuLien.Inconnu());
        assertThat(liens.employer("essai", secret)).isEqualTo(new EtatDuLien.Valide("anne"));
    }

    @Test
    void un_lien_plus_recent_laisse_l_ancien_jusqu_a_ce_que_l_un_serve() {
        var ancien = liens.emettre("essai", "jean", UN_JOUR);
        var autreUsage = liens.emettre("autre", "jean", UN_JOUR);
        var nouveau = liens.emettre("essai", "jean", UN_JOUR);
        assertThat(liens.lire("essai", nouveau)).isEqualTo(new EtatDuLien.Valide("jean"));
        assertThat(liens.employer("essai", ancien)).isEqualTo(new EtatDuLien.Valide("jean"));
        assertThat(liens.employer("essai", nouveau)).isEqualTo(new EtatDuLien.DejaUtilise());
        assertThat(liens.employer("autre", autreUsage)).isEqualTo(new EtatDuLien.Valide("jean"));
    }

    @Test
    void vingt_emplois_simultanes_ont_un_seul_gagnant() throws Exception {
        var secret = liens.emettre("essai", "luc", UN_JOUR);
        Callable<EtatDuLien> emploi = () -> liens.employer("essai", secret);
        try (var fils = Executors.newFixedThreadPool(20)) {
            assertThat(fils.invokeAll(Stream.generate(() -> emploi).limit(20).toList()))
                    .extracting(futur -> futur.get())
                    .filteredOn(new EtatDuLien.Valide("luc")::equals)
                    .hasSize(1);
        }
    }

    @Test
    void la_base_ne_garde_pas_le_secret() {
        var secret = liens.emettre("essai", "zoe", UN_JOUR);
        assertThat(base.sql("select row_to_json(jeton_lien)::text from jeton_lien where sujet = 'zoe'")
                        .query(String.class)
                        .single())
                .doesNotContain(secret);
    }
}
