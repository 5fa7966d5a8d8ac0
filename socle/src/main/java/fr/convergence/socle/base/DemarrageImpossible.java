package fr.convergence.socle.base;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;

/** Ce qui manque pour démarrer et que l'exploitant peut réparer : se dit en une ligne, sans trace. */
public final class DemarrageImpossible extends RuntimeException {

    public DemarrageImpossible(String message) {
        super(message, null, false, false);
    }

    /** La ligne à dire pour cet échec, s'il est de ceux que l'exploitant peut réparer. */
    public static Optional<String> ligne(Throwable echec) {
        return Stream.iterate(echec, Objects::nonNull, Throwable::getCause)
                .map(DemarrageImpossible::reparable)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static @Nullable String reparable(Throwable cause) {
        return switch (cause) {
            case DemarrageImpossible impossible -> impossible.getMessage();
            case PortInUseException pris ->
                "Le port " + pris.getPort()
                        + " est déjà pris : libérez-le, ou choisissez-en un autre avec SERVER_PORT.";
            case FlywayValidateException _ ->
                "Le schéma de la base de données n’est pas celui de cette version de Convergence : reprenez la version qui l’a écrit, ou, pour une démonstration, effacez son dossier.";
            default -> null;
        };
    }
}
