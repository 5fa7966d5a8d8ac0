/** Le cachet de la plateforme : sceller un PDF avec son certificat (PAdES) ; confier une signature à Yousign quand il est réglé. */
@NullMarked
package fr.convergence.socle.signature;

import org.jspecify.annotations.NullMarked;
