/** L'antivirus, par le protocole de clamd. */
@NullMarked
package fr.convergence.socle.antivirus;

import org.jspecify.annotations.NullMarked;
