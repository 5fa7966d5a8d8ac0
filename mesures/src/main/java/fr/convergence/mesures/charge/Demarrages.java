package fr.convergence.mesures.charge;

import fr.convergence.mesures.charge.Serveur.Lancement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Le temps de démarrer sur un schéma en place : le jar tel quel, déplié, et avec le cache AOT du JDK. */
final class Demarrages {

    private record Demarrage(double secondes, double processeur) {}

    private final Rapport rapport;
    private final Path travail;
    private final int fois;

    Demarrages(Rapport rapport, Path travail, int fois) {
        this.rapport = rapport;
        this.travail = travail;
        this.fois = fois;
    }

    void mesurer(Lancement lancement, Optional<Path> jar) throws IOException, InterruptedException {
        noter("jar tel quel", lancement);
        if (jar.isEmpty()) {
            return;
        }
        var deplie = travail.resolve("deplie");
        executer(List.of(
                "-Djarmode=tools",
                "-jar",
                jar.get().toString(),
                "extract",
                "--force",
                "--destination",
                deplie.toString()));
        var application = List.of(
                Serveur.BEANS_PREPARES,
                "-jar",
                deplie.resolve(jar.get().getFileName()).toString());
        var depliee = new Lancement(
                lancement.jvm(), application, lancement.base(), travail, lancement.smtp(), lancement.taches());
        noter("jar déplié", depliee);
        var cache = travail.resolve("portail.aot");
        var apprentissage = new ArrayList<>(lancement.jvm());
        apprentissage.add("-XX:AOTCacheOutput=" + cache);
        Serveur.demarrer(depliee.avec(apprentissage)).close(); // jusqu'à sa première réponse : elle s'apprend aussi
        var avecCache = new ArrayList<>(lancement.jvm());
        avecCache.add("-XX:AOTCache=" + cache);
        noter("jar déplié, cache AOT (%d Mo)".formatted(Files.size(cache) >> 20), depliee.avec(avecCache));
    }

    private void noter(String comment, Lancement lancement) throws IOException, InterruptedException {
        var demarrages = new ArrayList<Demarrage>();
        for (var rang = 0; rang < fois; rang++) {
            try (var serveur = Serveur.demarrer(lancement)) {
                demarrages.add(new Demarrage(serveur.demarrage().toMillis() / 1e3, Processeur.de(serveur.pid()) / 1e3));
            }
        }
        demarrages.sort(Comparator.comparingDouble(Demarrage::secondes));
        var mediane = demarrages.get(fois / 2);
        rapport.demarrage(comment, mediane.secondes(), mediane.processeur());
    }

    private static void executer(List<String> arguments) throws IOException, InterruptedException {
        var commande = new ArrayList<String>();
        commande.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        commande.addAll(arguments);
        if (new ProcessBuilder(commande).redirectErrorStream(true).start().waitFor() != 0) {
            throw new IllegalStateException("Échec : " + commande);
        }
    }
}
