package fr.convergence.portail.dossier;

import fr.convergence.portail.dossier.Passage.Changement;
import java.util.List;
import java.util.Map;

/**
 * Ce qu'un autre paquet sait d'un acte et que le journal ne garde pas : les valeurs avant et après (DOS-9). Le journal en
 * scelle l'empreinte ; les valeurs restent où elles se purgent.
 */
public interface ValeursDeLHistoire {

    /** Lit d'un coup ce qu'il faut pour tout le dossier. */
    Lecteur de(Dossier dossier);

    /** Les valeurs d'un dossier, acte par acte. */
    interface Lecteur {

        /** @param details ceux d'actes du même nom qui se suivent, du plus ancien au plus récent */
        List<Changement> changements(String acte, List<Map<String, String>> details);
    }
}
