package fr.convergence.portail.etape;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.formulaire.NomsReserves;
import fr.convergence.portail.guichet.EtapeDuGuichet;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Ce que les pages d'une étape nomment pour elles-mêmes, aucune définition ne peut le prendre. */
@TestDuPortail
@Tag("FRM-1")
final class NomsReservesTest {

    /** Ce qu'un identifiant de question peut être. */
    private static final Pattern QUESTION = Pattern.compile("[a-z][a-z0-9_]*");

    private static final List<String> QUESTIONS = List.of("role", "groupe");

    @Autowired
    ApplicationContext portail;

    @Autowired
    UneSaisie saisie;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void tout_champ_et_toute_ancre_d_une_page_de_section_hors_des_questions_est_reserve() {
        saisie.enregistrer("role", "0", "role", "Directrice");
        var page =
                Jsoup.parse(new String(saisie.page("/engagement").getResponse().getContentAsByteArray(), UTF_8));
        var noms = new ArrayList<String>();
        page.select("form[data-saisie] [name], [id]").stream()
                .flatMap(element -> List.of(element.attr("name"), element.id()).stream())
                .filter(nom -> QUESTION.matcher(nom).matches() && !QUESTIONS.contains(nom))
                .distinct()
                .forEach(noms::add);

        assertThat(noms).contains("suite", "contenu").allMatch(NomsReserves::question);
        assertThat(page.select("form[data-saisie] [name*='.']").stream()
                        .map(NomsReservesTest::prefixe)
                        .distinct())
                .isNotEmpty()
                .allMatch(NomsReserves::question);
    }

    @Test
    void la_suite_d_un_tableau_de_meme() {
        var page = Jsoup.parse(new String(
                UnTableau.de(portail, 30)
                        .page("/entites?lignes=2")
                        .getResponse()
                        .getContentAsByteArray(),
                UTF_8));

        assertThat(page.select("form[data-saisie] [name]").eachAttr("name").stream()
                        .filter(nom -> QUESTION.matcher(nom).matches())
                        .distinct())
                .contains("lignes", "suite")
                .allMatch(NomsReserves::question);
    }

    @Test
    void toute_adresse_que_les_routes_occupent_est_reservee() {
        var routes = requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .flatMap(route -> route.getPatternValues().stream())
                .map(route -> route.replaceAll("\\{[^/]*}", "{}"))
                .map(route -> route.split("/"))
                .filter(route -> route.length > 3 && route[1].equals("dossiers"))
                .toList();

        assertThat(routes).isNotEmpty();
        assertThat(routes.stream()
                        .map(route -> route[3])
                        .filter(nom -> !nom.equals("{}"))
                        .filter(nom -> !nom.contains(".")) // aucun code d'étape n'a de point
                        .distinct())
                .isNotEmpty()
                .allMatch(EtapeDuGuichet::reservee);
        assertThat(routes.stream()
                        .filter(route -> route.length > 4 && route[3].equals("{}"))
                        .map(route -> route[4])
                        .filter(nom -> !nom.equals("{}"))
                        .distinct())
                .isNotEmpty()
                .allMatch(NomsReserves::section);
        assertThat(NomsReserves.section(SectionPage.ENSEMBLE)).isTrue();
    }

    @Test
    void un_nom_neuf_se_verrait() {
        assertThat(NomsReserves.question("bouton_neuf")).isFalse();
        assertThat(NomsReserves.section("page-neuve")).isFalse();
        assertThat(EtapeDuGuichet.reservee("page_neuve")).isFalse();
    }

    private static String prefixe(Element champ) {
        return champ.attr("name").substring(0, champ.attr("name").indexOf('.'));
    }
}
