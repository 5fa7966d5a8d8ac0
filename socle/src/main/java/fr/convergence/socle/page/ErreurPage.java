package fr.convergence.socle.page;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Une demande qui n'aboutit pas : ce qui s'est passé et quoi faire ensuite.
 *
 * @param cas ce que le statut ne dit pas, à ajouter à sa clé ; vide sinon
 * @param repere ce que l'usager peut citer au support et que les traces contiennent, ou {@code null}
 */
public record ErreurPage(
        HttpStatus statut, String cas, @Nullable String repere) implements Page {

    private static final Duration FREIN = Duration.ofMinutes(5);
    static final Duration PANNE = Duration.ofSeconds(30);

    public ErreurPage(HttpStatus statut, @Nullable String repere) {
        this(statut, "", repere);
    }

    /** Trop de champs ou de texte, quand le même statut parle sinon d'un fichier. */
    public static ErreurPage formulaireTropLong() {
        return new ErreurPage(HttpStatus.CONTENT_TOO_LARGE, ".formulaire", null);
    }

    /** Les statuts qui ont leurs propres mots ; les autres prennent ceux de leur famille. */
    public String cle() {
        return switch (statut) {
            case BAD_REQUEST,
                    FORBIDDEN,
                    NOT_FOUND,
                    METHOD_NOT_ALLOWED,
                    NOT_ACCEPTABLE,
                    CONFLICT,
                    CONTENT_TOO_LARGE,
                    UNSUPPORTED_MEDIA_TYPE,
                    UNPROCESSABLE_CONTENT,
                    TOO_MANY_REQUESTS -> "page.erreur." + statut.value() + cas;
            case SERVICE_UNAVAILABLE -> "page.erreur.503";
            default -> statut.is4xxClientError() ? "page.erreur.400" : "page.erreur.500";
        };
    }

    @Override
    public Optional<Duration> attente(Instant maintenant) {
        return switch (statut) {
            case TOO_MANY_REQUESTS -> Optional.of(FREIN);
            case SERVICE_UNAVAILABLE -> Optional.of(PANNE);
            default -> Optional.empty();
        };
    }
}
