package fr.convergence.isc.deconnexion;

import fr.convergence.isc.autorisation.JetonsEmis;
import fr.convergence.isc.deconnexion.Participations.Participation;
import fr.convergence.socle.session.Sessions;
import fr.convergence.socle.session.SessionsTerminees;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** À la déconnexion, d'où qu'elle vienne : chaque service de la session reçoit un avis, et ses jetons sont révoqués. */
@Component
public final class AvertirLesServices implements LogoutHandler {

    private final SessionDesServices sessions;
    private final Sessions ouvertes;
    private final Participations participations;
    private final Avis avis;
    private final JetonsEmis jetons;
    private final TransactionTemplate transactions;

    AvertirLesServices(
            SessionDesServices sessions,
            Sessions ouvertes,
            Participations participations,
            Avis avis,
            JetonsEmis jetons,
            TransactionTemplate transactions) {
        this.sessions = sessions;
        this.ouvertes = ouvertes;
        this.participations = participations;
        this.avis = avis;
        this.jetons = jetons;
        this.transactions = transactions;
    }

    @Override
    public void logout(
            HttpServletRequest requete, HttpServletResponse reponse, @Nullable Authentication authentification) {
        var session = requete.getSession(false);
        if (session != null) {
            var nom = sessions.nom(session);
            transactions.executeWithoutResult(_ -> {
                jetons.revoquerLaSession(nom);
                prevenir(participations.finir(nom));
            });
        }
    }

    /** D'autres que leur titulaire, ou lui d'un autre appareil, ont terminé ces sessions. */
    @EventListener
    void apprendre(SessionsTerminees fait) {
        transactions.executeWithoutResult(_ -> {
            var finies = participations.finirLesAutres(fait.compte(), ouvertes.references(fait.compte()));
            finies.stream().map(Participation::session).distinct().forEach(jetons::revoquerLaSession);
            prevenir(finies);
        });
    }

    private void prevenir(List<Participation> finies) {
        finies.forEach(avis::deposer);
    }
}
