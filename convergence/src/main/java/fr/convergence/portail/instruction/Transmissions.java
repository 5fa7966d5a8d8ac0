package fr.convergence.portail.instruction;

import java.util.List;
import java.util.UUID;

/** Les éditions scellées d'une étape, de la première à la dernière : un vérificateur ne lit qu'elles (DOS-6). */
interface Transmissions {

    List<Transmission> de(UUID etape);
}
