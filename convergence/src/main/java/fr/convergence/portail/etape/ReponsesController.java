package fr.convergence.portail.etape;

import fr.convergence.portail.acces.Acces;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.etape.EnregistrerReponse.Sauvegarde;
import fr.convergence.portail.formulaire.Evaluation;
import fr.convergence.portail.formulaire.QuestionEvaluee;
import fr.convergence.portail.formulaire.SectionEvaluee;
import fr.convergence.portail.saisie.Conflit;
import fr.convergence.socle.envoi.Rejouable;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** L'enregistrement d'une réponse, question par question ; contrat dans apparence/src/saisie.js. */
@Controller
@Acces(Role.REFERENT)
final class ReponsesController {

    private static final String HEURE = "X-Enregistre-A";

    private final EnregistrerReponse enregistrer;

    ReponsesController(EnregistrerReponse enregistrer) {
        this.enregistrer = enregistrer;
    }

    @Rejouable("la réponse s’enregistre sur la révision lue : la même ne change rien")
    @PostMapping("/dossiers/{reference:[A-Z]{10}}/{etape:[a-z][a-z0-9_]*}/reponses/{question:[a-z][a-z0-9_]*}")
    Vue enregistrer(
            Connecte qui,
            @PathVariable String reference,
            @PathVariable String etape,
            @PathVariable String question,
            @RequestParam MultiValueMap<String, String> parametres,
            HttpServletResponse reponse) {
        return switch (enregistrer.executer(qui, reference, etape, question, parametres)) {
            case Sauvegarde.Enregistree(var avant, var apres) -> enregistree(avant, apres, question, reponse);
            case Sauvegarde.Divergente(var saisie, var conflit) -> divergente(saisie, conflit);
            case Sauvegarde.Impossible(var saisie, var obstacle) ->
                new Redirection(saisie.adresse() + "/recapitulatif")
                        .avec(new Annonce(Annonce.Genre.ERREUR, Obstacles.message(obstacle)));
            case Sauvegarde.Inconnue() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private static Vue enregistree(
            SaisieDeLEtape avant, SaisieDeLEtape apres, String question, HttpServletResponse reponse) {
        reponse.setHeader(HEURE, Formats.heure(apres.lue()));
        var evaluee = apres.evaluation().question(question).orElseThrow();
        var page = QuestionPage.de(apres, evaluee);
        var section = sectionDe(apres.evaluation(), question);
        var volet = Volet.seul(apres);
        var change = !visibles(sectionDe(avant.evaluation(), question)).equals(visibles(section));
        if (change) {
            reponse.setHeader("HX-Retarget", "#section-" + section.section().id());
        }
        return new ReponsePage(
                page.affichage().erreurs().vides() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY,
                page,
                volet,
                change
                        ? SectionPage.de(apres, volet, section.section().id(), Erreurs.aucune(), List.of())
                        : Optional.empty(),
                touchees(avant, apres, question)
                        .filter(autre -> !change
                                || !visibles(section).contains(autre.question().id()))
                        .map(autre -> QuestionPage.de(apres, autre))
                        .toList(),
                apres.lue());
    }

    /** Un contrôle porte sur deux questions : corriger l'une peut effacer ce qui était reproché à l'autre. */
    private static Stream<QuestionEvaluee> touchees(SaisieDeLEtape avant, SaisieDeLEtape apres, String question) {
        return apres.evaluation()
                .questions()
                .filter(autre -> !autre.question().id().equals(question))
                .filter(autre -> avant.evaluation()
                        .question(autre.question().id())
                        .filter(alors -> !alors.erreurs().equals(autre.erreurs()))
                        .isPresent());
    }

    private static Vue divergente(SaisieDeLEtape saisie, Conflit conflit) {
        var montree = saisie.montrant(List.of(conflit));
        var evaluee = montree.evaluation().question(conflit.question().id()).orElseThrow();
        return new ReponsePage(
                HttpStatus.CONFLICT,
                QuestionPage.de(montree, evaluee).divergente(conflit),
                Volet.seul(saisie),
                Optional.empty(),
                List.of(),
                saisie.lue());
    }

    private static SectionEvaluee sectionDe(Evaluation evaluation, String question) {
        return evaluation.sections().stream()
                .filter(section -> visibles(section).contains(question))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> visibles(SectionEvaluee section) {
        return section.questions().stream()
                .map(QuestionEvaluee::question)
                .map(q -> q.id())
                .toList();
    }
}
