package fr.convergence.isc.federation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.isc.TestDIsc;
import fr.convergence.isc.acces.Fonction;
import fr.convergence.isc.federation.ServiceDeTest.Reponse;
import fr.convergence.socle.essai.NavigateurDeTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Un code, un renouvellement ne servent qu'une fois ; présentés de nouveau, ils révoquent ce qu'ils ont donné. */
@TestDIsc
@Import(ServicesDeTest.class)
final class JetonsTest {

    @Autowired
    ServicesDeTest services;

    @Autowired
    JdbcClient base;

    private ServiceDeTest service;
    private NavigateurDeTest navigateur;

    @BeforeEach
    void connecter() {
        service = services.service();
        navigateur = services.connecte(services.personne(Fonction.SALARIE));
    }

    @Test
    void un_code_presente_de_nouveau_est_refuse_et_ce_qu_il_a_donne_est_revoque() {
        var code = service.code(navigateur);
        var recus = service.echanger(code);

        refuse(service.echanger(code), "invalid_grant");

        assertThat(service.identite(recus.texte("access_token")).statut()).isEqualTo(401);
        refuse(service.renouveler(recus.texte("refresh_token")), "invalid_grant");
    }

    @Test
    void un_code_presente_longtemps_apres_revoque_encore() {
        var code = service.code(navigateur);
        var recus = service.echanger(code);
        base.sql(
                        "update autorisation_jeton set emis_le = emis_le - interval '10 minutes', expire_le = expire_le - interval '10 minutes' where sorte = 'CODE'")
                .update();

        refuse(service.echanger(code), "invalid_grant");

        assertThat(service.identite(recus.texte("access_token")).statut()).isEqualTo(401);
    }

    @Test
    void un_code_perime_ne_vaut_rien() {
        var code = service.code(navigateur);
        base.sql(
                        "update autorisation_jeton set emis_le = now() - interval '2 seconds', expire_le = now() - interval '1 second' where sorte = 'CODE'")
                .update();

        refuse(service.echanger(code), "invalid_grant");
    }

    @Test
    void de_vingt_echanges_simultanes_d_un_code_un_seul_reussit() throws Exception {
        var code = service.code(navigateur);

        var reponses = vingtFois(() -> service.echanger(code));

        assertThat(reponses).filteredOn(reponse -> reponse.statut() == 200).hasSize(1);
        assertThat(reponses).filteredOn(reponse -> reponse.statut() == 400).hasSize(19);
    }

    @Test
    void de_vingt_renouvellements_simultanes_un_seul_reussit() throws Exception {
        var recus = service.echanger(service.code(navigateur));

        var reponses = vingtFois(() -> service.renouveler(recus.texte("refresh_token")));

        assertThat(reponses).filteredOn(reponse -> reponse.statut() == 200).hasSize(1);
        assertThat(reponses).filteredOn(reponse -> reponse.statut() == 400).hasSize(19);
    }

    @Test
    void un_renouvellement_donne_d_autres_jetons_et_la_meme_connexion() throws Exception {
        var recus = service.echanger(service.code(navigateur));

        var neufs = service.renouveler(recus.texte("refresh_token"));

        assertThat(neufs.statut()).isEqualTo(200);
        assertThat(neufs.texte("access_token")).isNotEqualTo(recus.texte("access_token"));
        assertThat(neufs.texte("refresh_token")).isNotEqualTo(recus.texte("refresh_token"));
        var avant = com.nimbusds.jwt.SignedJWT.parse(recus.texte("id_token")).getJWTClaimsSet();
        var apres = com.nimbusds.jwt.SignedJWT.parse(neufs.texte("id_token")).getJWTClaimsSet();
        for (var dit : List.of("sub", "sid", "auth_time", "acr", "amr")) {
            assertThat(apres.getClaim(dit))
                    .as(dit)
                    .isEqualTo(avant.getClaim(dit))
                    .isNotNull();
        }
        assertThat(service.identite(neufs.texte("access_token")).statut()).isEqualTo(200);
    }

    @Test
    void un_renouvellement_presente_de_nouveau_revoque_toute_la_famille() {
        var premiers = service.echanger(service.code(navigateur));
        var seconds = service.renouveler(premiers.texte("refresh_token"));

        refuse(service.renouveler(premiers.texte("refresh_token")), "invalid_grant");

        refuse(service.renouveler(seconds.texte("refresh_token")), "invalid_grant");
        assertThat(service.identite(seconds.texte("access_token")).statut()).isEqualTo(401);
    }

    @Test
    void un_autre_service_ne_tire_rien_d_un_jeton_qui_n_est_pas_le_sien() {
        var autre = services.service();
        var code = service.code(navigateur);
        refuse(autre.echanger(code), "invalid_grant");
        refuse(service.echanger(code), "invalid_grant");
        var recus = service.echanger(service.code(navigateur));
        refuse(autre.renouveler(recus.texte("refresh_token")), "invalid_grant");

        assertThat(service.renouveler(recus.texte("refresh_token")).statut()).isEqualTo(200);
    }

    @Test
    void un_code_ne_vaut_rien_sans_le_retour_et_le_verifieur_de_sa_demande() {
        refuse(service.echanger(service.code(navigateur), "redirect_uri", ServiceDeTest.RETOUR + "/"), "invalid_grant");
        refuse(service.echanger(service.code(navigateur), "code_verifier", ""), "invalid_grant");
        refuse(service.echanger(service.code(navigateur), "code_verifier", "x".repeat(50)), "invalid_grant");
        refuse(service.echanger("inconnu"), "invalid_grant");
    }

    @Test
    void un_secret_faux_est_refuse_et_dit_comment_se_presenter() {
        var faux = service.envoyer(
                Adresses.JETONS,
                Map.of("grant_type", "client_credentials"),
                Map.of("Authorization", new ServiceDeTest(services.web(), service.raccorde(), "faux").enEntete()));

        refuse(faux, "invalid_client");
        assertThat(faux.statut()).isEqualTo(401);
        assertThat(faux.brute().getHeader("WWW-Authenticate")).startsWith("Basic");
        assertThat(service.envoyer(Adresses.JETONS, Map.of("grant_type", "client_credentials"), Map.of())
                        .statut())
                .isEqualTo(401);
    }

    @Test
    void un_service_agit_pour_lui_meme_sans_rien_lire_de_personne() {
        var recus = service.envoyer(
                Adresses.JETONS,
                Map.of("grant_type", "client_credentials"),
                Map.of("Authorization", service.enEntete()));

        assertThat(recus.statut()).isEqualTo(200);
        assertThat(recus.corps().has("refresh_token")).isFalse();
        assertThat(service.identite(recus.texte("access_token")).statut()).isEqualTo(403);
    }

    @Test
    void un_service_examine_et_revoque_un_jeton() {
        var recus = service.echanger(service.code(navigateur));
        var acces = recus.texte("access_token");
        var vivant = examiner(acces);
        assertThat(vivant.corps().path("active").asBoolean()).isTrue();
        assertThat(vivant.texte("client_id")).isEqualTo(service.clientId());
        assertThat(vivant.texte("scope")).contains("openid");

        revoquer(acces);
        assertThat(examiner(acces).corps().path("active").asBoolean()).isFalse();
        assertThat(service.identite(acces).statut()).isEqualTo(401);
        var neufs = service.renouveler(recus.texte("refresh_token"));
        assertThat(neufs.statut()).as("l’accès seul est révoqué").isEqualTo(200);

        revoquer(neufs.texte("refresh_token"));
        assertThat(service.identite(neufs.texte("access_token")).statut()).isEqualTo(401);
    }

    @Test
    void un_compte_desactive_ne_tire_plus_rien_de_ses_jetons() {
        var qui = services.personne(Fonction.SALARIE);
        var recus = service.echanger(service.code(services.connecte(qui)));
        base.sql("update compte set etat = 'DESACTIVE' where id = ?").param(qui).update();

        refuse(service.renouveler(recus.texte("refresh_token")), "invalid_grant");
        assertThat(service.identite(recus.texte("access_token")).statut()).isEqualTo(401);
    }

    private Reponse examiner(String jeton) {
        return service.envoyer(Adresses.EXAMEN, Map.of("token", jeton), Map.of("Authorization", service.enEntete()));
    }

    private void revoquer(String jeton) {
        assertThat(service.envoyer(
                                Adresses.REVOCATION,
                                Map.of("token", jeton),
                                Map.of("Authorization", service.enEntete()))
                        .statut())
                .isEqualTo(200);
    }

    private static void refuse(Reponse reponse, String erreur) {
        assertThat(reponse.statut()).isBetween(400, 401);
        assertThat(reponse.texte("error")).isEqualTo(erreur);
    }

    private static List<Reponse> vingtFois(Callable<Reponse> appel) throws Exception {
        try (var fils = Executors.newFixedThreadPool(20)) {
            var attendues = new ArrayList<java.util.concurrent.Future<Reponse>>();
            for (var i = 0; i < 20; i++) {
                attendues.add(fils.submit(appel));
            }
            var reponses = new ArrayList<Reponse>();
            for (var attendue : attendues) {
                reponses.add(attendue.get());
            }
            return reponses;
        }
    }
}
