package fr.convergence.socle.impression;

import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLogger;
import java.util.logging.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ce que dit le moteur de PDF, dans nos traces et à partir de l'avertissement ; de lui-même, il écrit à l'écran. */
final class TraceDuRendu implements XRLogger {

    private static final Logger JOURNAL = LoggerFactory.getLogger("com.openhtmltopdf");

    @Override
    public void log(String ou, Level niveau, String message) {
        if (compte(niveau)) {
            JOURNAL.warn("{} : {}", ou, message);
        }
    }

    @Override
    public void log(String ou, Level niveau, String message, Throwable cause) {
        if (compte(niveau)) {
            JOURNAL.warn("{} : {}", ou, message, cause);
        }
    }

    @Override
    public void setLevel(String ou, Level niveau) {
        // Le niveau est celui de nos traces.
    }

    @Override
    public boolean isLogLevelEnabled(Diagnostic diagnostic) {
        return compte(diagnostic.getLevel());
    }

    private static boolean compte(Level niveau) {
        return niveau.intValue() >= Level.WARNING.intValue();
    }
}
