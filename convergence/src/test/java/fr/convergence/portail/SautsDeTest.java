package fr.convergence.portail;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import fr.convergence.socle.essai.OrdresDeTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.event.SimpleApplicationEventMulticaster;
import org.springframework.transaction.support.TransactionSynchronizationUtils;

/**
 * Les classes que traverse une demande, de son contrôleur à celle qui parle à la base. Un fait publié, une fin de
 * transaction recommencent le compte : personne n'y appelle personne.
 */
public final class SautsDeTest extends AppenderBase<ILoggingEvent> {

    private static final Set<String> RECOMMENCENT =
            Set.of(SimpleApplicationEventMulticaster.class.getName(), TransactionSynchronizationUtils.class.getName());

    private final Set<List<String>> chemins = new TreeSet<>(
            Comparator.<List<String>>comparingInt(List::size).reversed().thenComparing(Object::toString));

    private SautsDeTest() {}

    /** Chaque chemin de cette demande, le plus long d'abord. */
    public static List<List<String>> de(Runnable demande) {
        var sauts = new SautsDeTest();
        OrdresDeTest.ecouter(sauts, demande);
        return List.copyOf(sauts.chemins);
    }

    @Override
    protected void append(ILoggingEvent requete) {
        var chemin = chemin(StackWalker.getInstance()
                .walk(pile -> pile.map(StackWalker.StackFrame::getClassName).toList())
                .reversed());
        if (!chemin.isEmpty()) {
            chemins.add(chemin);
        }
    }

    /** @param classes de la demande à la requête ; sans contrôleur, ce qui l'entoure n'est pas de ce chemin */
    private static List<String> chemin(List<String> classes) {
        var chemin = new ArrayList<String>();
        var servie = false;
        for (var classe : classes) {
            var nom = classe.replaceFirst("\\$.*", "").replaceFirst(".*\\.", "");
            if (nom.endsWith("Controller") || RECOMMENCENT.contains(classe)) {
                chemin.clear();
                servie |= nom.endsWith("Controller");
            }
            if (servie
                    && duSite(classe)
                    && (chemin.isEmpty() || !chemin.getLast().equals(nom))) {
                chemin.add(nom);
            }
        }
        return List.copyOf(chemin);
    }

    private static boolean duSite(String classe) {
        return classe.startsWith("fr.convergence.") && !classe.startsWith(SautsDeTest.class.getName());
    }
}
