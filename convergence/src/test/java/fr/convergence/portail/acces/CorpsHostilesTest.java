package fr.convergence.portail.acces;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.convergence.portail.PortailServi;
import fr.convergence.portail.compte.ComptesDeTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/** Ce qu'un inconnu peut envoyer sans finir : il a sa réponse, et le service sa mémoire. */
@PortailServi
final class CorpsHostilesTest {

    private static final String MULTIPLE = "Content-Type: multipart/form-data; boundary=x\r\n";
    private static final String ENCODE = "Content-Type: application/x-www-form-urlencoded\r\n";
    private static final String LONG = "Content-Length: 100000000\r\n";
    private static final String PARTIE =
            "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n" + "y".repeat(65_000) + "\r\n";

    @Autowired
    SessionRepository<? extends Session> sessions;

    @Autowired
    ComptesDeTest comptes;

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"/connexion", "/mot-de-passe-oublie", "/deconnexion", "/inscription", "/nulle-part"})
    void une_route_sans_fichier_ne_lit_pas_un_envoi_de_fichiers(String adresse) {
        var reponse = demander("POST " + adresse + " HTTP/1.1\r\n" + MULTIPLE + LONG, PARTIE);

        assertThat(reponse).startsWith("HTTP/1.1 415").contains("lang=\"fr\"", "Connection: close");
    }

    @Test
    void un_envoi_sans_jeton_est_refuse_des_sa_premiere_partie() {
        var operateur = comptes.connecte(comptes.membre(Role.OPERATEUR));
        var qui = Visiteur.connecte("http://localhost:" + port, sessions, operateur);

        var reponse = demander(
                "POST /administration/referentiel/imports HTTP/1.1\r\nCookie: __Host-session=" + qui.temoin() + "\r\n"
                        + MULTIPLE + LONG,
                PARTIE);

        assertThat(reponse).startsWith("HTTP/1.1 403").contains("Votre page a expiré");
    }

    @Test
    void un_envoi_d_un_inconnu_n_est_pas_lu_du_tout() {
        var reponse = demander("POST /administration/referentiel/imports HTTP/1.1\r\n" + MULTIPLE + LONG, "");

        assertThat(reponse).startsWith("HTTP/1.1 403");
    }

    @Test
    void un_formulaire_trop_long_d_un_inconnu_est_refuse_sans_l_attendre() {
        assertThat(demander("POST /connexion HTTP/1.1\r\n" + ENCODE + "Content-Length: 2000000\r\n", "a=b"))
                .startsWith("HTTP/1.1 413")
                .contains("Formulaire trop long")
                .doesNotContain("Fichier trop volumineux");
    }

    @Test
    void trop_de_champs_se_disent_au_lieu_d_un_fichier_trop_gros() {
        var champs = "a=&".repeat(1_001);

        assertThat(demander(
                        "POST /connexion HTTP/1.1\r\n" + ENCODE + "Content-Length: " + champs.length() + "\r\n",
                        champs))
                .startsWith("HTTP/1.1 413")
                .contains("Formulaire trop long");
    }

    @Test
    void un_formulaire_sans_longueur_annoncee_est_coupe_a_la_limite() {
        var bloc = Integer.toHexString(70_000) + "\r\na=" + "b".repeat(69_998) + "\r\n";

        assertThat(demander("POST /connexion HTTP/1.1\r\n" + ENCODE + "Transfer-Encoding: chunked\r\n", bloc))
                .startsWith("HTTP/1.1 413");
    }

    @Test
    void deux_cents_envois_inacheves_a_la_fois_ne_prennent_pas_la_memoire() throws Exception {
        var avant = tas();
        var ouvertes = new ArrayList<Socket>();
        try {
            for (var i = 0; i < 200; i++) {
                var fil = new Socket("localhost", port);
                ouvertes.add(fil);
                emettre(
                        fil,
                        i % 2 == 0
                                ? "POST /connexion HTTP/1.1\r\nHost: localhost\r\n" + MULTIPLE + LONG + "\r\n"
                                        + PARTIE.repeat(4)
                                : "POST /connexion HTTP/1.1\r\nHost: localhost\r\n" + ENCODE
                                        + "Content-Length: 65000\r\n\r\na=" + "b".repeat(60_000));
            }
            assertThat(demanderEntiere("GET /connexion HTTP/1.1\r\n")).startsWith("HTTP/1.1 200");
            assertThat(tas() - avant).isLessThan(32L * 1024 * 1024);
        } finally {
            for (var fil : ouvertes) {
                fil.close();
            }
        }
    }

    @Test
    @DisabledOnOs(value = OS.MAC, disabledReason = "une seule adresse locale y répond")
    void des_inconnus_d_un_meme_lieu_ne_prennent_pas_la_place_des_autres() throws Exception {
        var operateur = comptes.connecte(comptes.membre(Role.OPERATEUR));
        var connu = Visiteur.connecte("http://localhost:" + port, sessions, operateur);
        var inconnu = Visiteur.anonyme("http://localhost:" + port);
        var ouvertes = new ArrayList<Socket>();
        try {
            for (var i = 0; i < 110; i++) {
                var fil = new Socket("127.0.0.1", port);
                ouvertes.add(fil);
                emettre(
                        fil,
                        "POST /connexion HTTP/1.1\r\nHost: localhost\r\n" + ENCODE
                                + "Content-Length: 60000\r\n\r\na=b");
            }
            await().until(() ->
                    ouvertes.stream().filter(CorpsHostilesTest::aRepondu).count() >= 10);

            assertThat(posterEnDeux("127.0.0.1", connu, "/deconnexion", "")).startsWith("HTTP/1.1 302");
            assertThat(posterEnDeux("127.0.0.9", inconnu, "/connexion", "&identifiant=a&motDePasse=b"))
                    .startsWith("HTTP/1.1 422");
            assertThat(ouvertes).anySatisfy(fil -> assertThat(aRepondu(fil)).isFalse());
        } finally {
            for (var fil : ouvertes) {
                fil.close();
            }
        }
    }

    @Test
    void une_connexion_sert_encore_apres_une_page_et_apres_un_petit_corps_refuse() {
        var hote = "Host: localhost\r\nAccept: text/html\r\n";
        var reponses = demander(
                "GET /contact HTTP/1.1\r\n" + hote + "\r\nPOST /connexion HTTP/1.1\r\n" + hote
                        + "Content-Type: application/json\r\nContent-Length: 1\r\n\r\n{"
                        + "GET /contact HTTP/1.1\r\nConnection: close\r\n",
                "");

        assertThat(reponses.split("HTTP/1\\.1 ", -1)).hasSize(4);
        assertThat(reponses).contains("HTTP/1.1 403");
    }

    @Test
    void une_connexion_sert_encore_apres_un_petit_envoi_de_fichiers_refuse() {
        var hote = "Host: localhost\r\nAccept: text/html\r\n";
        var corps = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--x--\r\n";
        var reponses = demander(
                "POST /administration/referentiel/imports HTTP/1.1\r\n" + hote + MULTIPLE + "Content-Length: "
                        + corps.length() + "\r\n\r\n" + corps + "GET /contact HTTP/1.1\r\nConnection: close\r\n",
                "");

        assertThat(reponses).startsWith("HTTP/1.1 403").contains("HTTP/1.1 200");
    }

    /** Ce qui reste vivant, une fois le reste ramassé. */
    private static long tas() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void emettre(Socket fil, String requete) {
        try {
            fil.getOutputStream().write(requete.getBytes(ISO_8859_1));
        } catch (IOException _) {
            // Le serveur a déjà raccroché : c'est ce qu'on attend de lui.
            assertThat(fil.isConnected()).isTrue();
        }
    }

    private static boolean aRepondu(Socket fil) {
        try {
            return fil.getInputStream().available() > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** La réponse à un formulaire dont le corps n'arrive qu'après l'entête : il faut l'attendre. */
    private String posterEnDeux(String depuis, Visiteur qui, String adresse, String champs) throws IOException {
        var corps = "_csrf=" + qui.jeton() + champs;
        try (var fil = new Socket()) {
            fil.bind(new InetSocketAddress(depuis, 0));
            fil.connect(new InetSocketAddress("127.0.0.1", port));
            fil.setSoTimeout(2_000);
            emettre(
                    fil,
                    "POST " + adresse + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: __Host-session="
                            + qui.temoin() + "\r\n" + ENCODE + "Content-Length: " + corps.length() + "\r\n\r\n");
            assertThat(demanderEntiere("GET /contact HTTP/1.1\r\n")).startsWith("HTTP/1.1 200");
            emettre(fil, corps);
            return new String(fil.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private String demanderEntiere(String requete) {
        return demander(requete + "Connection: close\r\n", "");
    }

    /** La réponse à un corps qui ne finit pas. */
    private String demander(String entete, String corps) {
        try (var fil = new Socket("localhost", port)) {
            fil.setSoTimeout(8_000);
            fil.getOutputStream()
                    .write((entete + "Host: localhost\r\nAccept: text/html\r\n\r\n" + corps).getBytes(ISO_8859_1));
            return new String(fil.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
