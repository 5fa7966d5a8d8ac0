package fr.convergence.parcours;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * À la fin des parcours, écrit {@code target/exigences.md} : chaque exigence, ses essais et leur issue. Celle des autres
 * modules se lit dans leurs comptes rendus Surefire, s'ils viennent de tourner.
 */
public final class RapportDesExigences implements TestExecutionListener {

    private static final Path RAPPORT = Path.of("target", "exigences.md");
    private static final Pattern CAS = Pattern.compile(
            "<testcase name=\"(\\w+)[^\"]*\" classname=\"[\\w.]*?(\\w+)\"[^>]*?(?:/>|>\\s*(<failure|<error|<skipped)?)");

    private enum Issue {
        REUSSI("réussi"),
        PASSE("passé"),
        ECHOUE("échoué");

        private final String mot;

        Issue(String mot) {
            this.mot = mot;
        }

        /** La plus grave : un essai joué sur plusieurs exemples échoue si l'un d'eux échoue. */
        Issue et(Issue autre) {
            return compareTo(autre) >= 0 ? this : autre;
        }
    }

    private final Map<String, Issue> issues = new ConcurrentHashMap<>();

    @Override
    public void executionSkipped(TestIdentifier essai, String raison) {
        noter(essai, Issue.PASSE);
    }

    @Override
    public void executionFinished(TestIdentifier essai, TestExecutionResult resultat) {
        noter(essai, resultat.getStatus() == TestExecutionResult.Status.SUCCESSFUL ? Issue.REUSSI : Issue.ECHOUE);
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        try {
            var toutes = new ConcurrentHashMap<>(issues);
            for (var module : new String[] {"socle", "convergence", "demonstration"}) {
                lire(Path.of("..", module, "target", "surefire-reports"), toutes);
            }
            Files.createDirectories(RAPPORT.getParent());
            Files.writeString(
                    RAPPORT,
                    new TableauDesExigences(Exigence.toutes(), Essai.tous()).page(essai -> issue(essai, toutes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void noter(TestIdentifier essai, Issue issue) {
        essai.getSource()
                .filter(MethodSource.class::isInstance)
                .map(MethodSource.class::cast)
                .ifPresent(source -> {
                    var classe = source.getClassName().replaceFirst(".*\\.", "");
                    issues.merge(classe + "#" + source.getMethodName(), issue, Issue::et);
                    issues.merge(classe + "#", issue, Issue::et);
                });
    }

    private static String issue(Essai essai, Map<String, Issue> issues) {
        var issue = issues.get(essai.classe() + "#" + essai.methode());
        return issue == null ? "non joué" : issue.mot;
    }

    private static void lire(Path rapports, Map<String, Issue> issues) throws IOException {
        if (!Files.isDirectory(rapports)) {
            return;
        }
        try (var fichiers = Files.newDirectoryStream(rapports, "TEST-*.xml")) {
            for (var fichier : fichiers) {
                var cas = CAS.matcher(Files.readString(fichier));
                while (cas.find()) {
                    var issue = cas.group(3) == null
                            ? Issue.REUSSI
                            : cas.group(3).equals("<skipped") ? Issue.PASSE : Issue.ECHOUE;
                    issues.merge(cas.group(2) + "#" + cas.group(1), issue, Issue::et);
                    issues.merge(cas.group(2) + "#", issue, Issue::et);
                }
            }
        }
    }
}
