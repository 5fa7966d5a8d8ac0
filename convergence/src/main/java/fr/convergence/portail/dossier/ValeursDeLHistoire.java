package fr.convergence.portail.dossier;

import fr.convergence.portail.acte.ActeDuDossier;
import fr.convergence.portail.dossier.Passage.Changement;
import java.util.List;

/**
 * Ce qu'un autre paquet sait d'un acte et que le journal ne garde pas : les valeurs avant et après (DOS-9). Le journal en
 * scelle l'empreinte ; les valeurs restent où elles se purgent.
 */
public interface ValeursDeLHistoire {

    /** Lit d'un coup ce qu'il faut pour tout le dossier. */
    Lecteur de(Dossier dossier);

    /** Les valeurs d'un dossier, acte par acte. */
    interface Lecteur {

        /** @param actes du même genre et de la même étape, qui se suivent, du plus ancien au plus récent */
        List<Changement> changements(List<ActeDuDossier> actes);
    }
}
