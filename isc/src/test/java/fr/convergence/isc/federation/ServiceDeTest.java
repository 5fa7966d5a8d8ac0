package fr.convergence.isc.federation;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import fr.convergence.isc.client.ServiceRaccorde;
import fr.convergence.socle.essai.NavigateurDeTest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Un service qui se connecte par ce site : ce qu'il demande, ce qu'il en reçoit. */
record ServiceDeTest(MockMvcTester web, ServiceRaccorde raccorde, String secret) {

    static final String RETOUR = "https://service.example/retour";
    static final String ADIEU = "https://service.example/adieu";
    static final String EMETTEUR = "http://localhost:8082";
    static final String VERIFIEUR = "un-secret-de-quarante-trois-lettres-au-moins-1234567";

    private static final JsonMapper JSON = new JsonMapper();

    /** @param statut celui de la réponse */
    record Reponse(int statut, JsonNode corps, MockHttpServletResponse brute) {

        String texte(String champ) {
            return corps.path(champ).asString();
        }
    }

    String clientId() {
        return raccorde.clientId();
    }

    /** Ce que toute demande dit ; les paramètres vont par deux et remplacent ceux-là, une valeur vide retire le sien. */
    Map<String, String> parametres(String... autres) {
        var parametres = new LinkedHashMap<String, String>();
        parametres.put("response_type", "code");
        parametres.put("client_id", clientId());
        parametres.put("redirect_uri", RETOUR);
        parametres.put("scope", "openid email");
        parametres.put("state", "etat & signes=1");
        parametres.put("nonce", "nonce-1");
        parametres.put("code_challenge", defi(VERIFIEUR));
        parametres.put("code_challenge_method", "S256");
        for (var i = 0; i < autres.length; i += 2) {
            parametres.put(autres[i], autres[i + 1]);
        }
        parametres.values().removeIf(String::isEmpty);
        return parametres;
    }

    String demande(String... autres) {
        var adresse = UriComponentsBuilder.fromPath(Adresses.AUTORISATION);
        parametres(autres).forEach((nom, valeur) -> adresse.queryParam(nom, UriUtils.encode(valeur, UTF_8)));
        return adresse.build(true).toUriString();
    }

    /** Le code que reçoit le service, d'un navigateur où la personne est connectée. */
    String code(NavigateurDeTest navigateur, String... autres) {
        return retour(navigateur.lire(demande(autres)).destination()).get("code");
    }

    /** Ce que porte l'adresse où le navigateur est ramené. */
    static Map<String, String> retour(String adresse) {
        var dits = new LinkedHashMap<String, String>();
        UriComponentsBuilder.fromUriString(adresse)
                .build()
                .getQueryParams()
                .forEach((nom, valeurs) -> dits.put(nom, UriUtils.decode(valeurs.getFirst(), UTF_8)));
        return dits;
    }

    Reponse echanger(String code, String... autres) {
        var champs = new LinkedHashMap<String, String>();
        champs.put("grant_type", "authorization_code");
        champs.put("code", code);
        champs.put("redirect_uri", RETOUR);
        champs.put("code_verifier", VERIFIEUR);
        for (var i = 0; i < autres.length; i += 2) {
            champs.put(autres[i], autres[i + 1]);
        }
        champs.values().removeIf(String::isEmpty);
        return envoyer(Adresses.JETONS, champs, Map.of("Authorization", enEntete()));
    }

    Reponse renouveler(String jeton, String... autres) {
        var champs = new LinkedHashMap<>(Map.of("grant_type", "refresh_token", "refresh_token", jeton));
        for (var i = 0; i < autres.length; i += 2) {
            champs.put(autres[i], autres[i + 1]);
        }
        return envoyer(Adresses.JETONS, champs, Map.of("Authorization", enEntete()));
    }

    Reponse identite(String jeton) {
        var brute = web.get()
                .uri(Adresses.IDENTITE)
                .header("Authorization", "Bearer " + jeton)
                .exchange()
                .getResponse();
        return lire(brute);
    }

    Reponse envoyer(String adresse, Map<String, String> champs, Map<String, String> entetes) {
        var requete = web.post().uri(adresse).contentType("application/x-www-form-urlencoded");
        champs.forEach(requete::param);
        entetes.forEach(requete::header);
        return lire(requete.exchange().getResponse());
    }

    String enEntete() {
        return "Basic " + Base64.getEncoder().encodeToString((clientId() + ":" + secret).getBytes(US_ASCII));
    }

    static Reponse lire(MockHttpServletResponse brute) {
        var octets = brute.getContentAsByteArray();
        var json = String.valueOf(brute.getContentType()).contains("json");
        return new Reponse(
                brute.getStatus(), json && octets.length > 0 ? JSON.readTree(octets) : JSON.createObjectNode(), brute);
    }

    static String defi(String verifieur) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifieur.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    UUID id() {
        return raccorde.id();
    }
}
