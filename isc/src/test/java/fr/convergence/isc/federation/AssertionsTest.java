package fr.convergence.isc.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import fr.convergence.isc.TestDIsc;
import fr.convergence.isc.acces.Fonction;
import fr.convergence.isc.client.MethodeDeClient;
import fr.convergence.isc.client.RaccorderService;
import fr.convergence.isc.client.ServiceRaccorde;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Un service qui prouve qui il est par sa clé (private_key_jwt), ou par un secret dans le corps. */
@TestDIsc
@Import(ServicesDeTest.class)
final class AssertionsTest {

    private static final String JETONS = ServiceDeTest.EMETTEUR + Adresses.JETONS;

    @Autowired
    ServicesDeTest services;

    @Autowired
    RaccorderService raccorder;

    private ServiceDeTest service;
    private ECKey cle;

    @BeforeEach
    void raccorder() throws Exception {
        cle = new ECKeyGenerator(Curve.P_256).keyID("cle-1").generate();
        service = services.service(
                MethodeDeClient.CLE_PRIVEE,
                new JWKSet(cle.toPublicJWK()).toString(),
                ServicesDeTest.regles(Set.of(Fonction.values()), false));
    }

    @Test
    void une_assertion_signee_sert_une_fois() throws Exception {
        var assertion = signee(dits().build());

        assertThat(presenter(assertion).statut()).isEqualTo(200);
        assertThat(presenter(assertion).texte("error")).as("rejouée").isEqualTo("invalid_client");
        assertThat(presenter(signee(dits().audience(ServiceDeTest.EMETTEUR).build()))
                        .statut())
                .isEqualTo(200);
    }

    @Test
    void une_assertion_mal_faite_se_refuse() throws Exception {
        var maintenant = Instant.now();
        refuse(signee(dits().expirationTime(Date.from(maintenant.minus(Duration.ofMinutes(5))))
                .build()));
        refuse(signee(dits().expirationTime(Date.from(maintenant.plus(Duration.ofHours(2))))
                .build()));
        refuse(signee(dits().expirationTime(null).build()));
        refuse(signee(dits().jwtID(null).build()));
        refuse(signee(dits().audience("https://autre.example").build()));
        refuse(signee(dits().issuer("autre").build()));
        refuse(signee(dits().subject("autre").build()));
    }

    @Test
    void ni_sans_signature_ni_signee_de_la_cle_publique_ni_d_une_autre_cle() throws Exception {
        refuse(new PlainJWT(dits().build()).serialize());

        var hs = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("cle-1").build(), dits().build());
        hs.sign(new MACSigner(
                (cle.toPublicJWK().toJSONString() + "x".repeat(32)).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        refuse(hs.serialize());

        cle = new ECKeyGenerator(Curve.P_256).keyID("cle-1").generate();
        refuse(signee(dits().build()));
    }

    @Test
    void l_operateur_change_les_cles_et_rien_ne_redemarre() throws Exception {
        assertThat(presenter(signee(dits().build())).statut()).isEqualTo(200);
        var neuve = new ECKeyGenerator(Curve.P_256).keyID("cle-2").generate();
        var lu = service.raccorde();
        assertThat(raccorder.changer(new ServiceRaccorde(
                        lu.id(),
                        lu.clientId(),
                        lu.nom(),
                        lu.description(),
                        lu.adresse(),
                        lu.methode(),
                        new JWKSet(neuve.toPublicJWK()).toString(),
                        lu.regles(),
                        true,
                        lu.version())))
                .isTrue();

        refuse(signee(dits().build()));
        cle = neuve;
        assertThat(presenter(signee(dits().build())).statut()).isEqualTo(200);
    }

    @Test
    void un_secret_ne_se_presente_que_comme_le_service_l_a_dit() {
        var parCorps = services.service(
                MethodeDeClient.SECRET_DANS_LE_CORPS, null, ServicesDeTest.regles(Set.of(Fonction.values()), false));
        var corps = Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                parCorps.clientId(),
                "client_secret",
                parCorps.secret());

        assertThat(parCorps.envoyer(Adresses.JETONS, corps, Map.of()).statut()).isEqualTo(200);
        assertThat(parCorps.envoyer(
                                Adresses.JETONS,
                                Map.of("grant_type", "client_credentials"),
                                Map.of("Authorization", parCorps.enEntete()))
                        .statut())
                .isEqualTo(401);
        assertThat(raccorder.nouveauSecret(parCorps.id())).isPresent();
        assertThat(parCorps.envoyer(Adresses.JETONS, corps, Map.of()).statut())
                .as("l’ancien secret")
                .isEqualTo(401);
        assertThat(raccorder.nouveauSecret(service.id())).as("il n’en a pas").isEmpty();
    }

    private void refuse(String assertion) {
        var reponse = presenter(assertion);
        assertThat(reponse.statut()).isEqualTo(401);
        assertThat(reponse.texte("error")).isEqualTo("invalid_client");
    }

    private ServiceDeTest.Reponse presenter(String assertion) {
        return service.envoyer(
                Adresses.JETONS,
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        service.clientId(),
                        "client_assertion_type",
                        "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                        "client_assertion",
                        assertion),
                Map.of());
    }

    private JWTClaimsSet.Builder dits() {
        return new JWTClaimsSet.Builder()
                .issuer(service.clientId())
                .subject(service.clientId())
                .audience(JETONS)
                .jwtID(UUID.randomUUID().toString())
                .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(1))));
    }

    private String signee(JWTClaimsSet dits) throws Exception {
        var jeton = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(JOSEObjectType.JWT)
                        .keyID(cle.getKeyID())
                        .build(),
                dits);
        jeton.sign(new ECDSASigner(cle));
        return jeton.serialize();
    }
}
