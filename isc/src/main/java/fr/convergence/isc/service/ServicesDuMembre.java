package fr.convergence.isc.service;

import fr.convergence.isc.acces.Membre;
import fr.convergence.isc.client.ServiceRaccorde;
import fr.convergence.isc.client.Services;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Les services ouverts à une personne : ceux qu'elle emploie, et les autres. */
@Component
public final class ServicesDuMembre {

    /** @param employes ceux où elle s'est déjà connectée */
    public record Partage(List<ServiceRaccorde> employes, List<ServiceRaccorde> accessibles) {}

    private final Services services;
    private final JdbcClient base;

    ServicesDuMembre(Services services, JdbcClient base) {
        this.services = services;
        this.base = base;
    }

    public Partage de(Membre qui) {
        var employes = employes(qui);
        var parts = services.ouvertsA(qui.fonction()).stream()
                .collect(Collectors.partitioningBy(service -> employes.contains(service.id())));
        return new Partage(parts.getOrDefault(true, List.of()), parts.getOrDefault(false, List.of()));
    }

    private Set<UUID> employes(Membre qui) {
        return base
                .sql("select client from vue_service_employe where titulaire = ?")
                .param(qui.getName())
                .query(UUID.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }
}
