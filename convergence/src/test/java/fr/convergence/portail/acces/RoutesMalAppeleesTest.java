package fr.convergence.portail.acces;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.PortailServi;
import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.compte.ComptesDeTest;
import fr.convergence.socle.identifiant.Region;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Une requête qui n'est pas celle attendue reçoit une page du site, en français : ni page par défaut, ni trace. */
@PortailServi
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RoutesMalAppeleesTest {

    private static final String FORMULAIRE = "application/x-www-form-urlencoded";
    private static final Map<String, String> ABSENTS = Map.ofEntries(
            Map.entry("reference", "ZZZZZZZZZZ"),
            Map.entry("etape", "candidature"),
            Map.entry("lot", "750712184"),
            Map.entry("section", "rien"),
            Map.entry("question", "rien"),
            Map.entry("fichier", "00000000-0000-0000-0000-000000000000"),
            Map.entry("jointe", "00000000-0000-0000-0000-000000000000"),
            Map.entry("numero", "1"),
            Map.entry("nature", "validation"),
            Map.entry("id", "pas-un-identifiant"),
            Map.entry("collaborateur", "pas-un-identifiant"),
            Map.entry("chemin", "rien"),
            Map.entry("courriel", "pas-un-identifiant"),
            Map.entry("jeton", "rien"),
            Map.entry("guide", "rien"),
            Map.entry("nom", "rien"),
            Map.entry("trame", "rien"),
            Map.entry("paquet", "rien"),
            Map.entry("code", "rien"),
            Map.entry("versement", "avance"),
            Map.entry("version", "rien"));

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routeur;

    @Autowired
    SessionRepository<? extends Session> sessions;

    @Autowired
    ComptesDeTest comptes;

    @LocalServerPort
    int port;

    private List<Route> routes = List.of();
    private Visiteur anonyme;
    private final Map<Role, Visiteur> connectes = new EnumMap<>(Role.class);

    @BeforeAll
    void venir() {
        var site = "http://localhost:" + port;
        routes = Route.toutes(routeur);
        anonyme = Visiteur.anonyme(site);
        for (var role : Role.values()) {
            var compte = role == Role.REFERENT ? comptes.referent() : compteDeLEquipe(role);
            connectes.put(role, Visiteur.connecte(site, sessions, comptes.connecte(compte)));
        }
    }

    private Compte compteDeLEquipe(Role role) {
        return role == Role.ARS ? comptes.ars(Region.lire("76").siLue().orElseThrow()) : comptes.membre(role);
    }

    @Test
    void un_formulaire_sans_jeton_est_refuse_sur_chaque_route_qui_ecrit() {
        assertThat(ecarts(
                        routes.stream()
                                .filter(Route::ecrit)
                                .filter(route -> !dUnPartenaire(route))
                                .toList(),
                        (visiteur, route) -> visiteur.demander(
                                route.methode(), route.adresse(ABSENTS), FORMULAIRE, new byte[0], false),
                        reponse -> reponse.statusCode() == 403
                                && Visiteur.texte(reponse).contains("Votre page a expiré")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PROPFIND"})
    void une_methode_inattendue(String methode) {
        assertThat(ecarts(
                        routes,
                        (visiteur, route) -> visiteur.demander(methode, route.adresse(ABSENTS)),
                        reponse -> reponse.statusCode() >= 300 && reponse.statusCode() < 500))
                .isEmpty();
    }

    @Test
    void un_corps_d_un_autre_type() {
        assertThat(ecarts(
                        routes.stream().filter(Route::ecrit).toList(),
                        (visiteur, route) -> visiteur.demander(
                                route.methode(), route.adresse(ABSENTS), "application/json", "{".getBytes(UTF_8), true),
                        reponse -> reponse.statusCode() < 500))
                .isEmpty();
    }

    @Test
    void un_envoi_de_fichiers_mal_ecrit() {
        assertThat(ecarts(
                        routes.stream().filter(Route::ecrit).toList(),
                        (visiteur, route) -> visiteur.demander(
                                route.methode(),
                                route.adresse(ABSENTS),
                                "multipart/form-data; boundary=x",
                                "--x\r\nContent-Disp".getBytes(UTF_8),
                                true),
                        reponse -> reponse.statusCode() < 500))
                .isEmpty();
    }

    @Test
    void un_nom_de_fichier_illisible() {
        var partie = "Content-Disposition: form-data; name=\"fichier\"; filename=\"a\0b.pdf\"";
        assertThat(ecarts(
                        routes.stream().filter(Route::ecrit).toList(),
                        (visiteur, route) -> visiteur.demander(
                                route.methode(),
                                route.adresse(ABSENTS),
                                "multipart/form-data; boundary=x",
                                ("--x\r\n" + partie + "\r\n\r\nabc\r\n--x--\r\n").getBytes(UTF_8),
                                true),
                        reponse -> reponse.statusCode() < 500))
                .isEmpty();
    }

    @Test
    void un_type_de_reponse_que_personne_ne_donne() {
        assertThat(ecarts(
                        routes,
                        (visiteur, route) -> visiteur.demander(
                                route.methode(),
                                route.adresse(ABSENTS),
                                null,
                                new byte[0],
                                true,
                                "Accept",
                                "audio/x-rien"),
                        reponse -> reponse.statusCode() < 500))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version=abc&numero=abc&cle=abc&apres=abc&retirer=abc&page=abc&depuis=abc&taille=-1",
                "q=%00&etat=%00&destinataire=%00&reference=%00&guichet=%00&etape=%00&region=%00&type=%00&du=%00",
                "nom=a%00b&guichet=a%00b&etape=a%00b&objet=a%00b&corps=a%00b&motif=a%00b&retour=a%00b",
                "nom=a&nom%5B0%5D=b&objet=a&objet%5B0%5D=b&acteur=a&acteur%5B0%5D=b&courriel=a&courriel%5B0%5D=b",
                "class.module.classLoader=a&nom.class=a&a%5B99999999%5D=b",
                "du=%2B999999999-12-31&au=-999999999-01-01",
                "jeton=%C3%28"
            })
    void des_parametres_illisibles(String parametres) {
        assertThat(ecarts(
                        routes,
                        (visiteur, route) -> visiteur.demander(
                                route.methode(),
                                route.adresse(ABSENTS) + (route.parametre().isEmpty() ? "?" : "&") + parametres),
                        reponse -> reponse.statusCode() < 500))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%00 HTTP/1.1",
                "GET /..%2f..%2fetc/passwd HTTP/1.1",
                "GET /a//b;x=1/../c HTTP/1.1",
                "GET /[ HTTP/1.1",
                "TRACE / HTTP/1.1",
                "GE{T / HTTP/1.1",
                "GET / HTTP/9.9",
                "POST /connexion HTTP/1.1\r\nContent-Length: -1",
                "GET / HTTP/1.1\r\nX-Long: LONG",
                "GET /a%zz HTTP/1.1",
                "GET /?q=%zz HTTP/1.1",
                "GET /WEB-INF/web.xml HTTP/1.1",
                // Un témoin de session où se décode un caractère nul.
                "GET /rien HTTP/1.1\r\nCookie: __Host-session=/wAn"
            })
    void une_requete_que_le_serveur_refuse_lui_meme(String requete) throws IOException {
        var reponse = brute(requete.replace("LONG", "x".repeat(100_000)));

        assertThat(reponse).matches("(?s)HTTP/1\\.1 (4\\d\\d|505).*");
        assertThat(reponse).contains("lang=\"fr\"").doesNotContain("Tomcat", "Whitelabel", "Exception", "\tat ");
    }

    @Test
    void l_adresse_d_un_lien_abime_ne_va_pas_dans_les_traces(CapturedOutput traces) {
        assertThat(anonyme.demander("GET", "/activation/un-secret/").statusCode())
                .isEqualTo(404);
        assertThat(traces).doesNotContain("un-secret");
    }

    /** Une page servie là où l'on attend un refus est un écart, pour chaque route. */
    @Test
    void une_reponse_inattendue_se_verrait() {
        var quelques = routes.stream().limit(3).toList();
        assertThat(ecarts(quelques, (visiteur, _) -> visiteur.demander("GET", "/"), reponse -> false))
                .hasSize(3);
        assertThat(ecarts(quelques, (visiteur, _) -> visiteur.demander("GET", "/statique/absente.js"), reponse -> true))
                .as("une erreur a sa page, même là")
                .isEmpty();
    }

    private interface Appel {
        HttpResponse<byte[]> de(Visiteur visiteur, Route route);
    }

    /** Les réponses qui ne conviennent pas : mauvais statut, ou page d'erreur qui n'est pas du site. */
    private List<String> ecarts(List<Route> visees, Appel appel, Function<HttpResponse<byte[]>, Boolean> convient) {
        var ecarts = new ArrayList<String>();
        for (var route : visees) {
            for (var visiteur : List.of(anonyme, admis(route))) {
                var reponse = appel.de(visiteur, route);
                if (!convient.apply(reponse) || !habillee(reponse, route)) {
                    ecarts.add(route.nom() + " : " + reponse.statusCode() + " "
                            + reponse.headers().firstValue("Content-Type").orElse(""));
                }
            }
        }
        return ecarts.stream().distinct().toList();
    }

    /** Quelqu'un que la règle de cette route admet : la requête va jusqu'au contrôleur. */
    private Visiteur admis(Route route) {
        var roles = route.admis();
        return connectes.get(roles.isEmpty() ? Role.REFERENT : roles.getFirst());
    }

    /** Sa requête est signée : elle n'a ni session ni jeton. */
    private static boolean dUnPartenaire(Route route) {
        return route.motif().startsWith("/partenaires/");
    }

    /** Une erreur a une page française, avec son titre ; l'envoi reprenable, le captcha et les partenaires, lus par un programme, n'en ont pas. */
    private static boolean habillee(HttpResponse<byte[]> reponse, Route route) {
        var texte = Visiteur.texte(reponse);
        if (texte.contains("Whitelabel") || texte.contains("\tat ") || texte.contains("Exception")) {
            return false;
        }
        var parUnProgramme = route.motif().contains("televersements")
                || route.motif().startsWith("/captcha")
                || dUnPartenaire(route);
        return reponse.statusCode() < 400
                || route.methode().equals("HEAD")
                || parUnProgramme && texte.isEmpty()
                || parUnProgramme
                        && reponse.headers()
                                .firstValue("Content-Type")
                                .orElse("")
                                .startsWith("text/plain")
                || texte.contains("<html lang=\"fr\"") && texte.contains("<h1");
    }

    private String brute(String requete) throws IOException {
        try (var fil = new Socket("localhost", port)) {
            fil.setSoTimeout(10_000);
            fil.getOutputStream().write((requete + "\r\nHost: localhost\r\nConnection: close\r\n\r\n").getBytes(UTF_8));
            return new String(fil.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
