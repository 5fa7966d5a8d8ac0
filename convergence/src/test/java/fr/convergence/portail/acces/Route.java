package fr.convergence.portail.acces;

import fr.convergence.socle.acces.RegleDeRoute;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Une route du portail, telle que le routeur la connaît.
 *
 * @param motif chemin dont les variables ont perdu leur forme, « /dossiers/{reference} »
 * @param parametre celui qui la distingue d'une autre de même chemin, ou vide
 */
record Route(String methode, String motif, String parametre, RegleDeRoute regle) {

    /** Toutes, de la plus inoffensive à celle qui efface. */
    static List<Route> toutes(RequestMappingHandlerMapping routeur) {
        return routeur.getHandlerMethods().entrySet().stream()
                .filter(entree ->
                        entree.getValue().getBeanType().getPackageName().startsWith("fr.convergence"))
                .flatMap(entree -> de(entree.getKey(), entree.getValue()))
                .sorted(Comparator.comparing((Route route) -> route.methode().equals("DELETE"))
                        .thenComparing(Route::motif)
                        .thenComparing(Route::nom))
                .toList();
    }

    private static Stream<Route> de(RequestMappingInfo route, HandlerMethod cible) {
        var regle = RegleDeRoute.de(cible).orElseThrow(() -> new AssertionError("Sans règle : " + cible));
        var methodes = route.getMethodsCondition().getMethods();
        var parametres = route.getParamsCondition().getExpressions().stream()
                .map(Object::toString)
                .filter(parametre -> !parametre.startsWith("!"))
                .collect(Collectors.joining("&"));
        return (methodes.isEmpty() ? Set.of(RequestMethod.GET) : methodes)
                .stream()
                        .flatMap(methode -> route.getPatternValues().stream()
                                .map(motif -> new Route(methode.name(), sansFormes(motif), parametres, regle)));
    }

    /** « {reference:[A-Z]{10}} » se lit « {reference} ». */
    private static String sansFormes(String motif) {
        return motif.replaceAll("\\{([a-z]+):(?:[^{}]|\\{[^{}]*})*}", "{$1}");
    }

    /** Les rôles admis ; aucun si elle l'est à toute personne connectée. */
    List<Role> admis() {
        var reserve = AnnotatedElementUtils.findMergedAnnotation(regle.porteur(), ReserveA.class);
        return reserve == null ? List.of() : List.of(reserve.value());
    }

    String nom() {
        return methode + " " + motif + (parametre.isEmpty() ? "" : "?" + parametre);
    }

    boolean ecrit() {
        return !Set.of("GET", "HEAD", "OPTIONS").contains(methode);
    }

    /** L'adresse de l'objet désigné par ces variables. */
    String adresse(Map<String, String> variables) {
        var adresse = motif;
        for (var variable : variables.entrySet()) {
            adresse = adresse.replace("{" + variable.getKey() + "}", variable.getValue());
        }
        return adresse + (parametre.isEmpty() ? "" : "?" + parametre + "=" + variables.getOrDefault(parametre, "1"));
    }
}
