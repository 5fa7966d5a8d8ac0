/** Les clés d’accès (WebAuthn) : les créer, les retirer, se connecter avec. */
@NullMarked
package fr.convergence.socle.cledacces;

import org.jspecify.annotations.NullMarked;
