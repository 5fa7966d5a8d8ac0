package fr.convergence.socle.base;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Dit en une ligne, sur la sortie d'erreur, les démarrages impossibles que l'exploitant peut réparer. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RefusEnUneLigne implements SpringBootExceptionReporter {

    RefusEnUneLigne(@Nullable ConfigurableApplicationContext contexte) {}

    @Override
    public boolean reportException(Throwable echec) {
        for (var cause = echec; cause != null; cause = cause.getCause()) {
            var ligne = ligne(cause);
            if (ligne != null) {
                System.err.println(ligne);
                return true;
            }
        }
        return false;
    }

    private static @Nullable String ligne(Throwable cause) {
        return switch (cause) {
            case DemarrageImpossible impossible -> impossible.getMessage();
            case PortInUseException pris ->
                "Le port " + pris.getPort()
                        + " est déjà pris : libérez-le, ou choisissez-en un autre avec SERVER_PORT.";
            default -> null;
        };
    }
}
