/** Ce que coûtent l'import et la recherche du référentiel des établissements, au volume du fichier national. */
@NullMarked
package fr.convergence.mesures.registre;

import org.jspecify.annotations.NullMarked;
