/** Le registre des établissements (GHT, entités juridiques et géographiques), tel qu’on le consulte et le cherche. */
@NullMarked
@ApplicationModule(allowedDependencies = {"candidat", "denomination", "lieu"})
package fr.convergence.portail.etablissement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
