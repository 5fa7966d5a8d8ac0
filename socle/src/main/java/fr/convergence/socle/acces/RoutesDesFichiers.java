package fr.convergence.socle.acces;

import fr.convergence.socle.envoi.RoutesAFichiers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Les routes qui reçoivent des fichiers : celles dont une méthode en demande. Une même adresse en sert plusieurs, que seul le
 * corps départage ; on le lit dès que l'une d'elles en reçoit.
 */
@Component
final class RoutesDesFichiers implements RoutesAFichiers {

    private record Route(String methode, PathPattern motif, HandlerMethod cible) {}

    private final Supplier<List<Route>> routes;
    private final GardienDesRoutes gardien;

    RoutesDesFichiers(
            GardienDesRoutes gardien,
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> routeur) {
        this.gardien = gardien;
        // Les contrôleurs ne sont pas encore là quand la chaîne de filtres se construit.
        this.routes = SingletonSupplier.of(() -> routes(routeur.getObject()));
    }

    @Override
    public boolean existe(HttpServletRequest requete) {
        return visees(requete).findAny().isPresent();
    }

    @Override
    public boolean ouverte(HttpServletRequest requete) {
        var qui = PersonneConnectee.presente();
        return visees(requete).anyMatch(route -> gardien.ouverte(route.cible(), qui));
    }

    @Override
    public Optional<UUID> connecte() {
        return PersonneConnectee.presente().map(PersonneConnectee::compte);
    }

    private Stream<Route> visees(HttpServletRequest requete) {
        var chemin = ServletRequestPathUtils.parse(requete).pathWithinApplication();
        return routes.get().stream()
                .filter(route -> route.methode().equals(requete.getMethod())
                        && route.motif().matches(chemin));
    }

    private static List<Route> routes(RequestMappingHandlerMapping routeur) {
        return routeur.getHandlerMethods().entrySet().stream()
                .filter(route -> recoitDesFichiers(route.getValue()))
                .flatMap(route -> motifs(route.getKey()).stream()
                        .flatMap(motif -> route.getKey().getMethodsCondition().getMethods().stream()
                                .map(methode -> new Route(methode.name(), motif, route.getValue()))))
                .toList();
    }

    private static List<PathPattern> motifs(RequestMappingInfo route) {
        var motifs = route.getPathPatternsCondition();
        return motifs == null ? List.of() : List.copyOf(motifs.getPatterns());
    }

    private static boolean recoitDesFichiers(HandlerMethod cible) {
        return Arrays.stream(cible.getMethodParameters())
                .map(MethodParameter::getGenericParameterType)
                .anyMatch(type -> type.getTypeName().contains(MultipartFile.class.getName()));
    }
}
