package fr.convergence.mesures.pannes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import fr.convergence.mesures.charge.Base;
import fr.convergence.mesures.charge.Population;
import fr.convergence.mesures.charge.Serveur;
import fr.convergence.mesures.charge.Serveur.Lancement;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Une épreuve manquée ne laisse pas de nœud derrière elle. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "le banc n'est que pour Linux")
final class TerrainTest {

    private static final int RESERVE = 1;

    @Test
    void un_noeud_qui_ne_part_pas_n_en_laisse_pas_d_autre(@TempDir Path travail) throws Exception {
        var port = Serveur.portLibre();
        var application = List.of("-cp", System.getProperty("java.class.path"), FauxPortail.class.getName());

        try (var base = Base.ouvrir(travail, false);
                var terrain = new Terrain(
                        base,
                        new Lancement(List.of("-Xmx32m"), application, base, travail, 0, false),
                        new Population(List.of(), List.of(), List.of(), List.of()),
                        0,
                        0)) {
            assertThatThrownBy(() -> terrain.demarrer(List.of(port, RESERVE)))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(Serveur.pret(port)).isTrue();
        }

        assertThat(Serveur.pret(port)).isFalse();
    }

    /** Dit qu'il est prêt, sauf sur un port réservé : il n'y démarre pas. */
    public static final class FauxPortail {

        public static void main(String[] arguments) throws IOException {
            var port = Integer.parseInt(System.getenv("SERVER_PORT"));
            if (port == RESERVE) {
                throw new IOException("Port réservé");
            }
            var serveur = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            serveur.createContext("/", echange -> {
                try (echange) {
                    echange.sendResponseHeaders(200, -1);
                }
            });
            serveur.start();
        }
    }
}
