package fr.convergence.isc.federation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.isc.TestDIsc;
import fr.convergence.isc.acces.Fonction;
import fr.convergence.socle.essai.NavigateurDeTest;
import fr.convergence.socle.session.Sessions;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Un service propose de se déconnecter : avec un jeton de la personne, sans, avec une adresse qui n'est pas la sienne. */
@TestDIsc
@Import(ServicesDeTest.class)
final class DeconnexionTest {

    @Autowired
    ServicesDeTest services;

    @Autowired
    Sessions sessions;

    @Autowired
    JdbcClient base;

    private ServiceDeTest service;
    private UUID personne;
    private NavigateurDeTest navigateur;
    private ServiceDeTest.Reponse recus;

    @BeforeEach
    void connecter() {
        service = services.service();
        personne = services.personne(Fonction.SALARIE);
        navigateur = services.connecte(personne);
        recus = service.echanger(service.code(navigateur));
    }

    @Test
    void avec_un_jeton_de_la_personne_elle_est_deconnectee_et_ramenee() {
        navigateur.lire(adresse(
                "id_token_hint",
                recus.texte("id_token"),
                "post_logout_redirect_uri",
                ServiceDeTest.ADIEU,
                "state",
                "s 1"));

        assertThat(navigateur.destination()).isEqualTo(ServiceDeTest.ADIEU + "?state=s%201");
        assertThat(connecte()).isFalse();
        assertThat(avis()).isEqualTo(1);
        assertThat(service.identite(recus.texte("access_token")).statut()).isEqualTo(401);
        assertThat(service.renouveler(recus.texte("refresh_token")).statut()).isEqualTo(400);
    }

    @Test
    void sans_jeton_on_lui_demande_d_abord() {
        navigateur.lire(adresse("client_id", service.clientId(), "post_logout_redirect_uri", ServiceDeTest.ADIEU));
        assertThat(navigateur.texte()).contains("Vous déconnecter ?", "Service d'essai");
        assertThat(connecte()).isTrue();

        navigateur.lire(adresse("client_id", service.clientId(), "post_logout_redirect_uri", ServiceDeTest.ADIEU));
        var formulaire = navigateur.page().selectFirst("form[action=" + DeconnexionDemandee.CONFIRMATION + "]");
        navigateur.envoyer(
                DeconnexionDemandee.CONFIRMATION,
                "client_id",
                formulaire.select("input[name=client_id]").val(),
                "post_logout_redirect_uri",
                formulaire.select("input[name=post_logout_redirect_uri]").val());

        assertThat(navigateur.reponse().getHeader("Refresh")).isEqualTo("0;url=" + ServiceDeTest.ADIEU);
        assertThat(connecte()).isFalse();
        assertThat(avis()).isEqualTo(1);
    }

    @Test
    void sans_rien_dire_on_lui_demande_et_elle_reste_sur_le_site() {
        navigateur.lire(Adresses.DECONNEXION);
        navigateur.envoyer(DeconnexionDemandee.CONFIRMATION);

        assertThat(navigateur.destination()).isEqualTo("/?deconnecte");
        assertThat(connecte()).isFalse();
    }

    @Test
    void la_confirmation_ne_se_forge_pas_d_un_autre_site() {
        var forge = new NavigateurDeTest(services.web());
        forge.temoins().putAll(navigateur.temoins());
        forge.envoyer(DeconnexionDemandee.CONFIRMATION);

        assertThat(forge.statut()).isEqualTo(403);
        assertThat(connecte()).isTrue();
    }

    @Test
    void une_adresse_qui_n_est_pas_celle_du_service_n_est_jamais_suivie() {
        for (var adresse : new String[] {ServiceDeTest.ADIEU + "/", "https://autre.example/", ServiceDeTest.RETOUR}) {
            navigateur.lire(adresse("id_token_hint", recus.texte("id_token"), "post_logout_redirect_uri", adresse));
            assertThat(navigateur.statut()).isEqualTo(400);
            assertThat(navigateur.reponse().getHeader("Location")).isNull();
        }
        navigateur.lire(adresse("post_logout_redirect_uri", ServiceDeTest.ADIEU));
        assertThat(navigateur.statut()).as("de quel service ?").isEqualTo(400);
        assertThat(connecte()).isTrue();
    }

    @Test
    void un_jeton_faux_ou_d_un_autre_service_ne_deconnecte_personne() {
        var altere =
                recus.texte("id_token").substring(0, recus.texte("id_token").length() - 6) + "AAAAAA";
        navigateur.lire(adresse("id_token_hint", altere));
        assertThat(navigateur.statut()).isEqualTo(400);
        navigateur.lire(adresse(
                "id_token_hint",
                recus.texte("id_token"),
                "client_id",
                services.service().clientId()));
        assertThat(navigateur.statut()).isEqualTo(400);

        var autre = services.connecte(services.personne(Fonction.SALARIE));
        autre.lire(adresse("id_token_hint", recus.texte("id_token")));
        assertThat(autre.texte()).as("le jeton d’une autre personne").contains("Vous déconnecter ?");
        assertThat(connecte()).isTrue();
    }

    @Test
    void deja_deconnectee_elle_est_ramenee_sans_rien_lui_demander() {
        var partie = new NavigateurDeTest(services.web())
                .lire(adresse(
                        "id_token_hint", recus.texte("id_token"), "post_logout_redirect_uri", ServiceDeTest.ADIEU));

        assertThat(partie.destination()).isEqualTo(ServiceDeTest.ADIEU);
    }

    @Test
    void se_deconnecter_du_site_previent_chaque_service_une_fois() {
        var autre = services.service();
        autre.echanger(autre.code(navigateur));
        service.echanger(service.code(navigateur));
        navigateur.lire("/contact").envoyer("/deconnexion");

        assertThat(connecte()).isFalse();
        assertThat(avis()).isEqualTo(2);
        assertThat(service.identite(recus.texte("access_token")).statut()).isEqualTo(401);
    }

    @Test
    void une_autre_session_de_la_meme_personne_n_y_perd_rien() {
        var ailleurs = services.connecte(personne);
        var autres = service.echanger(service.code(ailleurs));

        navigateur.lire("/contact").envoyer("/deconnexion");

        assertThat(service.identite(autres.texte("access_token")).statut()).isEqualTo(200);
        sessions.terminerToutes(personne);
        assertThat(service.identite(autres.texte("access_token")).statut()).isEqualTo(401);
        assertThat(avis()).isEqualTo(2);
    }

    @Test
    void une_session_terminee_d_un_autre_appareil_l_est_aussi_chez_les_services_et_pas_la_sienne() {
        var ailleurs = services.connecte(personne);
        var autres = service.echanger(service.code(ailleurs));

        sessions.terminerLesAutres(personne, temoin(navigateur));

        assertThat(service.identite(autres.texte("access_token")).statut()).isEqualTo(401);
        assertThat(service.identite(recus.texte("access_token")).statut()).isEqualTo(200);
        assertThat(avis()).isEqualTo(1);
    }

    /** Le témoin du navigateur, tel que la session le connaît. */
    private static String temoin(NavigateurDeTest navigateur) {
        return new String(
                java.util.Base64.getDecoder()
                        .decode(navigateur.temoins().get("__Host-isc-session").getValue()),
                java.nio.charset.StandardCharsets.US_ASCII);
    }

    private boolean connecte() {
        navigateur.lire(service.demande("prompt", "none"));
        return ServiceDeTest.retour(navigateur.destination()).containsKey("code");
    }

    private int avis() {
        return base.sql("select count(*) from deconnexion_avis where titulaire = ?")
                .param(personne.toString())
                .query(Integer.class)
                .single();
    }

    private static String adresse(String... parametres) {
        var adresse = org.springframework.web.util.UriComponentsBuilder.fromPath(Adresses.DECONNEXION);
        for (var i = 0; i < parametres.length; i += 2) {
            adresse.queryParam(
                    parametres[i],
                    org.springframework.web.util.UriUtils.encode(
                            parametres[i + 1], java.nio.charset.StandardCharsets.UTF_8));
        }
        return adresse.build(true).toUriString();
    }
}
