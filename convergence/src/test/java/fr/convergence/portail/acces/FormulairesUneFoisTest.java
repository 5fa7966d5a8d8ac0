package fr.convergence.portail.acces;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.socle.envoi.Rejouable;
import fr.convergence.socle.page.Vue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Chaque formulaire porte une clé, et chaque route qui en reçoit un le fait une fois ou dit pourquoi c'est inutile. */
@TestDuPortail
final class FormulairesUneFoisTest {

    /** Par route, la méthode qui ne retient pas la clé ; la raison est sur elle. */
    private static final List<String> REJOUABLES = List.of(
            "ArbitrageController.joindre",
            "CaptchaController.renouveler",
            "CodeController.verifier",
            "ConnexionController.connecterEquipe",
            "ConnexionController.connecterEtablissement",
            "ConnexionParCleController.connecter",
            "ConteneursController.accepter",
            "ConteneursController.activer",
            "ConteneursController.preparer",
            "ConteneursController.remplacer",
            "DecisionController.prendre",
            "DonneesController.supprimer",
            "EditionController.examiner",
            "EquipeController.relier",
            "EquipeController.verifier",
            "EtablissementController.choisir",
            "EtablissementController.choisirType",
            "EtapeController.deposer",
            "EtapeController.enregistrer",
            "EtapeController.retirer",
            "EtapeController.verifier",
            "InformationsController.suivant",
            "JournalController.verifier",
            "MessagesDInstructionController.envoyer",
            "MessagesDuReferentController.envoyer",
            "SignatureController.demanderUnCode",
            "ModelesController.apercu",
            "OubliController.remplacer",
            "PiecesController.retirer",
            "PrestataireController.recevoir",
            "ReponsesController.enregistrer",
            "SecoursController.verifier",
            "SessionController.prolonger",
            "TeleversementController.creer",
            "TeleversementController.servir");

    private static final Pattern FORMULAIRE = Pattern.compile("<form[^>]*method=\"post\"[^>]*>\\s*(\\S+)");
    private static final Pattern CHAMP = Pattern.compile("name=\"\\$\\{Cadre\\.CLE_D_ENVOI}\"");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    @Test
    void chaque_route_qui_recoit_un_formulaire_le_fait_une_fois_ou_se_nomme_ici() {
        var posts = posts();

        assertThat(posts).hasSizeGreaterThan(40);
        assertThat(new TreeSet<>(rejouables(posts).keySet())).isEqualTo(new TreeSet<>(REJOUABLES));
        assertThat(rejouables(posts).values()).allMatch(raison -> raison.length() > 10);
        assertThat(posts).filteredOn(FormulairesUneFoisTest::oublieuse).isEmpty();
    }

    @Test
    void une_route_oublieuse_se_verrait() throws NoSuchMethodException {
        var fautive = new HandlerMethod(
                this, FormulairesUneFoisTest.class.getDeclaredMethod("une_route_oublieuse_se_verrait"));

        assertThat(oublieuse(fautive)).isTrue();
    }

    @Test
    void chaque_formulaire_en_post_porte_sa_cle() throws IOException {
        var sans = new ArrayList<String>();
        var vus = 0;
        for (var racine : List.of(Path.of("src/main/java"), Path.of("../socle/src/main/java"))) {
            try (Stream<Path> gabarits = Files.walk(racine)) {
                for (var gabarit : gabarits.filter(chemin -> chemin.toString().endsWith(".jte"))
                        .toList()) {
                    var texte = Files.readString(gabarit);
                    vus += (int) FORMULAIRE.matcher(texte).results().count();
                    sansCle(texte).forEach(formulaire -> sans.add(gabarit.getFileName() + " : " + formulaire));
                }
            }
        }
        assertThat(vus).isGreaterThan(40);
        assertThat(sans).isEmpty();
        assertThat(Files.readString(Path.of("../socle/src/main/java/fr/convergence/socle/page/csrf.jte")))
                .containsPattern(CHAMP);
    }

    @Test
    void un_formulaire_sans_cle_se_verrait() {
        assertThat(sansCle("<form action=\"/x\" method=\"post\">\n    <input name=\"nom\">"))
                .hasSize(1);
        assertThat(sansCle("<form method=\"post\">\n    @template.socle.page.csrf(cadre = cadre)"))
                .isEmpty();
        assertThat(sansCle("<form method=\"get\"><input name=\"q\">"))
                .as("une recherche n'écrit rien")
                .isEmpty();
    }

    private static List<String> sansCle(String gabarit) {
        return FORMULAIRE
                .matcher(gabarit)
                .results()
                .filter(formulaire -> !formulaire.group(1).startsWith("@template.socle.page.csrf")
                        && !formulaire.group(1).startsWith("@template.portail.inscription.liste"))
                .map(MatchResult::group)
                .toList();
    }

    private List<HandlerMethod> posts() {
        return routes.getHandlerMethods().entrySet().stream()
                .filter(route -> route.getValue().getBeanType().getPackageName().startsWith("fr.convergence"))
                .filter(route ->
                        route.getKey().getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Map<String, String> rejouables(List<HandlerMethod> posts) {
        var trouvees = new TreeMap<String, String>();
        for (var route : posts) {
            var raison = route.getMethodAnnotation(Rejouable.class);
            if (raison != null) {
                trouvees.put(
                        route.getBeanType().getSimpleName() + "."
                                + route.getMethod().getName(),
                        raison.value());
            }
        }
        return trouvees;
    }

    /** Une réponse qui n'est pas une {@link Vue} ne se retient pas : elle se refait, et doit dire pourquoi. */
    private static boolean oublieuse(HandlerMethod route) {
        return !route.hasMethodAnnotation(Rejouable.class) && route.getMethod().getReturnType() != Vue.class;
    }
}
