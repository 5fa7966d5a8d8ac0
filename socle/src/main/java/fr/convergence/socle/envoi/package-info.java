/** Les formulaires avec fichiers : lus à mesure, et chiffrés avant de toucher le disque. */
@NullMarked
package fr.convergence.socle.envoi;

import org.jspecify.annotations.NullMarked;
