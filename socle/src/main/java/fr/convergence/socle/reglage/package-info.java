/** Les réglages de l'exploitant, contrôlés avant que rien ne démarre. */
@NullMarked
package fr.convergence.socle.reglage;

import org.jspecify.annotations.NullMarked;
