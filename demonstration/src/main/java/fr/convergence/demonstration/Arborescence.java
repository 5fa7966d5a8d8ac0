package fr.convergence.demonstration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Un dossier et tout ce qu'il contient. */
final class Arborescence {

    private Arborescence() {}

    static void effacer(Path racine) throws IOException {
        try (var chemins = Files.walk(racine)) {
            for (var chemin : chemins.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(chemin);
            }
        }
    }
}
