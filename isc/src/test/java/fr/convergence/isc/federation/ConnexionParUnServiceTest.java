package fr.convergence.isc.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import fr.convergence.isc.TestDIsc;
import fr.convergence.isc.acces.Fonction;
import fr.convergence.isc.cle.AlgorithmeDeCle;
import fr.convergence.isc.cle.TournerCles;
import fr.convergence.socle.essai.NavigateurDeTest;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Le chemin ordinaire, jugé par un client que personne n'a écrit ici (Nimbus). */
@TestDIsc
@Import(ServicesDeTest.class)
final class ConnexionParUnServiceTest {

    @Autowired
    ServicesDeTest services;

    @Autowired
    TournerCles cles;

    @Autowired
    MockMvcTester web;

    @Test
    void la_decouverte_est_complete_et_son_emetteur_est_celui_des_jetons() throws Exception {
        var lu = texte("/.well-known/openid-configuration");
        var dit = OIDCProviderMetadata.parse(lu);

        assertThat(dit.getIssuer().getValue()).isEqualTo(ServiceDeTest.EMETTEUR);
        assertThat(dit.getAuthorizationEndpointURI()).hasToString(ServiceDeTest.EMETTEUR + Adresses.AUTORISATION);
        assertThat(dit.getPushedAuthorizationRequestEndpointURI())
                .hasToString(ServiceDeTest.EMETTEUR + Adresses.DEMANDES);
        assertThat(dit.getEndSessionEndpointURI()).hasToString(ServiceDeTest.EMETTEUR + Adresses.DECONNEXION);
        assertThat(dit.getIDTokenJWSAlgs()).containsExactlyInAnyOrder(JWSAlgorithm.RS256, JWSAlgorithm.ES256);
        assertThat(dit.getCodeChallengeMethods()).hasToString("[S256]");
        assertThat(dit.supportsAuthorizationResponseIssuerParam()).isTrue();
        assertThat(dit.supportsBackChannelLogoutSession()).isTrue();
        assertThat(dit.supportsRequestParam()).isFalse();
        assertThat(dit.supportsRequestURIParam()).isFalse();
        assertThat(dit.getGrantTypes()).noneMatch(octroi -> octroi.getValue().contains("token-exchange"));
        assertThat(texte("/.well-known/oauth-authorization-server")).contains("\"issuer\":\"http://localhost:8082\"");
    }

    @Test
    void les_cles_publiees_n_ont_pas_de_partie_privee() throws Exception {
        var publiees = JWKSet.parse(texte(Adresses.CLES)).getKeys();

        assertThat(publiees).hasSizeGreaterThanOrEqualTo(2).allMatch(cle -> !cle.isPrivate());
    }

    @Test
    void une_personne_anonyme_se_connecte_et_revient_au_service_qui_la_reconnait() throws Exception {
        var service = services.service();
        var personne = services.personne(Fonction.SALARIE);
        var navigateur = new NavigateurDeTest(web).lire(service.demande());
        assertThat(navigateur.destination()).isEqualTo("/connexion");
        navigateur.suivre();

        services.seConnecter(navigateur, personne);
        assertThat(navigateur.texte()).contains("Retour au service");
        var suite = navigateur.reponse().getHeader("Refresh").replace("0;url=", "");
        var retour = ServiceDeTest.retour(navigateur.lire(suite).destination());

        assertThat(navigateur.destination()).startsWith(ServiceDeTest.RETOUR + "?");
        assertThat(retour).containsEntry("state", "etat & signes=1").containsEntry("iss", ServiceDeTest.EMETTEUR);
        var recus = service.echanger(retour.get("code"));
        assertThat(recus.statut()).isEqualTo(200);
        assertThat(recus.brute().getHeader("Cache-Control")).contains("no-store");
        assertThat(recus.texte("token_type")).isEqualTo("Bearer");
        var dits = valide(recus.texte("id_token"), service, JWSAlgorithm.RS256);
        assertThat(dits.getSubject().getValue()).isEqualTo(personne.toString());
        assertThat(dits.getAuthenticationTime()).isNotNull();
        assertThat(dits.getSessionID()).isNotNull();
        assertThat(dits.getAccessTokenHash()).isNotNull();
        assertThat(dits.getACR().getValue()).isEqualTo("https://proconnect.gouv.fr/assurance/consistency-checked-2fa");
        assertThat(dits.getAMR()).extracting(Object::toString).containsExactly("pwd", "otp", "mfa");
    }

    @Test
    void l_identite_ne_dit_que_ce_que_les_portees_permettent() {
        var service = services.service();
        var navigateur = services.connecte(services.personne(Fonction.REPRESENTANT));
        var deux = service.identite(service.echanger(service.code(navigateur)).texte("access_token"));
        var toutes = service.identite(service.echanger(service.code(
                        navigateur,
                        "scope",
                        "openid profile email phone organisation role given_name usual_name uid siren"))
                .texte("access_token"));

        assertThat(deux.corps().propertyNames()).containsExactlyInAnyOrder("sub", "email", "email_verified");
        assertThat(toutes.texte("given_name")).isEqualTo("Claire");
        assertThat(toutes.texte("usual_name")).isEqualTo("Durand");
        assertThat(toutes.texte("name")).isEqualTo("Claire Durand");
        assertThat(toutes.texte("role")).isEqualTo("representant");
        assertThat(toutes.texte("organisation_identifiant_type")).isEqualTo("KVK");
        assertThat(toutes.texte("organisation_identifiant")).hasSize(8);
        assertThat(toutes.texte("organisation_raison_sociale")).startsWith("Logiciels");
        assertThat(toutes.texte("phone_number")).isEqualTo("+33467336733");
        assertThat(toutes.texte("uid")).isEqualTo(toutes.texte("sub"));
        assertThat(toutes.corps().has("siren")).as("entreprise étrangère").isFalse();
    }

    @Test
    void l_identite_se_lit_aussi_par_un_formulaire_et_jamais_de_deux_facons_a_la_fois() {
        var service = services.service();
        var jeton = service.echanger(service.code(services.connecte(services.personne(Fonction.SALARIE))))
                .texte("access_token");

        var parFormulaire =
                service.envoyer(Adresses.IDENTITE, java.util.Map.of("access_token", jeton), java.util.Map.of());
        var desDeux = service.envoyer(
                Adresses.IDENTITE,
                java.util.Map.of("access_token", jeton),
                java.util.Map.of("Authorization", "Bearer " + jeton));

        assertThat(parFormulaire.statut()).isEqualTo(200);
        assertThat(desDeux.statut()).isEqualTo(400);
        var faux = service.identite("n-importe-quoi");
        assertThat(faux.statut()).isEqualTo(401);
        assertThat(faux.brute().getHeader("WWW-Authenticate")).contains("invalid_token");
    }

    @Test
    void un_service_lit_l_identite_signee_s_il_la_veut_ainsi() throws Exception {
        var service =
                services.service(ServicesDeTest.regles(Set.of(Fonction.values()), AlgorithmeDeCle.ES256, true, false));
        var recus = service.echanger(service.code(services.connecte(services.personne(Fonction.SALARIE))));
        valide(recus.texte("id_token"), service, JWSAlgorithm.ES256);

        var lue = service.identite(recus.texte("access_token")).brute();

        assertThat(lue.getContentType()).startsWith("application/jwt");
        var signee = SignedJWT.parse(lue.getContentAsString());
        assertThat(signee.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
        assertThat(signee.getJWTClaimsSet().getIssuer()).isEqualTo(ServiceDeTest.EMETTEUR);
        assertThat(signee.getJWTClaimsSet().getAudience()).containsExactly(service.clientId());
        assertThat(signee.getJWTClaimsSet().getStringClaim("email")).contains("@");
        assertThat(signee.getJWTClaimsSet().getClaim("signer")).isNull();
    }

    @Test
    void une_cle_remplacee_signe_aussitot_et_l_ancienne_se_verifie_encore() throws Exception {
        var service = services.service();
        var navigateur = services.connecte(services.personne(Fonction.SALARIE));
        var avant = service.echanger(service.code(navigateur)).texte("id_token");

        cles.toutDeSuite(AlgorithmeDeCle.RS256);
        var apres = service.echanger(service.code(navigateur)).texte("id_token");

        assertThat(SignedJWT.parse(apres).getHeader().getKeyID())
                .isNotEqualTo(SignedJWT.parse(avant).getHeader().getKeyID());
        valide(avant, service, JWSAlgorithm.RS256);
        valide(apres, service, JWSAlgorithm.RS256);
    }

    private IDTokenClaimsSet valide(String jeton, ServiceDeTest service, JWSAlgorithm algorithme) throws Exception {
        return new IDTokenValidator(
                        new Issuer(ServiceDeTest.EMETTEUR),
                        new ClientID(service.clientId()),
                        algorithme,
                        JWKSet.parse(texte(Adresses.CLES)))
                .validate(JWTParser.parse(jeton), new Nonce("nonce-1"));
    }

    private String texte(String adresse) {
        var reponse = web.get().uri(adresse).exchange().getResponse();
        assertThat(reponse.getStatus()).isEqualTo(200);
        return new String(reponse.getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
