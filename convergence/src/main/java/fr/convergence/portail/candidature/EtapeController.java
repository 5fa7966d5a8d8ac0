package fr.convergence.portail.candidature;

import fr.convergence.portail.acces.Acces;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.candidature.EnregistrerSection.Issue;
import fr.convergence.portail.dossier.Obstacle;
import fr.convergence.portail.piece.Cible;
import fr.convergence.portail.piece.SansScript;
import fr.convergence.portail.question.Question;
import fr.convergence.socle.envoi.Rejouable;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
@Acces(Role.REFERENT)
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
                        ? saisie.adresse() + "/" + aFinir.get().section().id()
                        : saisie.adresse() + "/recapitulatif");
    }

    @GetMapping("/{section:[a-z0-9-]+}")
    Vue section(
            Connecte qui, @PathVariable String reference, @PathVariable String etape, @PathVariable String section) {
        var saisie = saisie(qui, reference, etape);
        return page(saisie, section, Erreurs.aucune(), List.of());
    }

    @GetMapping("/completude")
    Vue completude(Connecte qui, @PathVariable String reference, @PathVariable String etape) {
        return new CompletudePage(Volet.seul(saisie(qui, reference, etape)));
    }

    /** « Enregistrer comme brouillon » et « Suivant » ; sans JavaScript, c'est le seul enregistrement. */
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
        var issue = enregistrer.executer(qui, reference, etape, section, parametres);
        if (issue instanceof Issue.Impossible(var saisie, var obstacle)) {
            return impossible(saisie, obstacle);
        }
        var refus = recevoir(qui, reference, etape, choisis(qui, reference, etape, section, fichiers), requete);
        return switch (issue) {
            case Issue.Enregistree(var saisie, var parue)
            when refus.vides() ->
                "suivant".equals(parametres.getFirst("suite"))
                        ? suivante(saisie, section, parue)
                        : new Redirection(saisie.adresse() + "/" + section)
                                .avec(Annonce.succes("candidature.brouillon.enregistre"));
            case Issue.Enregistree _ -> page(saisie(qui, reference, etape), section, refus, List.of());
            case Issue.EnErreur(var _, var erreurs, var conflits) ->
                page(
                        Conflit.montrer(conflits, saisie(qui, reference, etape)),
                        section,
                        erreurs.ajouter(refus),
                        conflits);
            case Issue.Impossible(var saisie, var obstacle) -> impossible(saisie, obstacle);
            case Issue.Inconnue() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
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
        if (!SectionPage.espaces(saisie(qui, reference, etape), section).contains(envoyer)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var issue = enregistrer.executer(qui, reference, etape, section, parametres);
        if (issue instanceof Issue.Impossible(var saisie, var obstacle)) {
            return impossible(saisie, obstacle);
        }
        var choisis = choisis(qui, reference, etape, section, fichiers);
        choisis.putIfAbsent(envoyer, List.of()); // rien n'est choisi là où l'on envoie : c'est à dire
        var refus = recevoir(qui, reference, etape, choisis, requete);
        var saisie = saisie(qui, reference, etape);
        var erreurs = Conflit.erreurs(issue.restent()).ajouter(refus);
        return erreurs.vides()
                ? new Redirection(saisie.adresse() + "/" + section + "#" + envoyer)
                        .avec(Annonce.succes("candidature.fichiers.deposes"))
                : page(Conflit.montrer(issue.restent(), saisie), section, erreurs, issue.restent());
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
            @RequestParam UUID retirer,
            @RequestParam MultiValueMap<String, String> parametres,
            @RequestParam MultiValueMap<String, MultipartFile> fichiers,
            HttpServletRequest requete)
            throws Exception {
        var issue = enregistrer.executer(qui, reference, etape, section, parametres);
        if (issue instanceof Issue.Impossible(var saisie, var obstacle)) {
            return impossible(saisie, obstacle);
        }
        var question = depots.retirer(qui, reference, etape, retirer, requete);
        var refus = recevoir(qui, reference, etape, choisis(qui, reference, etape, section, fichiers), requete);
        var saisie = saisie(qui, reference, etape);
        var erreurs = Conflit.erreurs(issue.restent()).ajouter(refus);
        if (!erreurs.vides()) {
            return page(Conflit.montrer(issue.restent(), saisie), section, erreurs, issue.restent());
        }
        return question.map(id -> new Redirection(saisie.adresse() + "/" + section + "#" + id)
                        .avec(Annonce.succes("candidature.fichier.retire")))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
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
        var refus = Erreurs.aucune();
        for (var question : choisis.entrySet()) {
            depots.deposer(qui, new Cible(reference, etape, question.getKey()), question.getValue(), requete)
                    .ifPresent(pourquoi -> refus.ajouter(question.getKey(), pourquoi));
        }
        return refus;
    }

    /** Une question que ces réponses ont fait paraître se montre avant que la section suivante ne s'ouvre. */
    private static Vue suivante(Saisie saisie, String section, Optional<Question> parue) {
        return parue.map(question -> new Redirection(saisie.adresse() + "/" + section + "#question-" + question.id())
                        .avec(new Annonce(
                                Annonce.Genre.INFORMATION,
                                new Message("candidature.question-parue", question.libelle()))))
                .orElseGet(() -> new Redirection(SectionPage.suivante(saisie, section)));
    }

    private static Vue impossible(Saisie saisie, Obstacle obstacle) {
        return new Redirection(saisie.adresse() + "/recapitulatif")
                .avec(new Annonce(Annonce.Genre.ERREUR, Obstacles.message(obstacle)));
    }

    private Saisie saisie(Connecte qui, String reference, String etape) {
        return saisies.duReferent(qui, reference, etape)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private SectionPage page(Saisie saisie, String section, Erreurs erreurs, List<Conflit> conflits) {
        return SectionPage.de(saisie, volets.de(saisie), section, erreurs, conflits)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
