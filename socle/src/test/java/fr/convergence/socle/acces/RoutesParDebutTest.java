package fr.convergence.socle.acces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPatternParser;

/** Une requête trouve sa route comme si elle les essayait toutes. */
final class RoutesParDebutTest {

    private final RoutesParDebut routes = new RoutesParDebut();

    @ParameterizedTest
    @CsvSource({
        "/dossiers/{reference}, /dossiers/ABC, true",
        "/dossiers/{reference}, /dossi%65rs/ABC, true",
        "/dossiers/{reference}, /dossiers;a=b/ABC, true",
        "/dossiers/{reference}, /dossier/ABC, false",
        "/dossiers/{reference}, /Dossiers/ABC, false",
        "/dossiers/{reference}, /, false",
        "/{page:plan|aide}, /aide, true",
        "/{page:plan|aide}, /cgu, false",
        "/d*/x, /dossiers/x, true",
        "/**, /a/b/c, true",
        "/, /, true",
        "/, /x, false",
        "/aide|/cgu/{version}, /cgu/2, true",
        "/aide|/cgu/{version}, /aide/2, false"
    })
    void la_reponse_est_celle_de_spring(String motifs, String chemin, boolean trouvee) {
        var options = new RequestMappingInfo.BuilderConfiguration();
        options.setPatternParser(new PathPatternParser());
        var liste = motifs.contains(":") ? new String[] {motifs} : motifs.split("\\|");
        var route = RequestMappingInfo.paths(liste).options(options).build();
        var requete = new MockHttpServletRequest("GET", chemin);
        ServletRequestPathUtils.parseAndCache(requete);

        assertThat(route.getMatchingCondition(requete) != null)
                .as("ce qu'en dit Spring de %s", Arrays.toString(liste))
                .isEqualTo(trouvee);
        assertThat(routes.getMatchingMapping(route, requete) != null).isEqualTo(trouvee);
    }
}
