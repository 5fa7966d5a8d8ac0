package fr.convergence.portail.guichet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Un fichier de définition livré avec l'application. */
public record DefinitionLivree(String fichier, String texte) {

    private static final List<String> FORMULAIRES = List.of(
            "care-d1-candidature.yaml",
            "care-d1-declaration.yaml",
            "care-d2-candidature.yaml",
            "care-d2-declaration.yaml");
    private static final List<String> GUICHETS = List.of("care-d1.yaml", "care-d2.yaml");

    public static List<DefinitionLivree> formulaires() {
        return lire(FORMULAIRES.stream());
    }

    /** Les guichets à leurs vraies dates. */
    public static List<DefinitionLivree> guichets() {
        return lire(GUICHETS.stream());
    }

    /** Les mêmes, ouverts le jour de leur import. */
    public static List<DefinitionLivree> guichetsDeDemonstration() {
        return lire(GUICHETS.stream().map("demonstration/"::concat));
    }

    private static List<DefinitionLivree> lire(Stream<String> fichiers) {
        return fichiers.map(DefinitionLivree::lire).toList();
    }

    private static DefinitionLivree lire(String fichier) {
        try (var flux = DefinitionLivree.class.getResourceAsStream("definitions/" + fichier)) {
            if (flux == null) {
                throw new IllegalStateException("Définition absente : " + fichier);
            }
            return new DefinitionLivree(fichier, new String(flux.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
