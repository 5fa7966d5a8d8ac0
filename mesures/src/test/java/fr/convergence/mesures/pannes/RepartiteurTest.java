package fr.convergence.mesures.pannes;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.mesures.charge.Connexion;
import fr.convergence.mesures.charge.Seance;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Un nœud tué accepte encore des connexions, que personne ne servira, tant que le noyau n'a pas fermé sa prise. */
final class RepartiteurTest {

    private static final Seance PERSONNE = new Seance("", "");
    private static final int FOIS = 6;
    private static final byte[] PAGE = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nla".getBytes(US_ASCII);

    private final AtomicInteger recuesDuVivant = new AtomicInteger();
    private final AtomicInteger recuesDuMourant = new AtomicInteger();
    private Ecoute vivant;
    private Ecoute mourant;
    private Repartiteur repartiteur;

    @BeforeEach
    void ouvrir() throws IOException {
        vivant = new Ecoute(0, client -> servir(client, recuesDuVivant, false));
        mourant = new Ecoute(0, client -> servir(client, recuesDuMourant, true));
        repartiteur = new Repartiteur(List.of(mourant.port(), vivant.port()));
    }

    @AfterEach
    void fermer() throws IOException {
        repartiteur.close();
        mourant.close();
        vivant.close();
    }

    @Test
    void une_lecture_dont_rien_n_est_revenu_se_redemande_a_l_autre_noeud() throws IOException {
        for (var fois = 0; fois < FOIS; fois++) {
            Terrain.attendre(repartiteur::auComplet);
            try (var connexion = new Connexion(repartiteur.port())) {
                assertThat(connexion.lire("/", PERSONNE).texte()).isEqualTo("la");
            }
        }
        assertThat(recuesDuMourant).hasPositiveValue();
    }

    @Test
    void une_ecriture_ne_se_redemande_jamais() throws IOException {
        var rompues = 0;
        for (var fois = 0; fois < FOIS; fois++) {
            Terrain.attendre(repartiteur::auComplet);
            try (var connexion = new Connexion(repartiteur.port())) {
                connexion.poster("/", PERSONNE, "a=1");
            } catch (IOException rompue) {
                rompues++;
            }
        }
        assertThat(rompues).isPositive().isEqualTo(recuesDuMourant.get());
        assertThat(recuesDuVivant).hasValue(FOIS - rompues);
    }

    /** Répond à la sonde ; le mourant rompt dès qu'il entend autre chose. */
    private static void servir(Socket client, AtomicInteger recues, boolean rompre) throws IOException {
        var tampon = new byte[4096];
        for (var lus = client.getInputStream().read(tampon);
                lus > 0;
                lus = client.getInputStream().read(tampon)) {
            var demande = new String(tampon, 0, lus, US_ASCII);
            if (!demande.contains("/actuator/")) {
                if (demande.contains(" HTTP/1.1")) {
                    recues.incrementAndGet();
                }
                if (rompre) {
                    Ecoute.rompre(client);
                    return;
                }
                if (demande.startsWith("POST") && !demande.contains("a=1")) {
                    continue; // l'entête sans son corps
                }
            }
            client.getOutputStream().write(PAGE);
        }
    }
}
