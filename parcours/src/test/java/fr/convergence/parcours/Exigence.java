package fr.convergence.parcours;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Une exigence, par son numéro, et ce qu'elle demande ; leur liste est dans {@code exigences.txt}. */
record Exigence(String numero, String demande) {

    static List<Exigence> toutes() {
        try (InputStream liste = Exigence.class.getResourceAsStream("/exigences.txt")) {
            return new String(liste.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(ligne -> !ligne.startsWith("#"))
                    .map(ligne -> ligne.split(" ", 2))
                    .map(mots -> new Exigence(mots[0], mots[1]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
