package fr.convergence.isc.administration;

import fr.convergence.isc.acces.Fonction;
import fr.convergence.isc.acces.Membre;
import fr.convergence.isc.acces.ReserveAux;
import fr.convergence.isc.acte.ActeDIsc;
import fr.convergence.isc.client.RaccorderService;
import fr.convergence.isc.client.RaccorderService.Resultat;
import fr.convergence.isc.client.ReglesDeService;
import fr.convergence.isc.client.ServiceRaccorde;
import fr.convergence.isc.client.Services;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Raccorder un service, le changer, lui donner un secret neuf (ISC-15). */
@Controller
@ReserveAux(Fonction.OPERATEUR)
@RequestMapping(ServicesRaccordesController.CHEMIN)
final class ServicesRaccordesController {

    static final String CHEMIN = "/administration/services";

    private final Services services;
    private final RaccorderService raccorder;
    private final Journal journal;

    ServicesRaccordesController(Services services, RaccorderService raccorder, Journal journal) {
        this.services = services;
        this.raccorder = raccorder;
        this.journal = journal;
    }

    @GetMapping
    Vue liste() {
        return new ServicesRaccordesPage(services.tous());
    }

    @GetMapping("/nouveau")
    Vue vierge() {
        return new ServiceRaccordePage(null, 0, SaisieDeService.vierge(), Erreurs.aucune());
    }

    @PostMapping
    Vue raccorder(@ModelAttribute SaisieDeService saisie, Membre qui) {
        var erreurs = Erreurs.aucune();
        var regles = saisie.regles(erreurs);
        if (regles.isEmpty()) {
            return new ServiceRaccordePage(null, 0, saisie, erreurs);
        }
        return switch (raccorder.executer(
                saisie.clientId(),
                saisie.nom(),
                saisie.description(),
                saisie.adresse(),
                saisie.laMethode().orElseThrow(),
                saisie.cles(),
                regles.get())) {
            case Resultat.Raccorde(var service, var secret) -> {
                tracer(service, qui, new ActeDIsc.ServiceRaccorde(service.clientId()));
                yield secret.<Vue>map(valeur -> new SecretDeServicePage(service, valeur))
                        .orElseGet(() -> fait(service.id(), "administration.service.raccorde"));
            }
            case Resultat.DejaPris() ->
                new ServiceRaccordePage(null, 0, saisie, erreurs.ajouter("clientId", "administration.service.pris"));
            case Resultat.ClesIllisibles() ->
                new ServiceRaccordePage(
                        null, 0, saisie, erreurs.ajouter("cles", "administration.service.cles.illisibles"));
        };
    }

    @GetMapping("/{id}")
    Vue un(@PathVariable UUID id) {
        var service = celui(id);
        return new ServiceRaccordePage(id, service.version(), SaisieDeService.de(service), Erreurs.aucune());
    }

    @PostMapping("/{id}")
    Vue changer(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") long version,
            @ModelAttribute SaisieDeService saisie,
            Membre qui) {
        var service = celui(id);
        var erreurs = Erreurs.aucune();
        var regles = saisie.regles(erreurs);
        if (regles.isEmpty()) {
            return new ServiceRaccordePage(id, version, saisie, erreurs);
        }
        if (!raccorder.changer(change(service, version, saisie, regles.get()))) {
            return new ServiceRaccordePage(
                    id, version, saisie, erreurs.ajouter("nom", "administration.service.change-ailleurs"));
        }
        tracer(service, qui, new ActeDIsc.ServiceChange(service.clientId()));
        return fait(id, "administration.service.change");
    }

    @PostMapping("/{id}/secret")
    Vue nouveauSecret(@PathVariable UUID id, Membre qui) {
        var service = celui(id);
        return raccorder
                .nouveauSecret(id)
                .<Vue>map(secret -> {
                    tracer(service, qui, new ActeDIsc.SecretDeServiceChange(service.clientId()));
                    return new SecretDeServicePage(service, secret);
                })
                .orElseGet(() -> new Redirection(CHEMIN + "/" + id)
                        .avec(Annonce.avertissement("administration.service.sans-secret")));
    }

    private static ServiceRaccorde change(
            ServiceRaccorde service, long version, SaisieDeService saisie, ReglesDeService regles) {
        return new ServiceRaccorde(
                service.id(),
                service.clientId(),
                saisie.nom(),
                saisie.description(),
                saisie.adresse(),
                service.methode(),
                service.cles() == null ? null : saisie.cles(),
                regles,
                saisie.coche(saisie.actif()),
                version);
    }

    private static Vue fait(UUID id, String annonce) {
        return new Redirection(CHEMIN + "/" + id).avec(Annonce.succes(annonce));
    }

    private void tracer(ServiceRaccorde service, Membre qui, ActeDIsc acte) {
        journal.ecrire(ActeDIsc.chaineDeService(service.id()), qui.getName(), acte);
    }

    private ServiceRaccorde celui(UUID id) {
        return services.un(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
