package fr.convergence.socle.mesure;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/** Note la durée de chaque requête, quand quelqu'un relève les mesures de ce nœud. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class MesureDesRequetes extends OncePerRequestFilter {

    /** Une adresse sans route, quelle qu'elle soit : c'est ce que tape qui cherche une faille. */
    private static final String AUCUNE = "aucune";

    private final Releve releve;

    MesureDesRequetes(Releve releve) {
        this.releve = releve;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest requete) {
        return !releve.enCours();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite)
            throws ServletException, IOException {
        var debut = System.nanoTime();
        var statut = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        try {
            suite.doFilter(requete, reponse);
            statut = reponse.getStatus();
        } finally {
            releve.requete(methode(requete), route(requete), statut, System.nanoTime() - debut);
        }
    }

    /** Un verbe inventé n'est pas une étiquette. */
    private static String methode(HttpServletRequest requete) {
        for (var connue : HttpMethod.values()) {
            if (connue.name().equals(requete.getMethod())) {
                return connue.name();
            }
        }
        return "AUTRE";
    }

    private static String route(HttpServletRequest requete) {
        var motif = requete.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return motif == null ? AUCUNE : motif.toString();
    }
}
