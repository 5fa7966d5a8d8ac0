package fr.convergence.socle.journal;

import fr.convergence.socle.chiffrement.ClesDeTest;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Un journal pour les tests qui se passent du contexte Spring. */
public final class JournalDeTest {

    private JournalDeTest() {}

    public static Journal sur(JdbcClient base, Clock horloge) {
        return new Journal(base, ClesDeTest.sceau(), horloge);
    }
}
