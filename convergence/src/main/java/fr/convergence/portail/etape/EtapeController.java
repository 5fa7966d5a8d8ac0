package fr.convergence.portail.etape;

import static fr.convergence.portail.etape.EnregistrerSection.folio;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.ReserveA;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.etape.EnregistrerSection.Issue;
import fr.convergence.portail.etape.SectionPage.Suites;
import fr.convergence.portail.piece.Cible;
import fr.convergence.portail.piece.SansScript;
import fr.convergence.portail.saisie.Conflit;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.envoi.Rejouable;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.FichiersAttendus;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Saisi;
import fr.convergence.socle.page.Vue;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Les pages d'une étape : une par section, ou tout sur une seule (DOS-4, DOS-5b). */
@Controller
@ReserveA(Role.REFERENT)
@RequestMapping("/dossiers/{reference:[A-Z]{10}}/{etape:[a-z][a-z0-9_]*}")
final class EtapeController {

    private final Saisies saisies;
    private final EnregistrerSection enregistrer;
    private final SansScript depots;
    private final Volets volets;

    EtapeController(Saisies saisies, EnregistrerSection enregistrer, SansScript depots, Volets volets) {
        this.volets = volets;
        this.saisies = saisies;
        this.enregistrer = enregistrer;
        this.depots = depots;
    }

    /** Reprend où l'on en est : la première section à finir, le récapitulatif si tout est dit ou si rien ne s'écrit. */
    @GetMapping
    Vue etape(Connecte qui, @PathVariable String reference, @PathVariable String etape) {
        var saisie = saisie(qui, reference, etape);
        var aFinir = saisie.evaluation().sections().stream()
                .filter(section -> saisie.etat(section).aFinir())
                .findFirst();
        return new Redirection(
                saisie.modifiable() && aFinir.isPresent()
                        ? SectionPage.aFinir(saisie, aFinir.get())
                        : saisie.adresse() + "/recapitulatif");
    }

    @GetMapping("/{section:[a-z0-9-]+}")
    Vue section(
            Connecte qui,
            @PathVariable String reference,
            @PathVariable String etape,
            @PathVariable String section,
            @RequestParam MultiValueMap<String, String> parametres) {
        var saisie = saisie(qui, reference, etape);
        return page(saisie, section, folio(saisie, section, parametres), Erreurs.aucune(), List.of(), List.of());
    }

    @GetMapping("/completude")
    Vue completude(Connecte qui, @PathVariable String reference, @PathVariable String etape) {
        return new CompletudePage(Volet.seul(saisie(qui, reference, etape)));
    }

    /** « Enregistrer comme brouillon », « Précédent » et « Suivant » ; sans JavaScript, c'est le seul enregistrement. */
    @Rejouable("chaque réponse s’enregistre sur la révision lue ; les fichiers retiennent la clé eux-mêmes")
    @PostMapping("/{section:[a-z0-9-]+}")
    Vue enregistrer(
            Connecte qui,
            @PathVariable String reference,
            @PathVariable String etape,
            @PathVariable String section,
            @RequestParam MultiValueMap<String, String> parametres,
            @RequestParam MultiValueMap<String, MultipartFile> fichiers,
            HttpServletRequest requete)
            throws Exception {
        return selon(enregistrer.executer(qui, reference, etape, section, parametres), fichiers, prise -> {
            var refus = recevoir(qui, reference, etape, choisis(qui, reference, etape, section, fichiers), requete);
            var laisse = refus.vides() && prise.rendues().isEmpty();
            var suite = parametres.getFirst("suite");
            return switch (prise) {
                case Issue.Enregistree(var saisie, var folio, var parues, var _)
                when laisse -> Suites.de(suite, saisie, section, folio, parues);
                case Issue.Enregistree(var _, var folio, var _, var rendues) ->
                    page(saisie(qui, reference, etape), section, folio, refus, List.of(), rendues);
                // Ce qui est faux est enregistré et se redira : rien n'empêche de revenir en arrière.
                case Issue.EnErreur(var saisie, var folio, var _, var conflits, var _)
                when laisse && conflits.isEmpty() && Suites.PRECEDENT.equals(suite) ->
                    Suites.precedente(saisie, section, folio);
                case Issue.EnErreur(var _, var folio, var erreurs, var conflits, var rendues) ->
                    page(
                            saisie(qui, reference, etape).montrant(conflits),
                            section,
                            folio,
                            erreurs.ajouter(refus),
                            conflits,
                            rendues);
            };
        });
    }

    /** Sans JavaScript, les fichiers d'une question partent avec la page : ce qui y est écrit s'enregistre aussi. */
    @Rejouable("les réponses, comme « Suivant » ; les fichiers retiennent la clé eux-mêmes")
    @PostMapping(path = "/{section:[a-z0-9-]+}", params = "envoyer")
    Vue deposer(
            Connecte qui,
            @PathVariable String reference,
            @PathVariable String etape,
            @PathVariable String section,
            @RequestParam String envoyer,
            @RequestParam MultiValueMap<String, String> parametres,
            @RequestParam MultiValueMap<String, MultipartFile> fichiers,
            HttpServletRequest requete)
            throws Exception {
        return selon(enregistrer.executer(qui, reference, etape, section, parametres), fichiers, prise -> {
            var choisis = choisis(qui, reference, etape, section, fichiers);
            if (!SectionPage.espaces(saisie(qui, reference, etape), section).contains(envoyer)) {
                throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            }
            choisis.putIfAbsent(envoyer, List.of()); // rien n'est choisi là où l'on envoie : c'est à dire
            var refus = recevoir(qui, reference, etape, choisis, requete);
            var saisie = saisie(qui, reference, etape);
            return reste(prise, saisie, section, refus)
                    .orElseGet(() -> new Redirection(saisie.champ(section, envoyer))
                            .avec(Annonce.succes("etape.fichiers.deposes")));
        });
    }

    @Rejouable("les réponses, comme « Suivant » ; le retrait et les fichiers retiennent la clé eux-mêmes")
    @PostMapping(
            path = "/{section:[a-z0-9-]+}",
            params = {"retirer", "!envoyer"})
    Vue retirer(
            Connecte qui,
            @PathVariable String reference,
            @PathVariable String etape,
            @PathVariable String section,
            @RequestParam String retirer,
            @RequestParam MultiValueMap<String, String> parametres,
            @RequestParam MultiValueMap<String, MultipartFile> fichiers,
            HttpServletRequest requete)
            throws Exception {
        return selon(enregistrer.executer(qui, reference, etape, section, parametres), fichiers, prise -> {
            var fichier = Uuid.lire(retirer);
            var question = fichier.isPresent()
                    ? depots.retirer(qui, reference, etape, fichier.get(), requete)
                    : Optional.<String>empty();
            var refus = recevoir(qui, reference, etape, choisis(qui, reference, etape, section, fichiers), requete);
            var saisie = saisie(qui, reference, etape);
            return reste(prise, saisie, section, refus)
                    .orElseGet(() -> question.map(id -> new Redirection(saisie.champ(section, id))
                                    .avec(Annonce.succes("etape.fichier.retire")))
                            .orElseGet(() -> Suites.fichierGarde(saisie, section, prise.folio())));
        });
    }

    @Rejouable("les réponses, comme « Suivant » ; une réponse confirmée le reste")
    @PostMapping(
            path = "/{section:[a-z0-9-]+}",
            params = {"verifier", "!envoyer", "!retirer"})
    Vue verifier(
            Connecte qui,
            @PathVariable String reference,
            @PathVariable String etape,
            @PathVariable String section,
            @RequestParam String verifier,
            @RequestParam MultiValueMap<String, String> parametres,
            @RequestParam MultiValueMap<String, MultipartFile> fichiers,
            HttpServletRequest requete)
            throws Exception {
        return selon(enregistrer.executer(qui, reference, etape, section, parametres), fichiers, prise -> {
            var toutes = enregistrer.confirmer(qui, reference, etape, verifier, parametres);
            var refus = recevoir(qui, reference, etape, choisis(qui, reference, etape, section, fichiers), requete);
            var saisie = saisie(qui, reference, etape);
            return reste(prise, saisie, section, refus)
                    .orElseGet(() -> Suites.confirmee(saisie.champ(section, verifier), toutes));
        });
    }

    private interface Suite {
        Vue de(Issue.Prise prise) throws Exception;
    }

    private Vue selon(Issue issue, Map<String, List<MultipartFile>> fichiers, Suite suite) throws Exception {
        return switch (issue) {
            case Issue.Prise prise -> suite.de(prise);
            case Issue.Impossible impossible -> SaisieRendue.de(impossible, depots.choisis(fichiers));
            case Issue.Inconnue() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    /** La page, quand l'envoi y laisse quelque chose à choisir, un fichier refusé ou une réponse à rendre. */
    private Optional<Vue> reste(Issue.Prise prise, SaisieDeLEtape saisie, String section, Erreurs refus) {
        var erreurs = Conflit.erreurs(prise.restent()).ajouter(refus);
        return erreurs.vides() && prise.rendues().isEmpty()
                ? Optional.empty()
                : Optional.of(page(
                        saisie.montrant(prise.restent()),
                        section,
                        prise.folio(),
                        erreurs,
                        prise.restent(),
                        prise.rendues()));
    }

    /** Ce qui est choisi dans les espaces de la page ; un fichier sous un autre nom ne vient pas d'elle. */
    private Map<String, List<MultipartFile>> choisis(
            Connecte qui, String reference, String etape, String section, Map<String, List<MultipartFile>> fichiers) {
        var choisis = depots.choisis(fichiers);
        if (!choisis.isEmpty()) {
            choisis.keySet().retainAll(SectionPage.espaces(saisie(qui, reference, etape), section));
        }
        return choisis;
    }

    /** Sans JavaScript, un fichier choisi part avec la page, quel que soit le bouton. */
    private Erreurs recevoir(
            Connecte qui,
            String reference,
            String etape,
            Map<String, List<MultipartFile>> choisis,
            HttpServletRequest requete)
            throws Exception {
        var refus = FichiersAttendus.aDeposer(requete);
        for (var question : choisis.entrySet()) {
            depots.deposer(qui, new Cible(reference, etape, question.getKey()), question.getValue(), requete)
                    .ifPresent(pourquoi -> refus.ajouter(question.getKey(), pourquoi));
        }
        return refus;
    }

    private SaisieDeLEtape saisie(Connecte qui, String reference, String etape) {
        return saisies.duReferent(qui, reference, etape)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Vue page(
            SaisieDeLEtape saisie,
            String section,
            Folio folio,
            Erreurs erreurs,
            List<Conflit> conflits,
            List<Saisi> rendues) {
        var gardee = conflits.isEmpty() ? saisie : saisie.avec(Conflit.gardees(conflits, saisie.reponses()));
        return SectionPage.de(saisie, volets.de(gardee), section, folio, erreurs, conflits)
                .<Vue>map(page -> page.rendant(rendues))
                .orElseGet(() -> cachee(saisie, section, rendues));
    }

    /** Une section que des réponses ont retirée : la suivante s'ouvre, et ce qui y était tapé est rendu. */
    private static Vue cachee(SaisieDeLEtape saisie, String section, List<Saisi> rendues) {
        if (!saisie.formulaire().definition().comporte(section)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return rendues.isEmpty()
                ? new Redirection(SectionPage.suivante(saisie, section))
                        .avec(Annonce.information("etape.section-retiree"))
                : SaisieRendue.de(new Issue.Impossible(saisie, new Message("etape.rendue.cachee"), rendues), Map.of());
    }
}
