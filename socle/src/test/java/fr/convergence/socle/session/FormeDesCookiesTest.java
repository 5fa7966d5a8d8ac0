package fr.convergence.socle.session;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.socle.site.Site;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.CookieSerializer.CookieValue;

/** En production toujours, et en démonstration partout où le navigateur les garde : les mêmes noms, les mêmes drapeaux. */
@Tag("CNX-7")
class FormeDesCookiesTest {

    private static final FormeDesCookies PRODUCTION = new FormeDesCookies(new Site("portail", ""), true);
    private static final FormeDesCookies DEMONSTRATION = new FormeDesCookies(new Site("portail", ""), false);
    private static final String COMPLETS = "; Secure; HttpOnly; SameSite=Lax";

    @ParameterizedTest
    @ValueSource(strings = {"http://portail.example", "http://localhost:8080", "https://portail.example"})
    void en_production_le_prefixe_et_secure_partout(String adresse) {
        assertThat(pose(PRODUCTION, requete(adresse)))
                .startsWith("__Host-appareil=v; Path=/")
                .endsWith(COMPLETS);
        assertThat(session(PRODUCTION, requete(adresse)))
                .startsWith("__Host-session=")
                .contains("; Path=/")
                .endsWith(COMPLETS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080", "https://demo.example"})
    void en_demonstration_ce_sont_ceux_de_la_production(String adresse) {
        assertThat(pose(DEMONSTRATION, requete(adresse))).isEqualTo(pose(PRODUCTION, requete(adresse)));
        assertThat(session(DEMONSTRATION, requete(adresse))).isEqualTo(session(PRODUCTION, requete(adresse)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://192.168.1.20:8080", "http://127.0.0.1:8080", "http://localhost.example:8080"})
    void en_http_hors_de_localhost_seuls_manquent_ce_que_http_interdit(String adresse) {
        assertThat(pose(DEMONSTRATION, requete(adresse)))
                .isEqualTo(pose(PRODUCTION, requete(adresse))
                        .replace("__Host-", "")
                        .replace("; Secure", ""));
        assertThat(session(DEMONSTRATION, requete(adresse)))
                .isEqualTo(session(PRODUCTION, requete(adresse))
                        .replace("__Host-", "")
                        .replace("; Secure", ""));
    }

    @Test
    void un_temoin_se_relit_sous_le_nom_qu_il_a_la() {
        var ici = requete("http://localhost:8080");
        ici.setCookies(new Cookie("appareil", "d’un autre site"), new Cookie("__Host-appareil", "le nôtre"));
        assertThat(DEMONSTRATION.lire("appareil", ici)).contains("le nôtre");

        var ailleurs = requete("http://192.168.1.20:8080");
        ailleurs.setCookies(new Cookie("appareil", "secret"));
        assertThat(DEMONSTRATION.lire("appareil", ailleurs)).contains("secret");
        assertThat(PRODUCTION.lire("appareil", ailleurs)).isEmpty();
    }

    private static String pose(FormeDesCookies forme, MockHttpServletRequest requete) {
        var reponse = new MockHttpServletResponse();
        forme.poser("appareil", "v", Duration.ofHours(1), requete, reponse);
        return reponse.getHeader("Set-Cookie").replaceAll("Expires=[^;]*; ", "");
    }

    private static String session(FormeDesCookies forme, MockHttpServletRequest requete) {
        var reponse = new MockHttpServletResponse();
        new SessionsDuServeur().temoinDeSession(forme).writeCookieValue(new CookieValue(requete, reponse, "v"));
        return reponse.getHeader("Set-Cookie").replaceAll("Expires=[^;]*; ", "");
    }

    private static MockHttpServletRequest requete(String adresse) {
        var uri = java.net.URI.create(adresse);
        var requete = new MockHttpServletRequest("GET", "/");
        requete.setScheme(uri.getScheme());
        requete.setServerName(uri.getHost());
        requete.setSecure(uri.getScheme().equals("https"));
        return requete;
    }
}
