package fr.convergence.portail.acces;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
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

    private static final String INFORMATIONS = "/compte/informations";
    private static final String ENCODE = "application/x-www-form-urlencoded";

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

    @Test
    void un_formulaire_envoye_pendant_la_panne_se_rend_et_repart_quand_elle_finit() throws Exception {
        var claire = Visiteur.connecte("http://localhost:" + port, sessions, comptes.connecte(comptes.referent()));
        var champs = new LinkedHashMap<String, String>();
        champs.put("_csrf", claire.jeton());
        champs.put("_cle", UUID.randomUUID().toString());
        champs.put("civilite", "MADAME");
        champs.put("nom", "Faure <b>");
        champs.put("prenom", "Zoé");
        champs.put("telephone", "0467336733");

        SurSaBase.arreter();
        var rendu = envoyer(claire, INFORMATIONS, ENCODE, encode(champs), "same-origin");
        var etranger = envoyer(claire, INFORMATIONS, ENCODE, encode(champs), "cross-site");
        var fichiers = envoyer(
                claire,
                "/dossiers/ABCDEFGHIJ/candidature/banque",
                "multipart/form-data; boundary=x",
                parParties(champs),
                "same-origin");
        SurSaBase.demarrer();

        assertThat(rendu.statusCode()).isEqualTo(503);
        assertThat(rendu.headers().firstValue("Retry-After")).hasValue("30");
        var page = Jsoup.parse(Visiteur.texte(rendu));
        assertThat(page.select("dd").eachText()).containsExactly("Madame", "Faure <b>", "Zoé", "0467336733");
        assertThat(page.text()).contains("nous ne savons pas si ce formulaire est enregistré", "Envoyer de nouveau");
        assertThat(Visiteur.texte(etranger)).doesNotContain("Zoé").contains("Service momentanément indisponible");
        assertThat(Jsoup.parse(Visiteur.texte(fichiers)).select("dd").eachText())
                .containsExactly("rib.pdf");

        var renvoyes = new LinkedHashMap<String, String>();
        page.select("main form input[type=hidden]").forEach(champ -> renvoyes.put(champ.attr("name"), champ.val()));
        renvoyes.put("nom", "Faure");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> envoyer(claire, INFORMATIONS, ENCODE, encode(renvoyes), "same-origin")
                                .statusCode()
                        == 303);
        assertThat(Visiteur.texte(claire.demander("GET", "/compte"))).contains("Zoé");
    }

    private static HttpResponse<byte[]> envoyer(Visiteur qui, String adresse, String type, String corps, String site) {
        return qui.demander("POST", adresse, type, corps.getBytes(UTF_8), false, "Sec-Fetch-Site", site);
    }

    private static String encode(Map<String, String> champs) {
        return champs.entrySet().stream()
                .map(champ -> champ.getKey() + "=" + URLEncoder.encode(champ.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String parParties(Map<String, String> champs) {
        return champs.entrySet().stream()
                        .map(champ -> "--x\r\nContent-Disposition: form-data; name=\"" + champ.getKey() + "\"\r\n\r\n"
                                + champ.getValue() + "\r\n")
                        .collect(Collectors.joining())
                + "--x\r\nContent-Disposition: form-data; name=\"rib\"; filename=\"rib.pdf\"\r\n\r\n%PDF-1.7\r\n--x--\r\n";
    }

    private static int sante(String site) throws IOException, InterruptedException {
        var demande = HttpRequest.newBuilder(URI.create(site + "/actuator/health/readiness"))
                .build();
        return CLIENT.send(demande, BodyHandlers.discarding()).statusCode();
    }

    /** Un PostgreSQL que l'essai arrête et relance, sur le même dossier et le même port. */
    static final class SurSaBase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        private static final Path DOSSIER = TestDuPortail.RANGEMENT.resolve(
                "base-" + ProcessHandle.current().pid());
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
                            "convergence.cles.fichier=" + TestDuPortail.RANGEMENT.resolve("cles.json"),
                            "convergence.cles.creer=true",
                            "convergence.fichiers.depot=" + TestDuPortail.RANGEMENT.resolve("fichiers"))
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
