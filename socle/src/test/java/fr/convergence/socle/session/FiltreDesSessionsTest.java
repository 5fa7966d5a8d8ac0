package fr.convergence.socle.session;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.MapSession;
import org.springframework.session.MapSessionRepository;

final class FiltreDesSessionsTest {

    private final List<String> lectures = new ArrayList<>();
    private final MapSessionRepository depot = new MapSessionRepository(new ConcurrentHashMap<>()) {
        @Override
        public MapSession findById(String id) {
            lectures.add(id);
            return super.findById(id);
        }
    };
    private final FiltreDesSessions<MapSession> filtre = new FiltreDesSessions<>(depot);

    @Test
    void une_session_ne_se_lit_qu_une_fois_par_requete() throws Exception {
        var session = ouverte();

        var reponse = servir(session, (requete, suite) -> {
            assertThat(((HttpServletRequest) requete).getSession().getAttribute("qui"))
                    .isEqualTo("claire");
            suite.getOutputStream().write(1);
            suite.flushBuffer();
        });

        assertThat(lectures).containsExactly(session.getId());
        assertThat(reponse.getCookies()).as("le témoin n'a pas changé").isEmpty();
    }

    @Test
    void ce_qu_une_requete_ecrit_se_garde() throws Exception {
        var session = ouverte();

        servir(
                session,
                (requete, _) -> ((HttpServletRequest) requete).getSession().setAttribute("qui", "karim"));

        assertThat(depot.findById(session.getId()).<String>getAttribute("qui")).isEqualTo("karim");
    }

    @Test
    void une_session_terminee_ailleurs_est_finie_a_la_requete_suivante() throws Exception {
        var session = ouverte();
        servir(session, (requete, _) -> ((HttpServletRequest) requete).getSession());
        depot.deleteById(session.getId());

        servir(
                session,
                (requete, _) -> assertThat(((HttpServletRequest) requete).getSession(false))
                        .isNull());
    }

    @Test
    void une_session_invalidee_dans_la_requete_n_y_revient_pas() throws Exception {
        var session = ouverte();

        var reponse = servir(session, (requete, _) -> {
            ((HttpServletRequest) requete).getSession().invalidate();
            assertThat(((HttpServletRequest) requete).getSession(false)).isNull();
        });

        assertThat(depot.findById(session.getId())).isNull();
        assertThat(reponse.getCookie("SESSION").getMaxAge()).isZero();
    }

    private MapSession ouverte() {
        var session = depot.createSession();
        session.setAttribute("qui", "claire");
        depot.save(session);
        lectures.clear();
        return session;
    }

    private MockHttpServletResponse servir(MapSession session, FilterChain page) throws Exception {
        var requete = new MockHttpServletRequest();
        requete.setCookies(new Cookie(
                "SESSION", Base64.getEncoder().encodeToString(session.getId().getBytes())));
        var reponse = new MockHttpServletResponse();
        filtre.doFilter(requete, reponse, page);
        return reponse;
    }
}
