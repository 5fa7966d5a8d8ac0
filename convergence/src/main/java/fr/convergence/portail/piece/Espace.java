package fr.convergence.portail.piece;

import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.question.Piece;
import fr.convergence.portail.question.Question;
import fr.convergence.socle.contenu.ArchiveChiffree;
import fr.convergence.socle.contenu.ContenuActif;
import fr.convergence.socle.contenu.Limites;
import java.util.Set;

/**
 * L'espace de dépôt d'une question, pour son référent.
 *
 * @param section celle du formulaire où la question se lit
 * @param refuses les contenus actifs que le guichet n'y admet pas
 * @param modifiable on peut encore y déposer ou en retirer
 */
record Espace(
        Dossier dossier,
        Etape etape,
        String section,
        Question question,
        Piece regle,
        Set<ContenuActif> refuses,
        boolean modifiable) {

    Limites limites() {
        var limites = Limites.de(regle.formats(), regle.tailleMax()).refusant(refuses);
        return regle.confidentielle() ? limites.avecArchives(ArchiveChiffree.EXIGEE) : limites;
    }

    /** « /dossiers/KVTUJPDDBL/candidature ». */
    String adresse() {
        return "/dossiers/" + dossier.reference().valeur() + "/" + etape.code();
    }

    /** La question dans la page de sa section. */
    String ancre() {
        return question.emplacement().adresse(adresse() + "/" + section);
    }
}
