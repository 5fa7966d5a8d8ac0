package fr.convergence.portail.etape;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.ReserveA;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.etape.RecapitulatifPage.Depot;
import fr.convergence.portail.etape.TransmettreEtape.Transmission;
import fr.convergence.portail.piece.PieceDeposee;
import fr.convergence.portail.saisie.Editions;
import fr.convergence.socle.impression.Imprimerie;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** Relire, transmettre, garder l'accusé (DOS-4, DOS-8). */
@Controller
@ReserveA(Role.REFERENT)
@RequestMapping("/dossiers/{reference:[A-Z]{10}}/{etape:[a-z][a-z0-9_]*}")
final class TransmissionController {

    private final Saisies saisies;
    private final Editions editions;
    private final TransmettreEtape transmettre;
    private final Volets volets;
    private final RelectureDuDossier relecture;
    private final Imprimerie imprimerie;

    TransmissionController(
            Saisies saisies,
            Editions editions,
            TransmettreEtape transmettre,
            Volets volets,
            RelectureDuDossier relecture,
            Imprimerie imprimerie) {
        this.imprimerie = imprimerie;
        this.volets = volets;
        this.relecture = relecture;
        this.saisies = saisies;
        this.editions = editions;
        this.transmettre = transmettre;
    }

    @GetMapping("/recapitulatif")
    Vue recapitulatif(Connecte qui, @PathVariable String reference, @PathVariable String etape) {
        return page(saisie(qui, reference, etape), HttpStatus.OK, Optional.empty());
    }

    @PostMapping("/transmissions")
    Vue transmettre(Connecte qui, @PathVariable String reference, @PathVariable String etape) {
        return switch (transmettre.executer(qui, reference, etape)) {
            case Transmission.Faite(var saisie, var edition) ->
                new Redirection(saisie.adresse() + "/accuses/" + edition.numero());
            case Transmission.Incomplete(var saisie) ->
                page(
                        saisie,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        Optional.of(new Message(
                                saisie.evaluation().transmissible()
                                        ? "etape.a-verifier.empeche"
                                        : "etape.incomplete")));
            case Transmission.PiecesEnAnalyse(var saisie) ->
                page(saisie, HttpStatus.UNPROCESSABLE_ENTITY, Optional.of(new Message("etape.en-analyse")));
            case Transmission.PiecesEnCopie(var saisie) ->
                page(
                        saisie,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        Optional.of(new Message(
                                "etape.en-copie",
                                saisie.enCopie().stream().map(PieceDeposee::nom).collect(Collectors.joining(", ")))));
            case Transmission.Impossible(var saisie, var obstacle) ->
                page(saisie, HttpStatus.UNPROCESSABLE_ENTITY, Optional.of(Obstacles.message(obstacle)));
            case Transmission.Inconnue() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    /** Le dernier accusé : ce que lie une page qui sait l'étape transmise, sans savoir combien de fois. */
    @GetMapping("/accuses")
    Vue dernierAccuse(Connecte qui, @PathVariable String reference, @PathVariable String etape) {
        var saisie = saisie(qui, reference, etape);
        return editions.derniere(saisie.etape().id())
                .<Vue>map(edition -> new Redirection(saisie.adresse() + "/accuses/" + edition.numero()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping("/accuses/{numero:\\d{1,4}}")
    Vue accuse(Connecte qui, @PathVariable String reference, @PathVariable String etape, @PathVariable int numero) {
        return accusePage(qui, reference, etape, numero);
    }

    @GetMapping("/accuses/{numero:\\d{1,4}}.pdf")
    ResponseEntity<byte[]> pdf(
            Connecte qui, @PathVariable String reference, @PathVariable String etape, @PathVariable int numero) {
        var accuse = relecture.imprime(accusePage(qui, reference, etape, numero));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(accuse.fichier())
                                .build()
                                .toString())
                .body(imprimerie.imprimer(accuse));
    }

    private AccusePage accusePage(Connecte qui, String reference, String etape, int numero) {
        var saisie = saisie(qui, reference, etape);
        var edition = editions.numero(saisie.etape().id(), numero)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return relecture.accuse(saisie, edition);
    }

    private SaisieDeLEtape saisie(Connecte qui, String reference, String etape) {
        return saisies.duReferent(qui, reference, etape)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private RecapitulatifPage page(SaisieDeLEtape saisie, HttpStatus statut, Optional<Message> empechement) {
        return new RecapitulatifPage(
                statut,
                volets.de(saisie),
                RecapitulatifPage.sections(saisie, volets.remplaces(saisie)),
                saisie.modifiable() ? saisie.evaluation().erreurs() : Erreurs.aucune(),
                empechement,
                RecapitulatifPage.Inchangees.de(saisie),
                editions.toutes(saisie.etape().id()).stream()
                        .map(edition -> new Depot(
                                edition.numero(),
                                edition.le(),
                                edition.empreinte(),
                                saisie.adresse() + "/accuses/" + edition.numero()))
                        .toList());
    }
}
