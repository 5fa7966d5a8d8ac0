package fr.convergence.socle.page;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Une demande qui n'aboutit pas : ce qui s'est passé et quoi faire ensuite.
 *
 * @param repere ce que l'usager peut citer au support et que les traces contiennent, ou {@code null}
 */
public record ErreurPage(HttpStatus statut, @Nullable String repere) implements Page {

    /** Les statuts qui ont leurs propres mots ; les autres prennent ceux de leur famille. */
    public String cle() {
        return switch (statut) {
            case BAD_REQUEST,
                    FORBIDDEN,
                    NOT_FOUND,
                    METHOD_NOT_ALLOWED,
                    CONFLICT,
                    CONTENT_TOO_LARGE,
                    TOO_MANY_REQUESTS -> "page.erreur." + statut.value();
            case SERVICE_UNAVAILABLE -> "page.erreur.503";
            default -> statut.is4xxClientError() ? "page.erreur.400" : "page.erreur.500";
        };
    }
}
