package fr.convergence.portail.reconduction;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.ReserveA;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.definition.Reference;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.reconduction.ReconductionPage.Apercu;
import fr.convergence.portail.reconduction.ReconduireReponses.Faite;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Choix;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** « Repartir d'une ancienne candidature » (DOS-12). */
@Controller
@ReserveA(Role.REFERENT)
@RequestMapping("/dossiers/{reference:[A-Z]{10}}/reconduction")
final class ReconductionController {

    private final Dossiers dossiers;
    private final Chantiers chantiers;
    private final Bilans bilans;
    private final ReconduireReponses reconduire;
    private final GuichetsPublies guichets;

    ReconductionController(
            Dossiers dossiers,
            Chantiers chantiers,
            Bilans bilans,
            ReconduireReponses reconduire,
            GuichetsPublies guichets) {
        this.dossiers = dossiers;
        this.chantiers = chantiers;
        this.bilans = bilans;
        this.reconduire = reconduire;
        this.guichets = guichets;
    }

    @GetMapping
    Vue choisir(Connecte qui, @PathVariable String reference, @RequestParam(defaultValue = "") String ancienne) {
        var dossier = dossier(qui, reference);
        var inconnue = !FormeNormale.vide(ancienne)
                && chantiers.ancien(qui, dossier, ancienne).isEmpty();
        return page(
                qui,
                dossier,
                ancienne,
                inconnue
                        ? Erreurs.aucune().ajouter(ReconductionPage.ANCIENNE, "reconduction.inconnue")
                        : Erreurs.aucune());
    }

    @PostMapping
    Vue reprendre(
            Connecte qui,
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String ancienne,
            @RequestParam(defaultValue = "") List<String> preuves) {
        var dossier = dossier(qui, reference);
        var choisies =
                preuves.stream().flatMap(preuve -> Uuid.lire(preuve).stream()).collect(Collectors.toSet());
        return reconduire
                .executer(qui, dossier.reference(), ancienne, choisies)
                .<Vue>map(faite -> new Redirection("/dossiers/" + reference + "/" + faite.etape()).avec(annonce(faite)))
                .orElseGet(() -> page(
                        qui,
                        dossier,
                        ancienne,
                        Erreurs.aucune().ajouter(ReconductionPage.ANCIENNE, "reconduction.inconnue")));
    }

    private static Annonce annonce(Faite faite) {
        var copies = faite.copies() == 0 ? "" : ".copies";
        return faite.refus().isEmpty()
                ? Annonce.succes("reconduction.faite" + copies, faite.reponses())
                : Annonce.avertissement(
                        "reconduction.faite" + copies + ".refus", faite.reponses(), String.join("\n", faite.refus()));
    }

    private ReconductionPage page(Connecte qui, Dossier dossier, String ancienne, Erreurs erreurs) {
        var chantier = chantiers.de(dossier);
        return new ReconductionPage(
                dossier.reference().valeur(),
                titre(dossier.guichet()),
                chantier.isPresent(),
                chantiers.anciens(qui, dossier).stream()
                        .map(ancien -> new Choix(
                                ancien.reference().valeur(),
                                titre(ancien.guichet()) + " – " + ancien.reference(),
                                Formats.date(ancien.creeLe())))
                        .toList(),
                ancienne,
                chantier.flatMap(ouvert -> chantiers
                        .ancien(qui, dossier, ancienne)
                        .map(ancien -> apercu(bilans.de(dossier, ouvert.etape(), ancien)))),
                erreurs);
    }

    private static Apercu apercu(Bilan bilan) {
        return new Apercu(
                bilan.reprises().size(),
                bilan.laissees(),
                bilan.preuves().stream()
                        .map(preuve -> new Choix(
                                preuve.piece().fichier().toString(),
                                preuve.piece().nom(),
                                preuve.vers().libelle()))
                        .toList());
    }

    private String titre(Reference guichet) {
        return guichets.version(guichet).definition().titre();
    }

    /** Le dossier d'un autre n'existe pas. */
    private Dossier dossier(Connecte qui, String reference) {
        return Optional.of(new ReferenceDeDossier(reference))
                .flatMap(lue -> dossiers.duReferent(qui, lue))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
