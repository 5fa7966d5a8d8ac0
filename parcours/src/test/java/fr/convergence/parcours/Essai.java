package fr.convergence.parcours;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Un essai et les exigences qu'il montre, lus dans les sources des modules : les étiquettes {@code @Tag} de la classe
 * valent pour chacun de ses essais.
 *
 * @param methode vide quand l'étiquette est celle de toute la classe
 */
record Essai(String module, String classe, String methode, Set<String> exigences) {

    private static final List<String> MODULES = List.of("socle", "convergence", "demonstration", "parcours");

    private static final Pattern MARQUE = Pattern.compile(
            "@Tag\\(\"([A-Z0-9]+-\\d+)\"\\)"
                    + "|^ +(?:public )?(?:static )?(?:void|Stream<DynamicTest>) (\\w+)\\("
                    + "|^(?:public )?(?:abstract )?(?:final )?class (\\w+)",
            Pattern.MULTILINE);

    Essai {
        exigences = Set.copyOf(exigences);
    }

    static List<Essai> tous() {
        return MODULES.stream().flatMap(Essai::duModule).toList();
    }

    /** Tel qu'il se cherche dans les sources ; la classe seule pour tous ses essais. */
    String nom() {
        return methode.isEmpty() ? classe : classe + "." + methode;
    }

    private static Stream<Essai> duModule(String module) {
        try (var fichiers = Files.walk(Path.of("..", module, "src", "test", "java"))) {
            return fichiers
                    .filter(fichier -> fichier.toString().endsWith(".java"))
                    .sorted()
                    .flatMap(fichier -> deLaSource(module, fichier).stream())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Essai> deLaSource(String module, Path fichier) {
        var essais = new ArrayList<Essai>();
        var etiquettes = new LinkedHashSet<String>();
        var classe = fichier.getFileName().toString().replace(".java", "");
        var marques = MARQUE.matcher(lire(fichier));
        while (marques.find()) {
            if (marques.group(1) != null) {
                etiquettes.add(marques.group(1));
                continue;
            }
            if (!etiquettes.isEmpty()) {
                essais.add(new Essai(module, classe, marques.group(2) == null ? "" : marques.group(2), etiquettes));
            }
            etiquettes.clear();
        }
        return essais;
    }

    private static String lire(Path fichier) {
        try {
            return Files.readString(fichier);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
