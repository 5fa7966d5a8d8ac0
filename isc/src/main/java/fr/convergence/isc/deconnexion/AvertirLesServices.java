package fr.convergence.isc.deconnexion;

import fr.convergence.isc.autorisation.JetonsEmis;
import fr.convergence.isc.deconnexion.Participations.Participation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** À la déconnexion, d'où qu'elle vienne : chaque service de la session reçoit un avis, et ses jetons sont révoqués. */
@Component
public final class AvertirLesServices implements LogoutHandler {

    private final SessionDesServices sessions;
    private final Participations participations;
    private final Avis avis;
    private final JetonsEmis jetons;
    private final TransactionTemplate transactions;

    AvertirLesServices(
            SessionDesServices sessions,
            Participations participations,
            Avis avis,
            JetonsEmis jetons,
            TransactionTemplate transactions) {
        this.sessions = sessions;
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

    /** Toutes les sessions d'un compte finissent : il est désactivé, ou son titulaire le demande. */
    public void duTitulaire(UUID compte) {
        transactions.executeWithoutResult(_ -> {
            var finies = participations.finirToutes(compte);
            finies.stream().map(Participation::session).distinct().forEach(jetons::revoquerLaSession);
            prevenir(finies);
        });
    }

    private void prevenir(List<Participation> finies) {
        finies.forEach(avis::deposer);
    }
}
