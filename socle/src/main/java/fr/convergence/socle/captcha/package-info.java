/** Le contrôle de sécurité des formulaires ouverts à tous : quatre caractères à lire ou à écouter. */
@NullMarked
package fr.convergence.socle.captcha;

import org.jspecify.annotations.NullMarked;
