package fr.convergence.portail.piece;

import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.question.Piece;
import fr.convergence.portail.question.Question;

/**
 * L'espace de dépôt d'une question, pour son référent.
 *
 * @param section celle du formulaire où la question se lit
 * @param modifiable on peut encore y déposer ou en retirer
 */
record Espace(Dossier dossier, Etape etape, String section, Question question, Piece regle, boolean modifiable) {

    /** « /dossiers/KVTUJPDDBL/candidature ». */
    String adresse() {
        return "/dossiers/" + dossier.reference().valeur() + "/" + etape.code();
    }

    /** La question dans la page de sa section. */
    String ancre() {
        return adresse() + "/" + section + "#" + question.id();
    }
}
