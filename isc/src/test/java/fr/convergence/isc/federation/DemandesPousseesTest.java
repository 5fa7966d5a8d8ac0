package fr.convergence.isc.federation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.isc.TestDIsc;
import fr.convergence.isc.acces.Fonction;
import fr.convergence.socle.essai.NavigateurDeTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Une demande que le service pousse d'abord (RFC 9126), et à laquelle la personne ne peut rien changer. */
@TestDIsc
@Import(ServicesDeTest.class)
final class DemandesPousseesTest {

    @Autowired
    ServicesDeTest services;

    @Autowired
    JdbcClient base;

    private ServiceDeTest service;
    private UUID personne;
    private NavigateurDeTest navigateur;

    @BeforeEach
    void connecter() {
        service = services.service();
        personne = services.personne(Fonction.SALARIE);
        navigateur = services.connecte(personne);
    }

    @Test
    void une_demande_poussee_se_suit_une_fois() {
        var poussee = pousser();
        assertThat(poussee.statut()).isEqualTo(201);
        assertThat(poussee.corps().path("expires_in").asInt()).isPositive();

        navigateur.lire(suivre(poussee, service));
        var retour = ServiceDeTest.retour(navigateur.destination());
        assertThat(service.echanger(retour.get("code")).statut()).isEqualTo(200);
        assertThat(retour).containsEntry("state", "etat & signes=1");

        refuseIci(navigateur.lire(suivre(poussee, service)));
    }

    @Test
    void une_personne_anonyme_se_connecte_puis_la_suit() {
        var anonyme = new NavigateurDeTest(services.web()).lire(suivre(pousser(), service));
        assertThat(anonyme.destination()).isEqualTo("/connexion");
        anonyme.suivre();
        services.seConnecter(anonyme, personne);

        anonyme.lire(anonyme.reponse().getHeader("Refresh").replace("0;url=", ""));

        assertThat(ServiceDeTest.retour(anonyme.destination())).containsKey("code");
    }

    @Test
    void ses_exigences_valent_comme_dans_une_adresse() {
        var sansInvite = new NavigateurDeTest(services.web()).lire(suivre(pousser("prompt", "none"), service));
        assertThat(ServiceDeTest.retour(sansInvite.destination())).containsEntry("error", "login_required");

        navigateur.lire(suivre(pousser("response_mode", "form_post"), service));
        assertThat(navigateur.page().selectFirst("form[data-aussitot]")).isNotNull();

        navigateur.lire(suivre(pousser("prompt", "login"), service));
        assertThat(navigateur.destination()).isEqualTo("/connexion");
    }

    @Test
    void perimee_ou_d_un_autre_service_elle_ne_vaut_rien() {
        refuseIci(navigateur.lire(suivre(pousser(), services.service())));

        var perimee = pousser();
        base.sql(
                        "update autorisation_jeton set emis_le = now() - interval '1 hour', expire_le = now() - interval '1 minute'"
                                + " where sorte = 'ETAT'")
                .update();
        refuseIci(navigateur.lire(suivre(perimee, service)));
        refuseIci(navigateur.lire(Adresses.AUTORISATION + "?client_id=" + service.clientId()
                + "&request_uri=urn:ietf:params:oauth:request_uri:inconnue___99999999999999"));
    }

    @Test
    void une_demande_mal_faite_se_refuse_quand_elle_est_poussee() {
        assertThat(pousser("redirect_uri", ServiceDeTest.RETOUR + "/").statut()).isEqualTo(400);
        assertThat(pousser("code_challenge", "").texte("error")).isEqualTo("invalid_request");
        assertThat(pousser("scope", "openid tout").texte("error")).isEqualTo("invalid_scope");
        assertThat(pousser("request", "a.b.c").texte("error")).isEqualTo("request_not_supported");
        assertThat(pousser("request_uri", "urn:x").statut()).isEqualTo(400);
        assertThat(service.envoyer(Adresses.DEMANDES, service.parametres(), Map.of())
                        .statut())
                .as("sans dire qui l’on est")
                .isEqualTo(401);
    }

    private ServiceDeTest.Reponse pousser(String... parametres) {
        return service.envoyer(
                Adresses.DEMANDES, service.parametres(parametres), Map.of("Authorization", service.enEntete()));
    }

    private static String suivre(ServiceDeTest.Reponse poussee, ServiceDeTest par) {
        return Adresses.AUTORISATION + "?client_id=" + par.clientId() + "&request_uri="
                + org.springframework.web.util.UriUtils.encode(
                        poussee.texte("request_uri"), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static void refuseIci(NavigateurDeTest visiteur) {
        assertThat(visiteur.statut()).isEqualTo(400);
        assertThat(visiteur.reponse().getHeader("Location")).isNull();
    }
}
