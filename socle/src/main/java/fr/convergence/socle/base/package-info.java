/** La base de données : identifiants, horloge, contrôle du démarrage. */
@NullMarked
package fr.convergence.socle.base;

import org.jspecify.annotations.NullMarked;
