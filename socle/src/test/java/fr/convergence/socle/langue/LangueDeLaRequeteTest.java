package fr.convergence.socle.langue;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.socle.site.Langue;
import fr.convergence.socle.site.Site;
import jakarta.servlet.http.Cookie;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

final class LangueDeLaRequeteTest {

    private static final Site BILINGUE = new Site("essai", "e-", List.of(Langue.FRANCAIS, Langue.ANGLAIS));

    private final MockHttpServletRequest requete = new MockHttpServletRequest("GET", "/page");
    private final MockHttpServletResponse reponse = new MockHttpServletResponse();

    @Test
    void sans_rien_dire_on_lit_en_francais() throws Exception {
        assertThat(langue(BILINGUE)).isEqualTo("fr");
    }

    @Test
    void le_navigateur_dit_la_sienne_et_la_premiere_que_le_site_parle_l_emporte() throws Exception {
        requete.addHeader("Accept-Language", "de, en-GB;q=0.8, fr;q=0.5");
        assertThat(langue(BILINGUE)).isEqualTo("en");
        assertThat(reponse.getCookies()).as("rien n'est choisi").isEmpty();
    }

    @Test
    void un_choix_l_emporte_et_se_retient() throws Exception {
        requete.addHeader("Accept-Language", "fr");
        requete.setQueryString("apres=1&langue=en");
        assertThat(langue(BILINGUE)).isEqualTo("en");
        assertThat(reponse.getHeader("Set-Cookie"))
                .startsWith("__Host-e-langue=en")
                .contains("Max-Age=31536000");
        requete.setQueryString(null);
        requete.setCookies(new Cookie("__Host-e-langue", "en"));
        assertThat(langue(BILINGUE)).isEqualTo("en");
    }

    @Test
    void une_langue_que_le_site_ne_parle_pas_ne_change_rien() throws Exception {
        requete.setQueryString("langue=de");
        assertThat(langue(BILINGUE)).isEqualTo("fr");
        requete.setQueryString("langue=en");
        assertThat(langue(new Site("essai", "")))
                .as("site en français seulement")
                .isEqualTo("fr");
    }

    private String langue(Site site) throws Exception {
        try (var contexte = new AnnotationConfigApplicationContext()) {
            contexte.registerBean(Site.class, () -> site);
            contexte.scan("fr.convergence.socle.langue");
            contexte.register(Class.forName("fr.convergence.socle.session.FormeDesCookies"));
            contexte.refresh();
            var lue = new String[1];
            contexte.getBean(LangueDeLaRequete.class).doFilter(requete, reponse, new MockFilterChain() {
                @Override
                public void doFilter(jakarta.servlet.ServletRequest demande, jakarta.servlet.ServletResponse rendue) {
                    lue[0] = Langue.presente().code();
                    assertThat(demande.getLocale().getLanguage()).isEqualTo(lue[0]);
                }
            });
            return lue[0];
        }
    }
}
