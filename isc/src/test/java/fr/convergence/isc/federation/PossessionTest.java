package fr.convergence.isc.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.oauth2.sdk.dpop.DefaultDPoPProofFactory;
import com.nimbusds.oauth2.sdk.id.JWTID;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import fr.convergence.isc.TestDIsc;
import fr.convergence.isc.acces.Fonction;
import fr.convergence.isc.federation.ServiceDeTest.Reponse;
import fr.convergence.socle.essai.NavigateurDeTest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Un jeton lié à la clé de son porteur (DPoP, RFC 9449) : volé, il ne vaut rien. Les preuves sont celles de Nimbus. */
@TestDIsc
@Import(ServicesDeTest.class)
final class PossessionTest {

    private static final String JETONS = "http://localhost" + Adresses.JETONS;
    private static final String IDENTITE = "http://localhost" + Adresses.IDENTITE;

    @Autowired
    ServicesDeTest services;

    private ServiceDeTest service;
    private NavigateurDeTest navigateur;
    private ECKey cle;

    @BeforeEach
    void connecter() throws JOSEException {
        service = services.service();
        navigateur = services.connecte(services.personne(Fonction.SALARIE));
        cle = new ECKeyGenerator(Curve.P_256).generate();
    }

    @Test
    void un_jeton_lie_ne_se_lit_qu_avec_la_preuve_de_sa_cle() throws Exception {
        var recus = echanger(preuve(cle, "POST", JETONS, null));
        assertThat(recus.statut()).isEqualTo(200);
        assertThat(recus.texte("token_type")).isEqualTo("DPoP");
        var jeton = recus.texte("access_token");

        assertThat(lire(jeton, preuve(cle, "GET", IDENTITE, jeton)).statut()).isEqualTo(200);

        assertThat(service.identite(jeton).statut())
                .as("sans preuve, en porteur")
                .isEqualTo(401);
        assertThat(lire(jeton, null).statut()).as("sans preuve").isEqualTo(401);
        var autre = new ECKeyGenerator(Curve.P_256).generate();
        assertThat(lire(jeton, preuve(autre, "GET", IDENTITE, jeton)).statut())
                .as("autre clé")
                .isEqualTo(401);
        assertThat(lire(jeton, preuve(cle, "POST", IDENTITE, jeton)).statut())
                .as("htm")
                .isEqualTo(401);
        assertThat(lire(jeton, preuve(cle, "GET", IDENTITE + "/x", jeton)).statut())
                .as("htu")
                .isEqualTo(401);
        assertThat(lire(jeton, preuve(cle, "GET", IDENTITE, "autre")).statut())
                .as("ath")
                .isEqualTo(401);
        assertThat(lire(jeton, preuve(cle, "GET", IDENTITE, null)).statut())
                .as("sans ath")
                .isEqualTo(401);
    }

    @Test
    void une_preuve_ne_sert_qu_une_fois_sur_aucun_noeud() throws Exception {
        var deuxFois = preuve(cle, "POST", JETONS, null);
        var jeton = echanger(deuxFois).texte("access_token");
        assertThat(echanger(deuxFois).texte("error")).isEqualTo("invalid_dpop_proof");

        var lecture = preuve(cle, "GET", IDENTITE, jeton);
        assertThat(lire(jeton, lecture).statut()).isEqualTo(200);
        assertThat(lire(jeton, lecture).statut()).isEqualTo(401);
    }

    @Test
    void une_preuve_perimee_ou_mal_faite_se_refuse() throws Exception {
        assertThat(echanger(preuve(cle, "POST", JETONS, null, Instant.now().minus(Duration.ofMinutes(2))))
                        .texte("error"))
                .isEqualTo("invalid_dpop_proof");
        assertThat(echanger(preuve(cle, "GET", JETONS, null)).texte("error")).isEqualTo("invalid_dpop_proof");
        assertThat(echanger(preuve(cle, "POST", IDENTITE, null)).texte("error")).isEqualTo("invalid_dpop_proof");
        assertThat(echanger("pas-une-preuve").texte("error")).isEqualTo("invalid_dpop_proof");
    }

    @Test
    void un_jeton_ordinaire_ne_se_presente_pas_comme_lie() throws Exception {
        var jeton = service.echanger(service.code(navigateur)).texte("access_token");

        assertThat(lire(jeton, preuve(cle, "GET", IDENTITE, jeton)).statut()).isEqualTo(401);
    }

    @Test
    void renouvele_avec_une_preuve_le_jeton_reste_lie() throws Exception {
        var recus = echanger(preuve(cle, "POST", JETONS, null));

        var neufs = service.envoyer(
                Adresses.JETONS,
                Map.of("grant_type", "refresh_token", "refresh_token", recus.texte("refresh_token")),
                Map.of("Authorization", service.enEntete(), "DPoP", preuve(cle, "POST", JETONS, null)));

        assertThat(neufs.texte("token_type")).isEqualTo("DPoP");
        var jeton = neufs.texte("access_token");
        assertThat(lire(jeton, preuve(cle, "GET", IDENTITE, jeton)).statut()).isEqualTo(200);
    }

    private Reponse echanger(String preuve) {
        return service.envoyer(
                Adresses.JETONS,
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        service.code(navigateur),
                        "redirect_uri",
                        ServiceDeTest.RETOUR,
                        "code_verifier",
                        ServiceDeTest.VERIFIEUR),
                Map.of("Authorization", service.enEntete(), "DPoP", preuve));
    }

    private Reponse lire(String jeton, @Nullable String preuve) {
        var entetes = new LinkedHashMap<>(Map.of("Authorization", "DPoP " + jeton));
        if (preuve != null) {
            entetes.put("DPoP", preuve);
        }
        var requete = services.web().get().uri(Adresses.IDENTITE);
        entetes.forEach(requete::header);
        return ServiceDeTest.lire(requete.exchange().getResponse());
    }

    private static String preuve(ECKey cle, String methode, String adresse, @Nullable String jeton) throws Exception {
        return preuve(cle, methode, adresse, jeton, Instant.now());
    }

    private static String preuve(ECKey cle, String methode, String adresse, @Nullable String jeton, Instant le)
            throws Exception {
        return new DefaultDPoPProofFactory(cle, JWSAlgorithm.ES256)
                .createDPoPJWT(
                        new JWTID(UUID.randomUUID().toString()),
                        methode,
                        URI.create(adresse),
                        Date.from(le),
                        jeton == null ? null : new DPoPAccessToken(jeton),
                        null)
                .serialize();
    }
}
