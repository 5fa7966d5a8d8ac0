package fr.convergence.portail.publication;

import fr.convergence.portail.acces.ReserveA;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.definition.Reference;
import fr.convergence.portail.guichet.Catalogue;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.socle.page.Vue;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Les guichets et les formulaires publiés, version par version. */
@Controller
@ReserveA(Role.OPERATEUR)
final class PublicationController {

    static final String CHEMIN = "/administration/guichets";
    private static final String FORMULAIRES = "/administration/formulaires";

    private final GuichetsPublies guichets;
    private final Catalogue catalogue;
    private final Clock horloge;

    PublicationController(GuichetsPublies guichets, Catalogue catalogue, Clock horloge) {
        this.guichets = guichets;
        this.catalogue = catalogue;
        this.horloge = horloge;
    }

    static String guichet(Reference reference) {
        return CHEMIN + "/" + reference.code() + "/" + reference.version();
    }

    static String formulaire(Reference reference) {
        return FORMULAIRES + "/" + reference.code() + "/" + reference.version();
    }

    @GetMapping(CHEMIN)
    Vue lister() {
        return GuichetsPage.de(
                guichets.enVigueur(), catalogue.formulaires(), guichets::formulaireSIlExiste, horloge.instant());
    }

    @GetMapping(CHEMIN + "/{code}/{version}")
    Vue montrerGuichet(@PathVariable String code, @PathVariable int version) {
        var reference = new Reference(code, version);
        var texte = catalogue.texteDuGuichet(reference).orElseThrow(PublicationController::absent);
        return new VersionPage(
                Versions.de(reference, catalogue.guichets(), PublicationController::guichet),
                GuichetLu.de(guichets.version(reference).definition()),
                null,
                texte,
                EditionController.reprendre(EditionController.GUICHET, reference));
    }

    @GetMapping(FORMULAIRES + "/{code}/{version}")
    Vue montrerFormulaire(@PathVariable String code, @PathVariable int version) {
        var reference = new Reference(code, version);
        var texte = catalogue.texteDuFormulaire(reference).orElseThrow(PublicationController::absent);
        var formulaire = guichets.formulaireSIlExiste(reference).orElseThrow(PublicationController::absent);
        return new VersionPage(
                Versions.de(reference, catalogue.formulaires(), PublicationController::formulaire),
                null,
                FormulaireLu.de(formulaire.definition()),
                texte,
                EditionController.reprendre(EditionController.FORMULAIRE, reference));
    }

    private static ResponseStatusException absent() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
