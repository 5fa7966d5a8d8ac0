package fr.convergence.socle.essai;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Les ordres SQL qu'une demande envoie à la base. */
public final class OrdresDeTest extends AppenderBase<ILoggingEvent> {

    private static final Logger REQUETES = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);

    private final List<String> ordres = new ArrayList<>();

    private OrdresDeTest() {}

    public static List<String> de(Runnable demande) {
        var ordres = new OrdresDeTest();
        ecouter(ordres, demande);
        return List.copyOf(ordres.ordres);
    }

    /** Le temps de cette demande, qui écoute entend chaque requête. */
    public static void ecouter(AppenderBase<ILoggingEvent> qui, Runnable demande) {
        qui.setContext(REQUETES.getLoggerContext());
        qui.start();
        REQUETES.setLevel(Level.DEBUG);
        REQUETES.setAdditive(false);
        REQUETES.addAppender(qui);
        try {
            demande.run();
        } finally {
            REQUETES.detachAppender(qui);
            REQUETES.setAdditive(true);
            REQUETES.setLevel(null);
        }
    }

    /** Une requête préparée se dit deux fois : l'ordre lui-même n'est que dans la seconde. */
    @Override
    protected void append(ILoggingEvent requete) {
        var dit = requete.getFormattedMessage();
        if (dit.contains("[")) {
            ordres.add(dit.substring(dit.indexOf('[') + 1));
        }
    }
}
