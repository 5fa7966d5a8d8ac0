package fr.convergence.socle.authentification;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.web.http.SessionRepositoryFilter;

/**
 * Le filtre de Spring Session, qui ne lit la session qu'une fois par requête et ne l'écrit que si elle a changé.
 *
 * <p>Le sien la relit après chaque enregistrement, donc deux fois par requête, pour savoir s'il doit rendre le témoin : trois
 * lectures et trois transactions, plus que toute autre page n'en demande. Terminée entre-temps par un autre nœud, elle l'est à
 * la requête suivante.
 */
final class FiltreDesSessions<S extends Session> extends SessionRepositoryFilter<SessionEspacee<S>> {

    private final SessionsDeLaRequete<S> sessions;

    FiltreDesSessions(SessionRepository<S> depot) {
        this(new SessionsDeLaRequete<>(depot));
    }

    private FiltreDesSessions(SessionsDeLaRequete<S> sessions) {
        super(sessions);
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite)
            throws ServletException, IOException {
        try {
            super.doFilterInternal(requete, reponse, suite);
        } finally {
            sessions.oublier();
        }
    }

    /** Retient, le temps d'une requête, la session qu'elle a lue. */
    private static final class SessionsDeLaRequete<S extends Session> implements SessionRepository<SessionEspacee<S>> {

        private final SessionRepository<S> depot;
        private final ThreadLocal<SessionEspacee<S>> lue = new ThreadLocal<>();

        SessionsDeLaRequete(SessionRepository<S> depot) {
            this.depot = depot;
        }

        void oublier() {
            lue.remove();
        }

        @Override
        public SessionEspacee<S> createSession() {
            return SessionEspacee.neuve(depot.createSession());
        }

        @Override
        public void save(SessionEspacee<S> session) {
            if (session.prendreLesChangements()) {
                depot.save(session.session());
            }
        }

        @Override
        public @Nullable SessionEspacee<S> findById(String id) {
            var connue = lue.get();
            if (connue != null && connue.getId().equals(id)) {
                return connue;
            }
            // PostgreSQL n'a pas de caractère nul : un témoin forgé qui en porte un n'est celui d'aucune session.
            var trouvee = id.indexOf('\0') < 0 ? depot.findById(id) : null;
            if (trouvee == null) {
                return null;
            }
            lue.set(SessionEspacee.lue(trouvee));
            return lue.get();
        }

        @Override
        public void deleteById(String id) {
            oublier();
            depot.deleteById(id);
        }
    }
}
