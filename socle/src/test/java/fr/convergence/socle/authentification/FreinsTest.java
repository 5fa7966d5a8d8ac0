package fr.convergence.socle.authentification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.socle.authentification.VerdictDuFrein.Admis;
import fr.convergence.socle.authentification.VerdictDuFrein.Verrouille;
import fr.convergence.socle.base.BaseDeTest;
import fr.convergence.socle.base.HorlogeDeTest;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(BaseDeTest.class)
@Tag("CNX-3")
final class FreinsTest {

    private static final RegleDeFrein REGLE =
            new RegleDeFrein("essai", 5, Duration.ofMinutes(1), Duration.ofMinutes(15), Duration.ofHours(24));

    private final HorlogeDeTest horloge = new HorlogeDeTest();
    private final String cle = UUID.randomUUID().toString();
    private final Freins freins;
    private final JdbcClient base;

    FreinsTest(JdbcClient base) {
        this.base = base;
        freins = new Freins(base, horloge);
    }

    @Test
    void cinq_essais_passent_le_sixieme_attend() {
        essayer(4).forEach(verdict -> assertThat(verdict).isEqualTo(new Admis(false)));
        assertThat(freins.essayer(REGLE, cle)).isEqualTo(new Admis(true));
        assertThat(freins.essayer(REGLE, cle)).isInstanceOf(Verrouille.class);
    }

    @Test
    void l_attente_double_a_chaque_echec_jusqu_a_un_plafond() {
        essayer(5);
        for (var minutes : new int[] {1, 2, 4, 8, 15, 15, 15}) {
            horloge.avancer(Duration.ofMinutes(minutes).minusSeconds(1));
            assertThat(freins.essayer(REGLE, cle)).as("avant %d min", minutes).isInstanceOf(Verrouille.class);
            horloge.avancer(Duration.ofSeconds(1));
            assertThat(freins.essayer(REGLE, cle)).as("après %d min", minutes).isEqualTo(new Admis(true));
        }
    }

    @Test
    void un_seuil_sans_verrou_compte_aussi_l_essai_arrive_apres_un_plus_recent() {
        var seuil = new RegleDeFrein("seuil", 3, Duration.ZERO, Duration.ZERO, Duration.ofHours(24));
        for (var rang = 0; rang < 3; rang++) {
            freins.essayer(seuil, cle);
        }
        horloge.avancer(Duration.ofMillis(-5));
        assertThat(freins.essayer(seuil, cle)).isEqualTo(new Admis(true));
        freins.rendre(seuil, cle);
        assertThat(freins.essayer(seuil, cle)).isEqualTo(new Admis(true));
    }

    @Test
    void essayer_pendant_le_verrou_ne_le_prolonge_pas() {
        essayer(5);
        essayer(50);
        horloge.avancer(Duration.ofMinutes(1));
        assertThat(freins.essayer(REGLE, cle)).isInstanceOf(Admis.class);
    }

    @Test
    void le_silence_remet_a_zero() {
        essayer(5);
        horloge.avancer(Duration.ofHours(24).plusSeconds(1));
        essayer(4).forEach(verdict -> assertThat(verdict).isEqualTo(new Admis(false)));
    }

    @Test
    void un_succes_oublie_les_echecs() {
        essayer(5);
        freins.oublier(REGLE, cle);
        assertThat(freins.essayer(REGLE, cle)).isEqualTo(new Admis(false));
    }

    @Test
    void un_essai_rendu_ne_rend_que_lui() {
        essayer(4);
        freins.rendre(REGLE, cle);
        essayer(1);
        assertThat(freins.essayer(REGLE, cle)).isEqualTo(new Admis(true));
        freins.rendre(REGLE, cle);
        assertThat(freins.essayer(REGLE, cle)).isEqualTo(new Admis(true));
    }

    @Test
    void deux_cles_et_deux_regles_sont_separees() {
        essayer(6);
        assertThat(freins.essayer(REGLE, "autre" + cle)).isEqualTo(new Admis(false));
        var autre = new RegleDeFrein("autre", 5, Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofHours(1));
        assertThat(freins.essayer(autre, cle)).isEqualTo(new Admis(false));
    }

    @Test
    void cinquante_essais_simultanes_n_en_passent_que_cinq() throws Exception {
        Callable<VerdictDuFrein> essai = () -> freins.essayer(REGLE, cle);
        try (var fils = Executors.newFixedThreadPool(50)) {
            assertThat(fils.invokeAll(Stream.generate(() -> essai).limit(50).toList()))
                    .extracting(futur -> futur.get())
                    .filteredOn(Admis.class::isInstance)
                    .hasSize(5);
        }
    }

    @Test
    void la_purge_garde_les_compteurs_vivants() {
        freins.essayer(REGLE, cle);
        horloge.avancer(Duration.ofHours(25));
        freins.essayer(REGLE, "vivant" + cle);
        assertThat(freins.purger()).isPositive();
        assertThat(base.sql("select count(*) from authentification_frein where oubli_le > ?")
                        .param(Timestamp.from(horloge.instant()))
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    private List<VerdictDuFrein> essayer(int fois) {
        return Stream.generate(() -> freins.essayer(REGLE, cle)).limit(fois).toList();
    }
}
