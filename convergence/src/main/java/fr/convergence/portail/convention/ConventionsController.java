package fr.convergence.portail.convention;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.ReserveA;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.acte.ActeDeConsultation.PieceTelechargee;
import fr.convergence.portail.acte.Sorte;
import fr.convergence.portail.convention.EtatDeConvention.Signee;
import fr.convergence.portail.convention.RenouvelerConvention.Issue;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.socle.fichier.Telechargement;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Les documents d'une convention et sa relance, par le référent du dossier ou ses vérificateurs (CONV-2). */
@Controller
final class ConventionsController {

    private static final String DU_REFERENT = "/dossiers/{reference:[A-Z]{10}}/conventions";
    private static final String DU_VERIFICATEUR = "/instruction/{reference:[A-Z]{10}}/conventions";
    private static final String DOCUMENT = "/{numero:\\d{1,4}}.pdf";
    private static final String PREUVE = "/{numero:\\d{1,4}}/preuve.pdf";

    private final Dossiers dossiers;
    private final Conventions conventions;
    private final DocumentsDeConvention documents;
    private final RenouvelerConvention renouveler;
    private final Journal journal;

    ConventionsController(
            Dossiers dossiers,
            Conventions conventions,
            DocumentsDeConvention documents,
            RenouvelerConvention renouveler,
            Journal journal) {
        this.dossiers = dossiers;
        this.conventions = conventions;
        this.documents = documents;
        this.renouveler = renouveler;
        this.journal = journal;
    }

    @GetMapping(DU_REFERENT + DOCUMENT)
    @ReserveA(Role.REFERENT)
    void duReferent(Connecte qui, @PathVariable String reference, @PathVariable int numero, HttpServletResponse reponse)
            throws IOException {
        servir(qui, duReferent(qui, reference), numero, EtatDeConvention::aLire, reponse);
    }

    @GetMapping(DU_REFERENT + PREUVE)
    @ReserveA(Role.REFERENT)
    void preuveDuReferent(
            Connecte qui, @PathVariable String reference, @PathVariable int numero, HttpServletResponse reponse)
            throws IOException {
        servir(qui, duReferent(qui, reference), numero, ConventionsController::preuve, reponse);
    }

    @PostMapping(DU_REFERENT)
    @ReserveA(Role.REFERENT)
    Vue relancerEnReferent(Connecte qui, @PathVariable String reference, @RequestParam Optional<Integer> numero) {
        return vers("/dossiers/" + reference, renouveler.parLeReferent(qui, new ReferenceDeDossier(reference), numero));
    }

    @GetMapping(DU_VERIFICATEUR + DOCUMENT)
    @ReserveA({Role.ARS, Role.ANS})
    void duVerificateur(
            Connecte qui, @PathVariable String reference, @PathVariable int numero, HttpServletResponse reponse)
            throws IOException {
        servir(qui, duVerificateur(qui, reference), numero, EtatDeConvention::aLire, reponse);
    }

    @GetMapping(DU_VERIFICATEUR + PREUVE)
    @ReserveA({Role.ARS, Role.ANS})
    void preuveDuVerificateur(
            Connecte qui, @PathVariable String reference, @PathVariable int numero, HttpServletResponse reponse)
            throws IOException {
        servir(qui, duVerificateur(qui, reference), numero, ConventionsController::preuve, reponse);
    }

    @PostMapping(DU_VERIFICATEUR)
    @ReserveA({Role.ARS, Role.ANS})
    Vue relancerEnVerificateur(Connecte qui, @PathVariable String reference, @RequestParam Optional<Integer> numero) {
        return vers(
                "/instruction/" + reference,
                renouveler.parUnVerificateur(qui, new ReferenceDeDossier(reference), numero));
    }

    private Dossier duReferent(Connecte qui, String reference) {
        return dossiers.duReferent(qui, new ReferenceDeDossier(reference))
                .orElseThrow(ConventionsController::introuvable);
    }

    private Dossier duVerificateur(Connecte qui, String reference) {
        return dossiers.duVerificateur(qui, new ReferenceDeDossier(reference))
                .orElseThrow(ConventionsController::introuvable);
    }

    private void servir(
            Connecte qui,
            Dossier dossier,
            int numero,
            Function<EtatDeConvention, Optional<UUID>> lequel,
            HttpServletResponse reponse)
            throws IOException {
        var fichier = conventions.toutes(dossier.id()).stream()
                .filter(convention -> convention.numero() == numero)
                .findFirst()
                .map(Convention::etat)
                .flatMap(lequel)
                .orElseThrow(ConventionsController::introuvable);
        var ouvert = documents.ouvrir(fichier);
        journal.ecrire(
                Sorte.ACCES.chaine(dossier.reference()),
                qui.getName(),
                new PieceTelechargee(
                        fichier, Objects.requireNonNull(ouvert.fichier().sha256())));
        Telechargement.servir(ouvert, reponse);
    }

    private static Optional<UUID> preuve(EtatDeConvention etat) {
        return etat instanceof Signee signee ? Optional.of(signee.preuve()) : Optional.empty();
    }

    private static Vue vers(String adresse, Issue issue) {
        return switch (issue) {
            case Issue.Relancee() -> new Redirection(adresse).avec(Annonce.succes("convention.relancee"));
            case Issue.Refaite() -> new Redirection(adresse).avec(Annonce.succes("convention.refaite"));
            case Issue.Frein(var jusqu) ->
                new Redirection(adresse).avec(Annonce.avertissement("convention.relance.frein", Formats.heure(jusqu)));
            case Issue.AuPrestataire() ->
                new Redirection(adresse).avec(Annonce.information("convention.relance.prestataire"));
            case Issue.DejaRefaite(var partie) ->
                new Redirection(adresse)
                        .avec(Annonce.information(partie ? "convention.refaite.partie" : "convention.refaite.part"));
            case Issue.Inutile() -> new Redirection(adresse).avec(Annonce.information("convention.relance.inutile"));
            case Issue.Introuvable() -> throw introuvable();
        };
    }

    private static ResponseStatusException introuvable() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
