package fr.convergence.socle.envoi;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Un corps refusé avant sa fin ne retient pas un fil du serveur. Tomcat l'attendrait, pour servir la requête
 * suivante de la même connexion ; on lui laisse un instant, le temps d'arriver s'il est petit, puis on raccroche.
 */
@Configuration
class FinDesCorps {

    /** Posé sur une requête dont le corps est refusé. */
    static final String REFUSE = FinDesCorps.class.getName();

    private static final long INSTANT = Duration.ofMillis(200).toNanos();
    /** Ce qu'une ligne à dix mégabits apporte en un instant ; en lire plus ne servirait qu'à qui occupe le processeur. */
    private static final int RESTE_MAX = 256 * 1024;

    private static final long PAUSE = Duration.ofMillis(5).toNanos();

    /** Le dixième des fils du serveur, par défaut : au-delà on raccroche sans attendre, les autres pages passent d'abord. */
    private static final int PATIENTS = 20;

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> corpsAbandonnes() {
        return serveur -> serveur.addEngineValves(new Abandon());
    }

    /** Ce qui arrive après la réponse : le flux de la requête, alors fermé, n'en lit plus rien. */
    private static final class Ignore implements ApplicationBufferHandler {

        private ByteBuffer octets = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer recus) {
            octets = recus;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return octets;
        }

        @Override
        public void expand(int taille) {
            // Rien n'en est gardé.
        }
    }

    private static final class Abandon extends ValveBase {

        private final Semaphore patients = new Semaphore(PATIENTS);

        private Abandon() {
            super(true);
        }

        @Override
        public void invoke(Request requete, Response reponse) throws IOException, ServletException {
            requete.setAttribute(FluxDuServeur.RECUS, (IntSupplier) () -> recus(requete));
            try {
                getNext().invoke(requete, reponse);
            } finally {
                if (requete.getAttribute(REFUSE) != null && !lu(requete)) {
                    raccrocher(requete, reponse);
                }
            }
        }

        private void raccrocher(Request requete, Response reponse) {
            try {
                // D'abord la réponse : raccrocher en changerait le statut.
                reponse.finishResponse();
                if (patients.tryAcquire()) {
                    try {
                        vider(requete);
                    } finally {
                        patients.release();
                    }
                }
            } catch (IOException | IllegalStateException _) {
                // Qui envoyait est parti : il n'y a plus rien à attendre.
            }
            if (!lu(requete)) {
                requete.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            }
        }

        private static void vider(Request requete) throws IOException {
            var fin = System.nanoTime() + INSTANT;
            var recu = new Ignore();
            var octets = 0;
            while (!lu(requete) && octets < RESTE_MAX && System.nanoTime() < fin) {
                if (recus(requete) == 0) {
                    LockSupport.parkNanos(PAUSE);
                } else {
                    var nombre = requete.getCoyoteRequest().doRead(recu);
                    if (nombre < 0) {
                        return;
                    }
                    octets += nombre;
                }
            }
        }

        /** Ce qui est arrivé jusqu'à la machine, sans attendre la suite. */
        private static int recus(Request requete) {
            requete.getCoyoteRequest().action(ActionCode.AVAILABLE, Boolean.TRUE);
            return requete.getCoyoteRequest().getAvailable();
        }

        private static boolean lu(Request requete) {
            var fini = new AtomicBoolean();
            requete.getCoyoteRequest().action(ActionCode.REQUEST_BODY_FULLY_READ, fini);
            return fini.get();
        }
    }
}
