package fr.convergence.socle.connexion;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.socle.authentification.Appareils;
import fr.convergence.socle.authentification.Freins;
import fr.convergence.socle.base.BaseDeTest;
import fr.convergence.socle.base.HorlogeDeTest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ce que mille adresses essaient d'un même compte est borné (CNX-3). */
@ExtendWith(BaseDeTest.class)
@Tag("CNX-3")
final class PlafondDUnCompteTest {

    private final HorlogeDeTest horloge = new HorlogeDeTest();
    private final UUID compte = UUID.randomUUID();
    private final FreinsDeConnexion freins;

    PlafondDUnCompteTest(JdbcClient base) {
        var site = new AnnotationConfigApplicationContext();
        site.registerBean(JdbcClient.class, () -> base);
        site.registerBean(Clock.class, () -> horloge);
        site.register(Freins.class, Appareils.class, FreinsDeConnexion.class);
        site.refresh();
        freins = site.getBean(FreinsDeConnexion.class);
    }

    @Test
    void ce_qu_un_compte_laisse_essayer_de_mille_adresses_est_borne() {
        var juges = 0;
        for (var i = 0; i < 400; i++) {
            if (controle(Origine.de("203.0." + i / 250 + "." + i % 250, "")) instanceof VerdictDuMotDePasse.Admis) {
                juges++;
            }
        }
        assertThat(juges).isEqualTo(50 + 300);
    }

    @Test
    void un_lieu_que_le_plafond_du_compte_arrete_n_y_use_pas_ses_propres_essais() {
        saturer();
        var lieu = Origine.de("198.51.100.7", "");
        horloge.avancer(Duration.ofMinutes(14).plusSeconds(30));
        for (var essai = 0; essai < 25; essai++) {
            assertThat(controle(lieu)).isInstanceOf(VerdictDuMotDePasse.Verrou.class);
        }

        horloge.avancer(Duration.ofSeconds(40));

        assertThat(controle(lieu))
                .as("le verrou du compte est passé, et le lieu n'en a pas à lui")
                .isInstanceOf(VerdictDuMotDePasse.Admis.class);
    }

    /** Jusqu'au verrou du compte, de mille adresses. */
    private void saturer() {
        for (var i = 0; i < 350; i++) {
            assertThat(controle(Origine.de("203.0." + i / 250 + "." + i % 250, "")))
                    .isInstanceOf(VerdictDuMotDePasse.Admis.class);
        }
    }

    private VerdictDuMotDePasse controle(Origine origine) {
        return freins.motDePasse(compte.toString(), Optional.of(compte), origine, true);
    }
}
