package fr.convergence.socle.cledacces;

import fr.convergence.socle.courriel.Expediteur;
import fr.convergence.socle.page.Marque;
import fr.convergence.socle.profil.Rubrique;
import java.net.URI;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;

/**
 * Ce que ce site demande à une clé : qu'elle vérifie son porteur (empreinte, visage, code), et qu'elle sache qui il est sans
 * qu'on le lui dise. Elle vaut ainsi deux facteurs à elle seule.
 */
@Configuration(proxyBeanMethods = false)
class Ceremonie {

    /** Une clé ne sert que pour l'adresse publique du site : un site d'apparence voisine n'en obtient rien. */
    @Bean
    WebAuthnRelyingPartyOperations ceremonies(
            Porteurs porteurs, ClesDAcces cles, Expediteur expediteur, Marque marque) {
        var site = URI.create(expediteur.site());
        var partie = PublicKeyCredentialRpEntity.builder()
                .id(site.getHost())
                .name(marque.service())
                .build();
        var ceremonies = new Webauthn4JRelyingPartyOperations(porteurs, cles, partie, Set.of(expediteur.site()));
        ceremonies.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        ceremonies.setCustomizeRequestOptions(
                options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return ceremonies;
    }

    @Bean
    Rubrique rubriqueDesCles() {
        return new Rubrique("cledacces", ClesController.CHEMIN, 25);
    }
}
