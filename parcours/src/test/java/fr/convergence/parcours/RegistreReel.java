package fr.convergence.parcours;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Le référentiel FINESS réel, quand il est à côté du dépôt ; l'attendu d'un parcours s'y lit plutôt que de s'y deviner. */
record RegistreReel(Path dossier) {

    private static final int PAR_PAGE = 10;

    static Optional<RegistreReel> trouver() {
        return Stream.iterate(Path.of("").toAbsolutePath(), courant -> courant != null, Path::getParent)
                .map(courant -> courant.resolve("shared/data/finess"))
                .filter(Files::isDirectory)
                .map(RegistreReel::new)
                .findFirst();
    }

    /** La première entité juridique de ce type qui a plusieurs entités géographiques, et qu'une page les montre toutes. */
    Map<String, String> entiteJuridique(String type) {
        return lignes("entites_juridiques.csv")
                .filter(ayant("type_candidat", type))
                .filter(ayant("dans_sae2023", "1"))
                .filter(ligne -> tiennent(entitesGeographiques(ligne.get("finess_ej"))))
                .findFirst()
                .orElseThrow();
    }

    List<String> entitesGeographiques(String finess) {
        return lignes("entites_geographiques.csv")
                .filter(ayant("finess_ej", finess))
                .map(ligne -> ligne.get("finess_et"))
                .toList();
    }

    Map<String, String> ght(String code) {
        return lignes("ght.csv").filter(ayant("code_ght", code)).findFirst().orElseThrow();
    }

    List<String> membres(String ght) {
        return lignes("ght_membres.csv")
                .filter(ayant("code_ght", ght))
                .map(ligne -> ligne.get("finess_ej"))
                .toList();
    }

    private static boolean tiennent(List<String> entites) {
        return entites.size() > 1 && entites.size() <= PAR_PAGE;
    }

    private static Predicate<Map<String, String>> ayant(String colonne, String valeur) {
        return ligne -> valeur.equals(ligne.get(colonne));
    }

    /** Les lignes sans guillemets : celles qui en ont ne se découpent pas au point-virgule. */
    private Stream<Map<String, String>> lignes(String fichier) {
        try {
            var lues = Files.readAllLines(dossier.resolve(fichier));
            var colonnes = lues.getFirst().split(";");
            return lues.stream().skip(1).filter(ligne -> !ligne.contains("\"")).map(ligne -> {
                var valeurs = ligne.split(";", -1);
                var lue = new HashMap<String, String>();
                for (var i = 0; i < colonnes.length; i++) {
                    lue.put(colonnes[i], valeurs[i]);
                }
                return lue;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
