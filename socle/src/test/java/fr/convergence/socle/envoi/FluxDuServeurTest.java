package fr.convergence.socle.envoi;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.socle.origine.Reseau;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** Un vrai Tomcat, une réserve sans un fil de libre, et un corps qui vient après son entête. */
final class FluxDuServeurTest {

    private static final Reserve.Envoyeur INCONNU = new Reserve.Envoyeur.Inconnu(Reseau.de("192.0.2.1"));

    private final CountDownLatch enteteLu = new CountDownLatch(1);
    private final CountDownLatch lireLeCorps = new CountDownLatch(1);
    private final Reserve reserve = new Reserve(1_000_000, 2);
    private WebServer serveur;

    @BeforeEach
    void demarrer() throws Exception {
        reserve.ouvrir(INCONNU, 1_000).attendre();
        var fabrique = new TomcatServletWebServerFactory(0);
        fabrique.setAddress(InetAddress.getLoopbackAddress());
        new FinDesCorps().corpsAbandonnes().customize(fabrique);
        serveur = fabrique.getWebServer(
                contexte -> contexte.addServlet("lecture", new Lecture()).addMapping("/"));
        serveur.start();
    }

    @AfterEach
    void arreter() {
        lireLeCorps.countDown();
        serveur.stop();
    }

    @Test
    void un_corps_que_la_machine_a_recu_apres_l_entete_ne_retient_aucun_fil() throws Exception {
        assertThat(poster("a=b")).startsWith("HTTP/1.1 200").endsWith("a=b");
    }

    @Test
    void un_corps_dont_il_manque_la_fin_est_a_attendre() throws Exception {
        assertThat(poster("a=")).startsWith("HTTP/1.1 503");
    }

    /** L'entête annonce trois octets ; ceux-ci ne partent que lorsque Tomcat l'a lu. */
    private String poster(String corps) throws Exception {
        try (var fil = new Socket(InetAddress.getLoopbackAddress(), serveur.getPort())) {
            fil.setSoTimeout(10_000);
            var sortie = fil.getOutputStream();
            sortie.write("POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 3\r\n\r\n"
                    .getBytes(US_ASCII));
            assertThat(enteteLu.await(10, TimeUnit.SECONDS)).isTrue();
            sortie.write(corps.getBytes(US_ASCII));
            lireLeCorps.countDown();
            return new String(fil.getInputStream().readAllBytes(), US_ASCII);
        }
    }

    private final class Lecture extends HttpServlet {

        @Override
        protected void doPost(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
            enteteLu.countDown();
            attendreLeCorps();
            try (var part = reserve.ouvrir(INCONNU, 1_000)) {
                var corps = new CorpsBorne(new FluxDuServeur(requete), 3, part, 10, Duration.ofSeconds(10));
                reponse.getOutputStream().write(corps.readAllBytes());
            } catch (CorpsRefuse refus) {
                requete.setAttribute(FinDesCorps.REFUSE, refus.statut());
                reponse.setStatus(refus.statut().value());
            }
        }

        private void attendreLeCorps() {
            try {
                assertThat(lireLeCorps.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException arret) {
                throw new IllegalStateException(arret);
            }
        }
    }
}
