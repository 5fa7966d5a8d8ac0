package fr.convergence.socle.base;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Dit en une ligne, sur la sortie d'erreur, les démarrages impossibles que l'exploitant peut réparer. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RefusEnUneLigne implements SpringBootExceptionReporter {

    RefusEnUneLigne(@Nullable ConfigurableApplicationContext contexte) {}

    @Override
    public boolean reportException(Throwable echec) {
        var ligne = DemarrageImpossible.ligne(echec);
        ligne.ifPresent(System.err::println);
        return ligne.isPresent();
    }
}
