package fr.convergence.portail.etape;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.convergence.portail.PortailServi;
import fr.convergence.portail.acces.Visiteur;
import fr.convergence.portail.dossier.EtatEtape;
import fr.convergence.socle.base.HorlogeDeTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.apache.tomcat.util.threads.ThreadPoolExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.test.context.TestPropertySource;

/** « Reçu » est l'instant où la demande atteint le serveur, avant qu'elle attende un fil ou une connexion (DOS-7). */
@PortailServi
@TestPropertySource(properties = "spring.datasource.hikari.connection-timeout=60000")
@Tag("DOS-7")
final class ArriveeATempsTest {

    private static final int LECTEURS = 200;

    @LocalServerPort
    int port;

    @Autowired
    UneSaisie saisie;

    @Autowired
    HorlogeDeTest horloge;

    @Autowired
    DataSource base;

    @Autowired
    ThreadPoolExecutor fils;

    @Autowired
    SessionRepository<? extends Session> sessions;

    private final List<Connection> prises = new ArrayList<>();

    @AfterEach
    void rendre() throws SQLException {
        for (var prise : prises) {
            prise.close();
        }
        prises.clear();
        horloge.remettre();
    }

    @Test
    void sous_deux_cents_lecteurs_une_transmission_partie_deux_cent_quarante_millisecondes_avant_est_recue()
            throws Exception {
        assertThat(transmettre(Duration.ofMillis(-240))).startsWith("HTTP/1.1 303");
        assertThat(saisie.etat()).isInstanceOf(EtatEtape.EnVerification.class);
    }

    @Test
    void sous_deux_cents_lecteurs_une_transmission_partie_une_milliseconde_apres_ne_l_est_pas() throws Exception {
        assertThat(transmettre(Duration.ofMillis(1))).startsWith("HTTP/1.1 422");
        assertThat(saisie.etat()).isInstanceOf(EtatEtape.AModifier.class);
    }

    /** @param ecart entre l'échéance et le départ de la demande, alors que tous les fils et toutes les connexions sont pris */
    private String transmettre(Duration ecart) throws Exception {
        saisie.remplir();
        saisie.transmettre(saisie.claire, UUID.randomUUID());
        saisie.rendre(Duration.ofMinutes(10)); // une session dure plus
        var echeance = ((EtatEtape.AModifier) saisie.etat()).retourAvant();
        var qui = Visiteur.connecte("http://localhost:" + port, sessions, saisie.claire);
        var corps = "_csrf=" + qui.jeton() + "&_cle=" + UUID.randomUUID();
        var demande =
                "POST " + saisie.adresse("/transmissions") + " HTTP/1.1\r\nHost: localhost\r\nCookie: __Host-session="
                        + qui.temoin() + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                        + corps.length() + "\r\nConnection: close\r\n\r\n" + corps;
        try (var prise = new Socket("localhost", port);
                var lecteurs = Executors.newVirtualThreadPerTaskExecutor()) {
            toutPrendre();
            for (var lecteur = 0; lecteur < LECTEURS; lecteur++) {
                lecteurs.submit(() -> qui.demander("GET", "/tableau-de-bord"));
            }
            await().atMost(Duration.ofSeconds(40))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> fils.getActiveCount() == LECTEURS);

            horloge.avancer(Duration.between(horloge.instant(), echeance.plus(ecart)));
            prise.getOutputStream().write(demande.getBytes(US_ASCII));
            prise.getOutputStream().flush();
            await().pollInterval(Duration.ofMillis(5))
                    .until(() -> horloge.instant().isAfter(echeance.plusMillis(300)));
            assertThat(fils.getQueue()).as("la demande attend un fil").isNotEmpty();

            rendre(echeance);
            return premiereLigne(prise);
        }
    }

    private void toutPrendre() throws SQLException {
        for (var place = 0; place < 8; place++) { // TestDuPortail.SurBaseDeTest : huit connexions
            prises.add(base.getConnection());
        }
    }

    private void rendre(Instant echeance) throws SQLException {
        assertThat(horloge.instant()).isAfter(echeance);
        for (var prise : prises) {
            prise.close();
        }
        prises.clear();
    }

    private static String premiereLigne(Socket prise) {
        try (var lecteur = new BufferedReader(new InputStreamReader(prise.getInputStream(), US_ASCII))) {
            return String.valueOf(lecteur.readLine());
        } catch (IOException coupee) {
            throw new UncheckedIOException(coupee);
        }
    }
}
