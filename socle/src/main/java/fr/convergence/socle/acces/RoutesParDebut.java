package fr.convergence.socle.acces;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Les routes des contrôleurs, dont une requête n'essaie que celles qui commencent par le même mot : « dossiers ».
 *
 * <p>Spring essaie, à chaque requête, toutes celles qui ont une variable, motif par motif : plus de cent.
 */
final class RoutesParDebut extends RequestMappingHandlerMapping {

    /** Par route, les mots par lesquels elle commence ; vide pour celle qui commence par une variable. */
    private final Map<RequestMappingInfo, Optional<Set<String>>> debuts = new ConcurrentHashMap<>();

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo route, HttpServletRequest requete) {
        var mots = debuts.computeIfAbsent(route, RoutesParDebut::debuts);
        return mots.isEmpty() || mots.get().contains(debut(requete)) ? super.getMatchingMapping(route, requete) : null;
    }

    private static Optional<Set<String>> debuts(RequestMappingInfo route) {
        var mots = new HashSet<String>();
        for (var motif : route.getPatternValues()) {
            var fin = motif.indexOf('/', 1);
            var mot = motif.isEmpty() ? "" : motif.substring(1, fin < 0 ? motif.length() : fin);
            if (mot.matches(".*[{*?].*")) {
                return Optional.empty();
            }
            mots.add(mot);
        }
        return Optional.of(Set.copyOf(mots));
    }

    /** Décodé et sans ses paramètres, comme les motifs le comparent. */
    private static String debut(HttpServletRequest requete) {
        var morceaux = ServletRequestPathUtils.getParsedRequestPath(requete)
                .pathWithinApplication()
                .elements();
        return morceaux.size() > 1 && morceaux.get(1) instanceof PathSegment mot ? mot.valueToMatch() : "";
    }
}
