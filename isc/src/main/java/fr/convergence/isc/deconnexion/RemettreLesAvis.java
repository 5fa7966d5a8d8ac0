package fr.convergence.isc.deconnexion;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.convergence.isc.client.ServiceRaccorde;
import fr.convergence.isc.client.Services;
import fr.convergence.isc.deconnexion.Avis.ARemettre;
import fr.convergence.socle.courriel.Expediteur;
import fr.convergence.socle.tache.TachePeriodique;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;

/** Remet les avis aux services, signés (OpenID Connect Back-Channel Logout 1.0). Un jeton se signe au moment de partir. */
@Configuration(proxyBeanMethods = false)
class RemettreLesAvis {

    static final String TRAVAIL = "deconnexion-avis";

    private static final Logger JOURNAL = LoggerFactory.getLogger(RemettreLesAvis.class);
    private static final Duration DELAI = Duration.ofSeconds(5);
    private static final Duration VALIDITE = Duration.ofMinutes(2);
    private static final int LOT = 20;

    private final Avis avis;
    private final Services services;
    private final JwtEncoder signature;
    private final String emetteur;

    /** Une redirection mènerait où l'opérateur n'a rien enregistré. */
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(DELAI)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    RemettreLesAvis(Avis avis, Services services, JwtEncoder signature, Expediteur site) {
        this.avis = avis;
        this.services = services;
        this.signature = signature;
        this.emetteur = site.site();
    }

    @Bean
    TachePeriodique remettreLesAvisDeDeconnexion() {
        return TachePeriodique.parLots(TRAVAIL, Duration.ofSeconds(10), this::remettre);
    }

    @Bean
    TachePeriodique purgerLesDeconnexions(Participations participations) {
        return new TachePeriodique("deconnexion-purge", Duration.ofHours(1), () -> {
            participations.purger();
            avis.purger();
        });
    }

    /** @return vrai s'il en reste peut-être */
    boolean remettre() {
        var pris = avis.prendre(LOT);
        pris.forEach(this::remettre);
        return pris.size() == LOT;
    }

    private void remettre(ARemettre aRemettre) {
        var service = services.un(aRemettre.client()).filter(ServiceRaccorde::actif);
        var adresse = service.map(trouve -> trouve.regles().avisDeDeconnexion());
        if (adresse.isEmpty() || envoyer(adresse.get(), jeton(aRemettre, service.get()))) {
            avis.remis(aRemettre.id());
        } else if (!avis.reprendre(aRemettre)) {
            JOURNAL.warn("Avis de déconnexion abandonné : {}", service.get().clientId());
        }
    }

    private boolean envoyer(String adresse, String jeton) {
        var demande = HttpRequest.newBuilder(URI.create(adresse))
                .timeout(DELAI)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("logout_token=" + URLEncoder.encode(jeton, UTF_8)))
                .build();
        try {
            var statut = http.send(demande, BodyHandlers.discarding()).statusCode();
            return statut == 200 || statut == 204;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String jeton(ARemettre aRemettre, ServiceRaccorde service) {
        var maintenant = Instant.now();
        var algorithme = switch (service.regles().algorithme()) {
            case RS256 -> SignatureAlgorithm.RS256;
            case ES256 -> SignatureAlgorithm.ES256;
        };
        var dits = JwtClaimsSet.builder()
                .issuer(emetteur)
                .audience(List.of(service.clientId()))
                .issuedAt(maintenant)
                .expiresAt(maintenant.plus(VALIDITE))
                .id(UUID.randomUUID().toString())
                .subject(aRemettre.titulaire())
                .claim("sid", aRemettre.session())
                .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()))
                .build();
        return signature
                .encode(JwtEncoderParameters.from(
                        JwsHeader.with(algorithme).type("logout+jwt").build(), dits))
                .getTokenValue();
    }
}
