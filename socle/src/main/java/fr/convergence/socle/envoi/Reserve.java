package fr.convergence.socle.envoi;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.http.HttpStatus;

/**
 * Ce que tous les corps de requête en cours de lecture peuvent tenir ensemble : des octets de mémoire, et des fils du
 * serveur. Au-delà, la requête repart en 503 : les autres pages gardent leur place.
 */
final class Reserve {

    private final long octets;
    private final AtomicLong pris = new AtomicLong();
    private final Semaphore lectures;

    Reserve(long octets, int lectures) {
        this.octets = octets;
        this.lectures = new Semaphore(lectures);
    }

    /** La part d'une requête, à rendre quand elle finit. */
    Part ouvrir(long auPlus) throws CorpsRefuse {
        if (!lectures.tryAcquire()) {
            throw new CorpsRefuse(HttpStatus.SERVICE_UNAVAILABLE);
        }
        return new Part(auPlus);
    }

    long enCours() {
        return pris.get();
    }

    /** Ce qu'une requête tient. Sa lecture finie, elle ne retient plus que sa mémoire. */
    final class Part implements AutoCloseable {

        private final long auPlus;
        private long tenus;
        private boolean lit = true;

        private Part(long auPlus) {
            this.auPlus = auPlus;
        }

        void prendre(long nombre) throws CorpsRefuse {
            if (tenus + nombre > auPlus) {
                throw new CorpsRefuse(HttpStatus.CONTENT_TOO_LARGE);
            }
            if (pris.addAndGet(nombre) > octets) {
                pris.addAndGet(-nombre);
                throw new CorpsRefuse(HttpStatus.SERVICE_UNAVAILABLE);
            }
            tenus += nombre;
        }

        void rendre(long nombre) {
            tenus -= nombre;
            pris.addAndGet(-nombre);
        }

        void lue() {
            if (lit) {
                lit = false;
                lectures.release();
            }
        }

        @Override
        public void close() {
            lue();
            rendre(tenus);
        }
    }
}
