package fr.convergence.mesures.corps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.convergence.mesures.charge.Serveur;
import fr.convergence.mesures.corps.Envoyeurs.Sorte;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Ceux qui assaillent le portail pendant qu'il se mesure. */
@Timeout(180)
@EnabledOnOs(value = OS.LINUX, disabledReason = "le rang d'un processus se lit dans /proc")
final class EnvoyeursTest {

    private static final int NICE = 18;

    @Test
    void ils_envoient_d_un_processus_qui_ne_prend_que_ce_qu_on_lui_laisse() throws Exception {
        var personne = Serveur.portLibre();
        try (var envoyeurs = Envoyeurs.lancer(List.of("-Xmx64m"), personne)) {
            envoyeurs.passerEnDernier();
            try (var siege = envoyeurs.assaillir(Sorte.LENTS).complet()) {
                var etat = siege.etat();
                while (etat.finis() == 0) {
                    etat = siege.etat();
                }
                assertThat(etat.reponses()).startsWith("coupés : ");
                assertThat(rangs()).isNotEmpty().containsOnly("19");
            }
        }
    }

    @Test
    void un_envoi_qui_echoue_autrement_que_coupe_arrete_l_assaut_et_se_dit() {
        var passages = new AtomicInteger();
        var assaut = new Assaut(2, (rang, _) -> {
            passages.incrementAndGet();
            if (rang == 0) {
                throw new IllegalArgumentException("réponse illisible");
            }
            throw new IOException("raccroché");
        });
        while (!assaut.fini()) {
            Thread.onSpinWait();
        }

        assertThatThrownBy(assaut::close)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("réponse illisible");
        assertThatThrownBy(assaut::etat).isInstanceOf(IllegalStateException.class);
        assertThat(passages).hasPositiveValue();
    }

    /** Celui de chaque fil du processus des envoyeurs, le seul que cet essai ait lancé. */
    private static List<String> rangs() throws IOException {
        var envoyeurs = ProcessHandle.current().children().findFirst().orElseThrow();
        try (var fils = Files.list(Path.of("/proc/" + envoyeurs.pid() + "/task"))) {
            return fils.map(EnvoyeursTest::stat)
                    .map(stat -> stat.substring(stat.lastIndexOf(')') + 1).split(" ")[NICE - 1])
                    .toList();
        }
    }

    private static String stat(Path fil) {
        try {
            return Files.readString(fil.resolve("stat"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
