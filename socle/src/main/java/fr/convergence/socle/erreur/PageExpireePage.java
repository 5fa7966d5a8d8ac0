package fr.convergence.socle.erreur;

import fr.convergence.socle.page.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Un formulaire dont le jeton n'est plus bon.
 *
 * @param retour la page d'où il venait, ou {@code null} si on ne le sait pas
 */
public record PageExpireePage(@Nullable String retour) implements Page {

    @Override
    public HttpStatus statut() {
        return HttpStatus.FORBIDDEN;
    }
}
