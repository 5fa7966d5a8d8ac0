package fr.convergence.portail.acte;

import fr.convergence.portail.guichet.Niveau;
import java.util.Optional;

/**
 * Une étape passe d'un état à un autre.
 *
 * @param etape son code
 * @param version celle qu'elle avait avant
 * @param deNiveau celui qui la tenait, ou qui l'avait décidée
 */
public record Mouvement(
        String etape,
        int version,
        CodeDEtat de,
        Optional<Niveau> deNiveau,
        CodeDEtat vers,
        Optional<Niveau> versNiveau) {}
