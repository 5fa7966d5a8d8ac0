package fr.convergence.portail.dossier;

import fr.convergence.portail.lieu.Emplacement;
import fr.convergence.portail.question.Question;
import java.time.Instant;

/** Où le référent peut répondre. Qui écrit à côté du formulaire (un fichier, un contact) le demande comme la page le montre. */
public interface PlacesOuvertes {

    /**
     * @param porteuse la question qui tient cette place : elle-même, ou son tableau
     * @param lue l'instant où la requête est arrivée
     */
    boolean ouverte(Dossier dossier, Etape etape, Question porteuse, Emplacement place, Instant lue);
}
