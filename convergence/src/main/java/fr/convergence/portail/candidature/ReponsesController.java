package fr.convergence.portail.candidature;

import fr.convergence.portail.acces.Acces;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.candidature.EnregistrerReponse.Sauvegarde;
import fr.convergence.portail.formulaire.Evaluation;
import fr.convergence.portail.formulaire.QuestionEvaluee;
import fr.convergence.portail.formulaire.Reponse;
import fr.convergence.portail.formulaire.SectionEvaluee;
import fr.convergence.portail.question.Affichage;
import fr.convergence.portail.question.Valeur;
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
    /** La question dont un champ est retapé pendant l'envoi n'est pas remplacée : elle repart de cette révision. */
    private static final String REVISION = "X-Revision";

    private final EnregistrerReponse enregistrer;

    ReponsesController(EnregistrerReponse enregistrer) {
        this.enregistrer = enregistrer;
    }

    @Rejouable("la réponse s'enregistre sur la révision lue : la même ne change rien")
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
            case Sauvegarde.Divergente(var saisie, var actuelle, var proposee) ->
                divergente(saisie, question, actuelle, proposee);
            case Sauvegarde.Impossible(var saisie, var obstacle) ->
                new Redirection(saisie.adresse() + "/recapitulatif")
                        .avec(new Annonce(Annonce.Genre.ERREUR, Obstacles.message(obstacle)));
            case Sauvegarde.Inconnue() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private static Vue enregistree(Saisie avant, Saisie apres, String question, HttpServletResponse reponse) {
        reponse.setHeader(HEURE, Formats.heure(apres.lue()));
        reponse.setHeader(REVISION, String.valueOf(apres.reponses().revision(question)));
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
                change ? SectionPage.de(apres, volet, section.section().id(), Erreurs.aucune()) : Optional.empty(),
                touchees(avant, apres, question)
                        .filter(autre -> !change
                                || !visibles(section).contains(autre.question().id()))
                        .map(autre -> QuestionPage.de(apres, autre))
                        .toList(),
                apres.lue());
    }

    /** Un contrôle porte sur deux questions : corriger l'une peut effacer ce qui était reproché à l'autre. */
    private static Stream<QuestionEvaluee> touchees(Saisie avant, Saisie apres, String question) {
        return apres.evaluation()
                .questions()
                .filter(autre -> !autre.question().id().equals(question))
                .filter(autre -> avant.evaluation()
                        .question(autre.question().id())
                        .filter(alors -> !alors.erreurs().equals(autre.erreurs()))
                        .isPresent());
    }

    private static Vue divergente(Saisie saisie, String question, Reponse actuelle, Valeur proposee) {
        var evaluee = saisie.evaluation().question(question).orElseThrow();
        var page = QuestionPage.de(saisie, evaluee);
        var propose = new Affichage(
                evaluee.question(),
                proposee,
                page.affichage().erreurs(),
                page.affichage().enregistrer());
        return new ReponsePage(
                HttpStatus.CONFLICT,
                page.divergente(propose, actuelle.revision(), Ailleurs.texte(evaluee.question(), actuelle.valeur())),
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
