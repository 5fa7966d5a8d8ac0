/** Les formulaires reçus : lus à mesure, chiffrés avant de toucher le disque, faits une seule fois. */
@NullMarked
package fr.convergence.socle.envoi;

import org.jspecify.annotations.NullMarked;
