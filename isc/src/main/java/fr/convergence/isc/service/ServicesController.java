package fr.convergence.isc.service;

import fr.convergence.isc.acces.Membre;
import fr.convergence.isc.client.ServiceRaccorde;
import fr.convergence.isc.client.Services;
import fr.convergence.socle.acces.Acces;
import fr.convergence.socle.page.Vue;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Les services raccordés : à lire pour un visiteur, à ouvrir pour qui est connecté. */
@Controller
@Acces(publique = true)
final class ServicesController {

    private final Services services;
    private final ServicesDuMembre siens;

    ServicesController(Services services, ServicesDuMembre siens) {
        this.services = services;
        this.siens = siens;
    }

    @GetMapping("/services")
    Vue services(Optional<Membre> qui) {
        return qui.<Vue>map(membre -> new MesServicesPage(siens.de(membre)))
                .orElseGet(() -> new ServicesPage(
                        services.tous().stream().filter(ServiceRaccorde::actif).toList()));
    }

    @GetMapping("/services/{id}/logo")
    ResponseEntity<byte[]> logo(@PathVariable UUID id) {
        return services.logo(id)
                .map(logo -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(logo.type()))
                        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                        .body(logo.octets()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
