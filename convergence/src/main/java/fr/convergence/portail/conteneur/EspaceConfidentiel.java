package fr.convergence.portail.conteneur;

import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.question.Piece;
import fr.convergence.portail.question.Question;

/**
 * Une question confidentielle d'un dossier, pour qui peut la voir.
 *
 * @param section celle du formulaire où elle se lit
 * @param modifiable on peut encore y demander un conteneur
 */
record EspaceConfidentiel(
        Dossier dossier, Etape etape, String section, Question question, Piece.Source source, boolean modifiable) {

    String reference() {
        return dossier.reference().valeur();
    }

    String etapeDuDossier() {
        return "/dossiers/" + reference() + "/" + etape.code();
    }

    /** La page du conteneur. */
    String adresse() {
        return etapeDuDossier() + "/conteneurs/" + question.id();
    }

    /** La question dans la page de sa section. */
    String ancre() {
        return question.emplacement().adresse(etapeDuDossier() + "/" + section);
    }

    /** La même, son espace de dépôt ouvert : une autre adresse que celle de la page, pour que le navigateur la relise. */
    String deposer() {
        return etapeDuDossier() + "/" + section + "?depot=" + question.id() + "#question-" + question.id();
    }
}
