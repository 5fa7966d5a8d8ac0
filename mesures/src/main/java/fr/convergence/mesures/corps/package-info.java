/** Ce que coûtent aux autres des corps de requête qui n'en finissent pas, envoyés par des inconnus. */
@NullMarked
package fr.convergence.mesures.corps;

import org.jspecify.annotations.NullMarked;
