package fr.convergence.socle.fichier;

import static fr.convergence.socle.contenu.Echantillons.pdf;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.convergence.socle.antivirus.Clamd;
import fr.convergence.socle.fichier.EtatFichier.Sain;
import java.io.DataInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Un fichier est à un seul nœud à la fois, si longue que soit son analyse. */
@Tag("PCE-3")
final class QuarantaineTest extends EssaisDesFichiers {

    @Test
    void un_antivirus_lent_laisse_le_fichier_a_celui_qui_l_analyse() throws Exception {
        var demande = new CountDownLatch(1);
        var reponse = new CountDownLatch(1);
        try (var prise = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                var fils = Executors.newVirtualThreadPerTaskExecutor()) {
            var adresse = "tcp://127.0.0.1:" + prise.getLocalPort();
            service = new FichiersDeTest(base, transaction, dossier, Clamd.a(adresse, Duration.ofSeconds(60)));
            var id = service.recu("note.pdf", pdf());
            var antivirus = fils.submit(() -> juger(prise, demande, reponse));
            var verdicts = fils.submit(service.analyse::analyserLot);
            try {
                demande.await();
                for (var attente = 0; attente < 3; attente++) {
                    service.horloge.avancer(Duration.ofSeconds(15));
                    await().until(() ->
                            jusqu().isAfter(service.horloge.instant().plusSeconds(19)));
                }
                assertThat(service.magasin.quarantaine.prochain())
                        .as("quarante-cinq secondes plus tard")
                        .isEmpty();
            } finally {
                reponse.countDown();
            }
            antivirus.get();
            assertThat(verdicts.get()).isEqualTo(1);
            assertThat(service.etat(id)).isInstanceOf(Sain.class);
        }
    }

    @Test
    void un_noeud_que_l_on_croyait_mort_ne_touche_plus_au_tour_d_un_autre() throws Exception {
        service.recu("note.pdf", pdf());
        var quarantaine = service.magasin.quarantaine;
        var ancien = quarantaine.prochain().orElseThrow();
        service.horloge.avancer(Duration.ofSeconds(25));
        assertThat(quarantaine.prochain()).as("repris").isPresent();

        quarantaine.reporter(ancien);
        service.horloge.avancer(Duration.ofSeconds(5));
        assertThat(quarantaine.prochain()).as("rendu par l'ancien").isEmpty();

        quarantaine.prolonger(ancien);
        service.horloge.avancer(Duration.ofSeconds(16));
        assertThat(quarantaine.prochain()).as("retenu par l'ancien").isPresent();
    }

    private Instant jusqu() {
        return base.sql("select prochain_essai from fichier_analyse")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /** Un clamd qui lit un fichier en entier, puis ne le juge sain que lorsqu'on le lui dit. */
    private static Void juger(ServerSocket prise, CountDownLatch demande, CountDownLatch reponse) throws Exception {
        try (var client = prise.accept()) {
            var entree = new DataInputStream(client.getInputStream());
            entree.skipNBytes("zINSTREAM\0".length());
            for (var taille = entree.readInt(); taille > 0; taille = entree.readInt()) {
                entree.skipNBytes(taille);
            }
            demande.countDown();
            reponse.await();
            client.getOutputStream().write("stream: OK\0".getBytes(US_ASCII));
        }
        return null;
    }
}
