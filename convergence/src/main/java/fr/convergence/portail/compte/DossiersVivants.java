package fr.convergence.portail.compte;

import fr.convergence.portail.etablissement.CleCandidat;
import java.util.UUID;

/** Ce que le paquet des dossiers dit aux comptes : un référent ne s'en va pas en laissant un dossier vivant. */
public interface DossiersVivants {

    /** Vrai si ce référent a un dossier vivant, quel qu'en soit le candidat. */
    boolean de(UUID referent);

    /** Vrai si ce référent a un dossier vivant pour ce candidat. */
    boolean de(UUID referent, CleCandidat candidat);
}
