package fr.convergence.portail.acces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.convergence.portail.Portail;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.compte.ComptesDeTest;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** La base s'arrête, puis revient : une page le dit vite et en français, et le site revient de lui-même. */
@SpringBootTest(classes = Portail.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@ContextConfiguration(initializers = BaseArreteeTest.SurSaBase.class)
@Import(TestDuPortail.Doublures.class)
@DirtiesContext
final class BaseArreteeTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    ComptesDeTest comptes;

    @Autowired
    SessionRepository<? extends Session> sessions;

    @Test
    void une_page_de_qui_est_connecte_repond_503_en_deux_secondes_et_revient_en_dix() throws Exception {
        var site = "http://localhost:" + port;
        var claire = Visiteur.connecte(site, sessions, comptes.connecte(comptes.referent()));
        assertThat(claire.demander("GET", "/tableau-de-bord").statusCode()).isEqualTo(200);
        assertThat(sante(site)).isEqualTo(200);

        SurSaBase.arreter();

        for (var essai = 0; essai < 5; essai++) {
            var debut = System.nanoTime();
            var reponse = claire.demander("GET", "/tableau-de-bord");
            assertThat(Duration.ofNanos(System.nanoTime() - debut)).isLessThan(Duration.ofSeconds(2));
            assertThat(reponse.statusCode()).isEqualTo(503);
            assertThat(reponse.headers().firstValue("Retry-After")).hasValue("30");
            assertThat(Visiteur.texte(reponse)).contains("Service momentanément indisponible", "lang=\"fr\"");
        }
        await().atMost(Duration.ofSeconds(3)).until(() -> sante(site) == 503);

        SurSaBase.demarrer();

        await().atMost(Duration.ofSeconds(10))
                .until(() -> claire.demander("GET", "/tableau-de-bord").statusCode() == 200 && sante(site) == 200);
    }

    private static int sante(String site) throws IOException, InterruptedException {
        var demande = HttpRequest.newBuilder(URI.create(site + "/actuator/health/readiness"))
                .build();
        return CLIENT.send(demande, BodyHandlers.discarding()).statusCode();
    }

    /** Un PostgreSQL que l'essai arrête et relance, sur le même dossier et le même port. */
    static final class SurSaBase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        private static final Path DOSSIER =
                Path.of("target", "essai", "base-" + ProcessHandle.current().pid());
        private static final int PORT = portLibre();
        private static EmbeddedPostgres serveur;

        @Override
        public void initialize(ConfigurableApplicationContext contexte) {
            demarrer();
            JdbcClient.create(serveur.getPostgresDatabase())
                    .sql("create role application login")
                    .update();
            TestPropertyValues.of(
                            "spring.datasource.url=jdbc:postgresql://localhost:" + PORT + "/postgres",
                            "spring.datasource.username=application",
                            "spring.flyway.user=postgres",
                            "convergence.taches.actives=false",
                            "convergence.cles.fichier=target/essai/cles.json",
                            "convergence.cles.creer=true",
                            "convergence.fichiers.depot=target/essai/fichiers")
                    .applyTo(contexte);
            contexte.addApplicationListener(evenement -> {
                if (evenement instanceof ContextClosedEvent) {
                    arreter();
                }
            });
        }

        static void demarrer() {
            try {
                serveur = EmbeddedPostgres.builder()
                        .setPort(PORT)
                        .setDataDirectory(DOSSIER)
                        .setCleanDataDirectory(false)
                        .start();
            } catch (IOException echec) {
                throw new UncheckedIOException(echec);
            }
        }

        static void arreter() {
            try {
                serveur.close();
            } catch (IOException echec) {
                throw new UncheckedIOException(echec);
            }
        }

        private static int portLibre() {
            try (var prise = new ServerSocket(0)) {
                return prise.getLocalPort();
            } catch (IOException echec) {
                throw new UncheckedIOException(echec);
            }
        }
    }
}
