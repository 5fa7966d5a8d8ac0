package fr.convergence.portail.etape;

import fr.convergence.portail.contact.Contacts;
import fr.convergence.socle.page.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/**
 * Ce que reçoit le navigateur après l'enregistrement d'une réponse : la question, et la complétude à jour.
 *
 * @param section la section entière, quand la réponse y a fait paraître ou disparaître des questions
 * @param syntheses ce qui se calcule des tableaux que la réponse a touchés
 * @param contacts ceux du dossier, quand la question en est un
 * @param autres celles dont un contrôle commun a changé les erreurs
 */
public record ReponsePage(
        HttpStatus statut,
        QuestionPage question,
        Volet volet,
        Optional<SectionPage> section,
        List<QuestionPage> autres,
        List<TableauPage.Synthese> syntheses,
        Optional<Contacts> contacts,
        Instant enregistreeA)
        implements Page {

    /** D'une question qui ne se demande plus : elle est gardée, et n'a rien changé au reste. */
    static ReponsePage cachee(QuestionPage question, Volet volet, Instant enregistreeA) {
        return new ReponsePage(
                HttpStatus.OK, question, volet, Optional.empty(), List.of(), List.of(), Optional.empty(), enregistreeA);
    }

    /** Vrai quand la question est une cellule, et revient sans son tableau. */
    public boolean cellule() {
        return question.affichage().question().emplacement().lot().isPresent();
    }
}
