package fr.convergence.isc.federation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.isc.TestDIsc;
import fr.convergence.isc.acces.Fonction;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.essai.NavigateurDeTest;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Ce qu'un service peut demander, et ce qui lui est répondu quand il le demande mal. */
@TestDIsc
@Import(ServicesDeTest.class)
final class DemandesTest {

    @Autowired
    ServicesDeTest services;

    @Autowired
    HorlogeDeTest horloge;

    private ServiceDeTest service;
    private UUID personne;
    private NavigateurDeTest navigateur;

    @BeforeEach
    void connecter() {
        service = services.service();
        personne = services.personne(Fonction.SALARIE);
        navigateur = services.connecte(personne);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://service.example/retour/",
                "https://service.example/retour?a=1",
                "https://service.example:444/retour",
                "https://autre.example/retour",
                "http://127.0.0.1:9999/retour",
                "javascript:alert(1)",
                ""
            })
    void rien_n_est_renvoye_a_une_adresse_qui_n_est_pas_celle_du_service(String retour) {
        for (var visiteur : new NavigateurDeTest[] {navigateur, new NavigateurDeTest(services.web())}) {
            visiteur.lire(service.demande("redirect_uri", retour));
            refuseIci(visiteur);
        }
    }

    @Test
    void un_service_inconnu_ou_mal_nomme_lit_une_page_du_site() {
        refuseIci(navigateur.lire(service.demande("client_id", "inconnu")));
        refuseIci(navigateur.lire(service.demande("client_id", "")));
        refuseIci(navigateur.lire(service.demande("response_type", "")));
        refuseIci(navigateur.lire(service.demande("response_type", "token")));
    }

    @ParameterizedTest
    @CsvSource({
        "code_challenge, '', invalid_request",
        "code_challenge_method, plain, invalid_request",
        "code_challenge_method, '', invalid_request",
        "scope, openid administration, invalid_scope",
        "request, eyJhbGciOiJub25lIn0.e30., request_not_supported",
        "request_uri, https://service.example/demande, request_uri_not_supported",
        "response_mode, fragment, invalid_request",
        "max_age, hier, invalid_request",
        "prompt, none login, invalid_request",
        "prompt, danser, invalid_request",
        "id_token_hint, nimporte, invalid_request"
    })
    void une_demande_mal_faite_revient_au_service_avec_l_erreur_de_la_norme(
            String parametre, String valeur, String erreur) {
        var retour = ServiceDeTest.retour(
                navigateur.lire(service.demande(parametre, valeur)).destination());

        assertThat(navigateur.destination()).startsWith(ServiceDeTest.RETOUR + "?");
        assertThat(retour)
                .containsEntry("error", erreur)
                .containsEntry("state", "etat & signes=1")
                .containsEntry("iss", ServiceDeTest.EMETTEUR)
                .doesNotContainKey("code");
    }

    @Test
    void un_parametre_inconnu_s_ignore() {
        assertThat(service.code(navigateur, "inconnu", "oui", "ui_locales", "fr-FR en", "login_hint", "claire"))
                .isNotEmpty();
    }

    @Test
    void une_demande_peut_venir_par_formulaire() {
        var champs = service.parametres().entrySet().stream()
                .flatMap(champ -> java.util.stream.Stream.of(champ.getKey(), champ.getValue()))
                .toArray(String[]::new);
        navigateur.envoyer(Adresses.AUTORISATION, champs);

        assertThat(navigateur.statut()).isEqualTo(200);
        assertThat(navigateur.reponse().getHeader("Refresh")).startsWith("0;url=" + ServiceDeTest.RETOUR + "?code=");
    }

    @Test
    void la_reponse_part_par_formulaire_vers_le_service_et_nulle_part_ailleurs() {
        navigateur.lire(service.demande("response_mode", "form_post"));

        var formulaire = navigateur.page().selectFirst("form[data-aussitot]");
        assertThat(formulaire.attr("action")).isEqualTo(ServiceDeTest.RETOUR);
        assertThat(formulaire.select("input[name=state]").val()).isEqualTo("etat & signes=1");
        assertThat(formulaire.select("input[name=iss]").val()).isEqualTo(ServiceDeTest.EMETTEUR);
        assertThat(service.echanger(formulaire.select("input[name=code]").val()).statut())
                .isEqualTo(200);
        assertThat(navigateur.reponse().getHeaders("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("form-action 'self' https://service.example;");
    }

    @Test
    void sans_rien_demander_a_la_personne_elle_est_reconnue_ou_le_service_sait_pourquoi() {
        assertThat(service.code(navigateur, "prompt", "none")).isNotEmpty();

        var anonyme = new NavigateurDeTest(services.web()).lire(service.demande("prompt", "none"));
        assertThat(ServiceDeTest.retour(anonyme.destination())).containsEntry("error", "login_required");

        var aConsentir = services.service(ServicesDeTest.regles(Set.of(Fonction.values()), true));
        navigateur.lire(aConsentir.demande("prompt", "none"));
        assertThat(ServiceDeTest.retour(navigateur.destination())).containsEntry("error", "consent_required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "select_account"})
    void une_personne_deja_connectee_prouve_de_nouveau_qui_elle_est_quand_le_service_le_veut(String invite)
            throws Exception {
        var avant = jeton(service.code(navigateur));
        horloge.avancer(Duration.ofMinutes(5));

        navigateur.lire(service.demande("prompt", invite));
        assertThat(navigateur.destination()).isEqualTo("/connexion");
        navigateur.suivre();
        services.seConnecter(navigateur, personne);
        var code = code(navigateur);

        var apres = jeton(code);
        assertThat(apres.getLongClaim("auth_time") - avant.getLongClaim("auth_time"))
                .isBetween(300L, 330L);
        assertThat(apres.getClaim("sid"))
                .as("la même session, aux yeux des services")
                .isEqualTo(avant.getClaim("sid"));
        assertThat(jeton(service.code(navigateur)).getClaim("sid")).isEqualTo(avant.getClaim("sid"));
    }

    @Test
    void une_preuve_de_reconnexion_ne_se_forge_ni_ne_sert_a_une_autre_demande_plus_tard() {
        navigateur.lire(service.demande("prompt", "login", "reconnexion", "a.b.1.c"));
        assertThat(navigateur.destination()).isEqualTo("/connexion");
        navigateur.suivre();
        services.seConnecter(navigateur, personne);
        var suite = navigateur.reponse().getHeader("Refresh").replace("0;url=", "");
        assertThat(ServiceDeTest.retour(navigateur.lire(suite).destination())).containsKey("code");

        horloge.avancer(Duration.ofMinutes(1));
        navigateur.lire(service.demande("prompt", "login"));
        assertThat(navigateur.destination()).isEqualTo("/connexion");
    }

    @Test
    void une_connexion_trop_ancienne_se_refait() throws Exception {
        horloge.avancer(Duration.ofMinutes(10));
        assertThat(service.code(navigateur, "max_age", "3600")).isNotEmpty();

        navigateur.lire(service.demande("max_age", "60", "prompt", "none"));
        assertThat(ServiceDeTest.retour(navigateur.destination())).containsEntry("error", "login_required");
        navigateur.lire(service.demande("max_age", "60"));
        assertThat(navigateur.destination()).isEqualTo("/connexion");
        navigateur.suivre();
        services.seConnecter(navigateur, personne);
        assertThat(jeton(code(navigateur)).getClaim("auth_time")).isNotNull();
    }

    @Test
    void le_service_peut_dire_qui_il_attend() throws Exception {
        var indice = service.echanger(service.code(navigateur)).texte("id_token");
        assertThat(service.code(navigateur, "id_token_hint", indice, "prompt", "none"))
                .isNotEmpty();

        var autre = services.connecte(services.personne(Fonction.SALARIE));
        autre.lire(service.demande("id_token_hint", indice, "prompt", "none"));
        assertThat(ServiceDeTest.retour(autre.destination())).containsEntry("error", "login_required");

        navigateur.lire(services.service().demande("id_token_hint", indice));
        assertThat(ServiceDeTest.retour(navigateur.destination()))
                .as("le jeton d’un autre service")
                .containsEntry("error", "invalid_request");
    }

    @Test
    void un_service_ferme_a_un_role_ne_le_recoit_pas() {
        var auxMandataires = services.service(ServicesDeTest.regles(Set.of(Fonction.MANDATAIRE), false));

        navigateur.lire(auxMandataires.demande());

        assertThat(ServiceDeTest.retour(navigateur.destination())).containsEntry("error", "access_denied");
    }

    @Test
    void le_niveau_certifie_n_est_donne_qu_a_un_mandataire() throws Exception {
        var exige = "{\"id_token\":{\"acr\":{\"essential\":true,\"value\":\"" + Niveaux.DIRIGEANT + "\"}}}";
        navigateur.lire(service.demande("claims", exige));
        assertThat(ServiceDeTest.retour(navigateur.destination()))
                .containsEntry("error", "unmet_authentication_requirements");

        var mandataire = services.connecte(services.personne(Fonction.MANDATAIRE));
        assertThat(jeton(service.code(mandataire, "claims", exige)).getClaim("acr"))
                .isEqualTo(Niveaux.DIRIGEANT);
        assertThat(jeton(service.code(mandataire, "acr_values", "inconnu eidas1"))
                        .getClaim("acr"))
                .isEqualTo("eidas1");
        assertThat(jeton(service.code(navigateur, "acr_values", Niveaux.DIRIGEANT))
                        .getClaim("acr"))
                .as("souhaité seulement")
                .isEqualTo("https://proconnect.gouv.fr/assurance/consistency-checked-2fa");
    }

    private com.nimbusds.jwt.JWTClaimsSet jeton(String code) throws ParseException {
        return com.nimbusds.jwt.SignedJWT.parse(service.echanger(code).texte("id_token"))
                .getJWTClaimsSet();
    }

    /** De la page de passage où mène la connexion. */
    private static String code(NavigateurDeTest navigateur) {
        var suite = navigateur.reponse().getHeader("Refresh").replace("0;url=", "");
        return ServiceDeTest.retour(navigateur.lire(suite).destination()).get("code");
    }

    private static void refuseIci(NavigateurDeTest visiteur) {
        assertThat(visiteur.statut()).isEqualTo(400);
        assertThat(visiteur.reponse().getHeader("Location")).isNull();
        assertThat(visiteur.texte()).contains("La demande du service ne peut pas être suivie");
        assertThat(Map.of("page", visiteur.texte()).toString()).doesNotContain("OAuth");
    }
}
