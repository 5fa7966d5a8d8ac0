package fr.convergence.isc.deconnexion;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import com.sun.net.httpserver.HttpServer;
import fr.convergence.isc.TestDIsc;
import fr.convergence.isc.acces.Fonction;
import fr.convergence.isc.cle.AlgorithmeDeCle;
import fr.convergence.isc.cle.ClesDeSignature;
import fr.convergence.isc.client.MethodeDeClient;
import fr.convergence.isc.client.RaccorderService;
import fr.convergence.isc.client.ReglesDeService;
import fr.convergence.isc.client.ServiceRaccorde;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.session.SessionsTerminees;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Un service reçoit l'avis qu'une session finit, signé ; s'il ne le prend pas, il le reçoit plus tard. */
@TestDIsc
final class RemettreLesAvisTest {

    @Autowired
    Participations participations;

    @Autowired
    AvertirLesServices avertir;

    @Autowired
    RemettreLesAvis remettre;

    @Autowired
    RaccorderService raccorder;

    @Autowired
    ClesDeSignature cles;

    @Autowired
    HorlogeDeTest horloge;

    @Autowired
    JdbcClient base;

    private final List<String> recus = new CopyOnWriteArrayList<>();
    private final UUID personne = UUID.randomUUID();
    private int statut = 200;
    private HttpServer serveur;
    private ServiceRaccorde service;

    @BeforeEach
    void ouvrir() throws IOException {
        base.sql("delete from deconnexion_avis").update();
        serveur = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serveur.createContext("/avis", echange -> {
            recus.add(new String(echange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            echange.getResponseHeaders().add("Location", "/ailleurs");
            echange.sendResponseHeaders(statut, -1);
            echange.close();
        });
        serveur.start();
        service = raccorder("http://localhost:" + serveur.getAddress().getPort() + "/avis");
        participations.noter("session-1", Optional.of(UUID.randomUUID()), service.clientId(), personne.toString());
    }

    @AfterEach
    void fermer() {
        serveur.stop(0);
    }

    @Test
    void l_avis_est_un_jeton_que_le_service_sait_verifier() throws Exception {
        avertir.apprendre(new SessionsTerminees(personne));
        remettre.remettre();

        assertThat(recus).singleElement().asString().startsWith("logout_token=");
        var jeton = URLDecoder.decode(recus.getFirst().substring("logout_token=".length()), StandardCharsets.UTF_8);
        var dits = new LogoutTokenValidator(
                        new Issuer("http://localhost:8082"),
                        new ClientID(service.clientId()),
                        JWSAlgorithm.RS256,
                        new JWKSet(cles.get(new JWKSelector(new JWKMatcher.Builder().build()), null)))
                .validate(JWTParser.parse(jeton));
        assertThat(dits.getSubject().getValue()).isEqualTo(personne.toString());
        assertThat(dits.getSessionID().getValue()).isEqualTo("session-1");
        assertThat(JWTParser.parse(jeton).getHeader().getType()).hasToString("logout+jwt");
        assertThat(JWTParser.parse(jeton).getJWTClaimsSet().getClaim("nonce")).isNull();

        remettre.remettre();
        assertThat(recus).as("remis, il ne l’est plus").hasSize(1);
    }

    @Test
    void un_service_qui_ne_le_prend_pas_le_recoit_de_nouveau_puis_plus() {
        statut = 500;
        avertir.apprendre(new SessionsTerminees(personne));
        remettre.remettre();
        remettre.remettre();
        assertThat(recus).as("pas avant son heure").hasSize(1);

        for (var reprise : Avis.REPRISES) {
            horloge.avancer(reprise.plusSeconds(1));
            remettre.remettre();
        }
        assertThat(recus).hasSize(1 + Avis.REPRISES.size());

        horloge.avancer(Duration.ofHours(12));
        remettre.remettre();
        assertThat(recus).as("abandonné").hasSize(1 + Avis.REPRISES.size());
    }

    @Test
    void revenu_le_service_le_prend_et_une_redirection_n_est_pas_suivie() {
        statut = 302;
        avertir.apprendre(new SessionsTerminees(personne));
        remettre.remettre();
        statut = 204;
        horloge.avancer(Duration.ofSeconds(11));
        remettre.remettre();

        assertThat(recus).hasSize(2);
        assertThat(base.sql("select remis_le is not null from deconnexion_avis")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void un_noeud_mort_en_le_remettant_ne_le_perd_pas() {
        avertir.apprendre(new SessionsTerminees(personne));
        base.sql("update deconnexion_avis set essais = 1, prochain_le = prochain_le + interval '2 minutes'")
                .update();
        remettre.remettre();
        assertThat(recus).isEmpty();

        horloge.avancer(Duration.ofMinutes(3));
        remettre.remettre();
        assertThat(recus).hasSize(1);
    }

    private ServiceRaccorde raccorder(String avis) {
        var fait = raccorder.executer(
                "avis-" + UUID.randomUUID(),
                "Service prévenu",
                "",
                "https://service.example/",
                MethodeDeClient.SECRET_EN_ENTETE,
                null,
                new ReglesDeService(
                        Set.of("authorization_code"),
                        Set.of("https://service.example/retour"),
                        Set.of(),
                        avis,
                        Set.of("openid"),
                        Set.of(Fonction.values()),
                        AlgorithmeDeCle.RS256,
                        false,
                        false));
        return ((RaccorderService.Resultat.Raccorde) fait).service();
    }
}
