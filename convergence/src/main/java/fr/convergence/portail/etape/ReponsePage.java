package fr.convergence.portail.etape;

import fr.convergence.socle.page.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/**
 * Ce que reçoit le navigateur après l'enregistrement d'une réponse : la question, et la complétude à jour.
 *
 * @param section la section entière, quand la réponse y a fait paraître ou disparaître des questions
 * @param autres celles dont un contrôle commun a changé les erreurs
 */
public record ReponsePage(
        HttpStatus statut,
        QuestionPage question,
        Volet volet,
        Optional<SectionPage> section,
        List<QuestionPage> autres,
        Instant enregistreeA)
        implements Page {}
