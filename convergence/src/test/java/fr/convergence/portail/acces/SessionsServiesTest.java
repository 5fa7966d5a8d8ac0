package fr.convergence.portail.acces;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.PortailServi;
import fr.convergence.portail.compte.ComptesDeTest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/** Les sessions, vues de qui double-clique et de qui lit la base. */
@PortailServi
@Tag("CNX-5")
final class SessionsServiesTest {

    private static final int FOIS = 20;

    @Autowired
    SessionRepository<? extends Session> sessions;

    @Autowired
    ComptesDeTest comptes;

    @Autowired
    JdbcClient base;

    @LocalServerPort
    int port;

    private Visiteur claire;

    @BeforeEach
    void venir() {
        claire = Visiteur.connecte("http://localhost:" + port, sessions, comptes.connecte(comptes.referent()));
    }

    /** Chacune finit par une annonce, que la session garde jusqu'à la page suivante. */
    @Test
    void vingt_requetes_simultanees_d_une_session_aboutissent_toutes() throws Exception {
        var depart = new CyclicBarrier(FOIS);
        Callable<Integer> clic = () -> {
            depart.await(10, TimeUnit.SECONDS);
            return claire.demander("POST", "/compte/sessions/fins-des-autres").statusCode();
        };
        try (var fils = Executors.newFixedThreadPool(FOIS)) {
            for (var salve = 0; salve < 3; salve++) {
                var statuts = fils.invokeAll(Collections.nCopies(FOIS, clic)).stream()
                        .map(futur -> futur.resultNow())
                        .toList();
                assertThat(statuts).hasSize(FOIS).containsOnly(303);
            }
        }
        assertThat(Visiteur.texte(claire.demander("GET", "/compte/sessions"))).contains("fr-alert--success");
    }

    @Test
    void le_temoin_n_est_nulle_part_dans_la_base() {
        var secret = claire.session();

        assertThat(tables())
                .flatMap(this::lignes)
                .isNotEmpty()
                .noneMatch(ligne -> ligne.contains(secret)
                        || ligne.contains(claire.temoin())
                        || ligne.contains(HexFormat.of().formatHex(secret.getBytes(UTF_8))));
    }

    private List<String> tables() {
        return base.sql("select table_name from information_schema.tables where table_schema = 'public'")
                .query(String.class)
                .list();
    }

    private List<String> lignes(String table) {
        return base.sql("select t::text from " + table + " t")
                .query(String.class)
                .list();
    }
}
