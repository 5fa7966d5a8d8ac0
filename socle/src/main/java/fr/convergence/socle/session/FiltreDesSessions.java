package fr.convergence.socle.session;

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
 * Le filtre de Spring Session, qui ne lit la session qu'une fois par requête.
 *
 * <p>Le sien la relit après chaque enregistrement, donc deux fois par requête, pour savoir s'il doit rendre le témoin : trois
 * lectures, plus que toute autre page n'en demande. Terminée entre-temps par un autre nœud, elle l'est à la requête suivante.
 */
final class FiltreDesSessions<S extends Session> extends SessionRepositoryFilter<S> {

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
        requete.setAttribute(SessionDeLaRequete.ECRITURE, (Runnable) sessions::ecrire);
        try {
            super.doFilterInternal(requete, reponse, suite);
        } finally {
            sessions.oublier();
        }
    }

    /** Retient, le temps d'une requête, la session qu'elle a lue, et la sienne si elle en a ouvert une autre. */
    private static final class SessionsDeLaRequete<S extends Session> implements SessionRepository<S> {

        private final SessionRepository<S> depot;
        private final ThreadLocal<S> lue = new ThreadLocal<>();
        private final ThreadLocal<S> courante = new ThreadLocal<>();

        SessionsDeLaRequete(SessionRepository<S> depot) {
            this.depot = depot;
        }

        void oublier() {
            lue.remove();
            courante.remove();
        }

        /** Celle de la requête, lue ou neuve, s'il y en a une. */
        void ecrire() {
            var session = courante.get();
            if (session != null) {
                depot.save(session);
            }
        }

        @Override
        public S createSession() {
            var session = depot.createSession();
            courante.set(session);
            return session;
        }

        @Override
        public void save(S session) {
            depot.save(session);
        }

        @Override
        public @Nullable S findById(String id) {
            var connue = lue.get();
            if (connue != null && connue.getId().equals(id)) {
                return connue;
            }
            var trouvee = depot.findById(id);
            if (trouvee != null) {
                lue.set(trouvee);
                courante.set(trouvee);
            }
            return trouvee;
        }

        @Override
        public void deleteById(String id) {
            oublier();
            depot.deleteById(id);
        }
    }
}
