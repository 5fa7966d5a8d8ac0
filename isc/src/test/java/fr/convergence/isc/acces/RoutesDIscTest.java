package fr.convergence.isc.acces;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.isc.TestDIsc;
import fr.convergence.socle.acces.RegleDeRoute;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Chaque route dit à qui elle est ouverte. */
@TestDIsc
final class RoutesDIscTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    @Test
    void chaque_route_a_sa_regle() {
        var lesNotres = routes.getHandlerMethods().values().stream()
                .filter(route -> route.getBeanType().getPackageName().startsWith("fr.convergence"))
                .toList();
        assertThat(lesNotres).isNotEmpty();
        assertThat(sansRegle(lesNotres)).isEmpty();
    }

    @Test
    void une_requete_n_essaie_que_les_routes_de_son_debut() {
        assertThat(routes.getClass().getSimpleName()).isEqualTo("RoutesParDebut");
    }

    @Test
    void une_route_sans_regle_se_verrait() throws NoSuchMethodException {
        var fautive =
                new HandlerMethod(this, RoutesDIscTest.class.getDeclaredMethod("une_route_sans_regle_se_verrait"));

        assertThat(sansRegle(List.of(fautive))).containsExactly(fautive);
    }

    private static List<HandlerMethod> sansRegle(java.util.Collection<HandlerMethod> routes) {
        return routes.stream().filter(route -> RegleDeRoute.de(route).isEmpty()).toList();
    }
}
