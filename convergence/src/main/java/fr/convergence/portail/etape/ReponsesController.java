package fr.convergence.portail.etape;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.ReserveA;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.etape.EnregistrerReponse.Sauvegarde;
import fr.convergence.portail.formulaire.Evaluation;
import fr.convergence.portail.formulaire.QuestionEvaluee;
import fr.convergence.portail.formulaire.SectionEvaluee;
import fr.convergence.portail.lieu.Emplacement;
import fr.convergence.portail.question.TableauEntites;
import fr.convergence.portail.saisie.Conflit;
import fr.convergence.socle.envoi.Rejouable;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** L'enregistrement d'une réponse, question par question ; contrat dans apparence/src/saisie.js. */
@Controller
@ReserveA(Role.REFERENT)
final class ReponsesController {

    private static final String REPONSES = "/dossiers/{reference:[A-Z]{10}}/{etape:[a-z][a-z0-9_]*}/reponses";

    private static final String HEURE = "X-Enregistre-A";

    private static final String VERSION = "X-Version";

    private final EnregistrerReponse enregistrer;

    private final Volets volets;

    ReponsesController(EnregistrerReponse enregistrer, Volets volets) {
        this.enregistrer = enregistrer;
        this.volets = volets;
    }

    @Rejouable("la réponse s’enregistre sur la révision lue : la même ne change rien")
    @PostMapping({REPONSES + "/{question:[a-z][a-z0-9_]*}", REPONSES + "/{lot:[0-9AB]{9}}/{question:[a-z][a-z0-9_]*}"})
    Vue enregistrer(
            Connecte qui,
            @PathVariable String reference,
            @PathVariable String etape,
            @PathVariable(required = false) @Nullable String lot,
            @PathVariable String question,
            @RequestParam MultiValueMap<String, String> parametres,
            HttpServletResponse reponse) {
        var place = Emplacement.cle(lot, question);
        return switch (enregistrer.executer(qui, reference, etape, place, parametres)) {
            case Sauvegarde.Enregistree enregistree -> enregistree(enregistree, place, reponse);
            case Sauvegarde.Divergente(var saisie, var conflit) -> divergente(saisie, conflit);
            case Sauvegarde.Impossible(var saisie, var obstacle) ->
                new Redirection(saisie.adresse() + "/recapitulatif")
                        .avec(new Annonce(Annonce.Genre.ERREUR, Obstacles.message(obstacle)));
            case Sauvegarde.Inconnue() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private Vue enregistree(Sauvegarde.Enregistree sauvegarde, String question, HttpServletResponse reponse) {
        var avant = sauvegarde.avant();
        var apres = sauvegarde.apres();
        reponse.setHeader(HEURE, Formats.heure(apres.lue()));
        reponse.setHeader(VERSION, String.valueOf(apres.reponses().version()));
        var place = apres.place(question).orElseThrow();
        var porteuse = place.porteuse().question().id();
        var page = QuestionPage.de(apres, place);
        page.noter(sauvegarde.etrangeres());
        if (apres.evaluation().question(porteuse).isEmpty()) {
            return ReponsePage.cachee(page, Volet.seul(apres), apres.lue());
        }
        var section = sectionDe(apres.evaluation(), porteuse);
        var volet = Volet.seul(apres);
        var folio = Folio.de(List.of(section), place.question().emplacement());
        var change = !visibles(sectionDe(avant.evaluation(), porteuse)).equals(visibles(section));
        if (change) {
            reponse.setHeader("HX-Retarget", "#section-" + section.section().id());
        }
        var autres = touchees(avant, apres, porteuse)
                .filter(autre ->
                        !change || !visibles(section).contains(autre.question().id()))
                .toList();
        return new ReponsePage(
                page.affichage().erreurs().vides() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY,
                page,
                volet,
                change
                        ? SectionPage.de(
                                apres, volet, section.section().id(), folio, sauvegarde.etrangeres(), List.of())
                        : Optional.empty(),
                autres.stream()
                        .filter(autre -> !tableau(autre))
                        .map(autre -> QuestionPage.de(apres, autre, folio))
                        .toList(),
                // D'un tableau, on ne renvoie que ce qui s'en calcule : jamais ses lignes.
                Stream.concat(change ? Stream.empty() : Stream.of(place.porteuse()), autres.stream())
                        .filter(ReponsesController::tableau)
                        .map(tableau -> TableauPage.synthese(tableau, folio))
                        .toList(),
                change ? Optional.of(volets.contacts(apres)) : volets.contacts(apres, porteuse),
                apres.lue());
    }

    private static boolean tableau(QuestionEvaluee evaluee) {
        return evaluee.question().type() instanceof TableauEntites;
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

    private Vue divergente(SaisieDeLEtape saisie, Conflit conflit) {
        var montree = saisie.montrant(List.of(conflit));
        var place = montree.place(conflit.question().id()).orElseThrow();
        return new ReponsePage(
                HttpStatus.CONFLICT,
                QuestionPage.de(montree, place).divergente(List.of(conflit)),
                Volet.seul(saisie),
                Optional.empty(),
                List.of(),
                List.of(),
                volets.contacts(saisie, conflit.question().id()),
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
