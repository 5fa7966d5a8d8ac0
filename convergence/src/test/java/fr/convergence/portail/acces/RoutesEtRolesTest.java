package fr.convergence.portail.acces;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.PortailServi;
import fr.convergence.portail.acces.Personnage.Reponse;
import fr.convergence.portail.compte.ComptesDeTest;
import fr.convergence.portail.export.ExportDEssai;
import fr.convergence.portail.fournee.FourneeDEssai;
import fr.convergence.socle.identifiant.Region;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Chaque route du routeur, devant chaque personnage, sur les objets d'un autre. */
@PortailServi
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RoutesEtRolesTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routeur;

    @Autowired
    ApplicationContext portail;

    @Autowired
    SessionRepository<? extends Session> sessions;

    @Autowired
    ComptesDeTest comptes;

    @LocalServerPort
    int port;

    private final Map<Personnage, Visiteur> visiteurs = new EnumMap<>(Personnage.class);
    private List<Route> routes = List.of();
    private ObjetsDEssai objets;

    @BeforeAll
    void peupler() {
        routes = Route.toutes(routeur);
        var site = "http://localhost:" + port;
        var titulaire = comptes.connecte(comptes.referent());
        visiteurs.put(Personnage.ANONYME, Visiteur.anonyme(site));
        visiteurs.put(Personnage.TITULAIRE, Visiteur.connecte(site, sessions, titulaire));
        visiteurs.put(Personnage.AUTRE_REFERENT, connecte(site, comptes.connecte(comptes.referent())));
        var ars = ars("76");
        visiteurs.put(Personnage.ARS_DE_LA_REGION, connecte(site, ars));
        visiteurs.put(Personnage.ARS_D_AILLEURS, connecte(site, ars("11")));
        visiteurs.put(Personnage.ANS, connecte(site, comptes.connecte(comptes.membre(Role.ANS))));
        visiteurs.put(Personnage.OPERATEUR, connecte(site, comptes.connecte(comptes.membre(Role.OPERATEUR))));
        objets = ObjetsDEssai.creer(
                portail,
                titulaire,
                visiteurs.get(Personnage.TITULAIRE),
                comptes.membre(Role.ANS).id(),
                comptes.referent().id());
        ExportDEssai.poser(portail, objets.importation(), ars.compte());
        FourneeDEssai.poser(portail, objets.importation(), ars.compte());
    }

    @Test
    void chaque_route_est_dans_la_table_et_la_table_n_en_invente_pas() {
        var noms = routes.stream().map(Route::nom).collect(Collectors.toSet());
        var absentes = new HashSet<>(noms);
        absentes.removeAll(PorteeDesRoutes.connues());
        var inventees = new HashSet<>(PorteeDesRoutes.connues());
        inventees.removeAll(noms);

        assertThat(absentes).as("à écrire dans PorteeDesRoutes").isEmpty();
        assertThat(inventees).as("à ôter de PorteeDesRoutes").isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Personnage.class)
    void chacun_n_obtient_que_ce_qui_est_a_lui(Personnage qui) {
        var ecarts = new ArrayList<String>();
        for (var route : routes) {
            var attendue = qui.attendue(route);
            var reponse = visiteurs.get(qui).demander(route.methode(), objets.adresse(route));
            if (!conforme(attendue, route, reponse)) {
                ecarts.add(route.nom() + " : " + attendue + " attendue, reçu " + reponse.statusCode() + " "
                        + reponse.headers().firstValue("Location").orElse(""));
            }
        }
        assertThat(ecarts).isEmpty();
    }

    /** La page d'accueil, servie à tous : toute autre attente est un écart. */
    @Test
    void une_route_qui_repond_a_qui_elle_ne_devrait_pas_se_verrait() {
        var accueil = routes.stream()
                .filter(route -> route.methode().equals("GET") && route.motif().equals("/"))
                .findFirst()
                .orElseThrow();
        var servie = visiteurs.get(Personnage.ANONYME).demander("GET", "/");

        assertThat(Reponse.values())
                .filteredOn(attendue -> conforme(attendue, accueil, servie))
                .containsExactly(Reponse.SERVI);
    }

    private static boolean conforme(Reponse attendue, Route route, HttpResponse<byte[]> reponse) {
        var statut = reponse.statusCode();
        var connexion = reponse.headers()
                .firstValue("Location")
                .filter(vers -> vers.endsWith(connexion(route)))
                .isPresent();
        return switch (attendue) {
            // L'envoi reprenable, lu par un script, ne suit pas la redirection.
            case A_CONNECTER ->
                statut == 302 && connexion || statut == 401 && route.motif().contains("televersements");
            case REFUSE -> statut == 403;
            case INTROUVABLE -> statut == 404;
            case SERVI ->
                statut < 500
                        && (route.regle().publique()
                                || !connexion && !List.of(401, 403, 404).contains(statut));
        };
    }

    /** Les espaces de l'équipe ont leur propre porte. */
    private static String connexion(Route route) {
        return route.motif().matches("/(administration|instruction)(/.*)?") ? "/connexion/equipe" : "/connexion";
    }

    private Visiteur connecte(String site, Connecte qui) {
        return Visiteur.connecte(site, sessions, qui);
    }

    private Connecte ars(String region) {
        return comptes.connecte(comptes.ars(Region.lire(region).siLue().orElseThrow()));
    }
}
