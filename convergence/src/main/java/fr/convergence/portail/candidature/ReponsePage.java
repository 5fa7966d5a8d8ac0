package fr.convergence.portail.candidature;

import fr.convergence.socle.page.Page;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/**
 * Ce que reçoit le navigateur après l'enregistrement d'une réponse : la question, et la complétude à jour.
 *
 * @param section la section entière, quand la réponse y a fait paraître ou disparaître des questions
 */
public record ReponsePage(
        HttpStatus statut, QuestionPage question, Volet volet, Optional<SectionPage> section, Instant enregistreeA)
        implements Page {}
