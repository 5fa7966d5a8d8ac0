package fr.convergence.socle.page;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Adresses hachées des fichiers que le navigateur garde un an, lues du manifeste d'« apparence ». */
@Component
final class Statique {

    private final Properties manifeste = new Properties();

    Statique() {
        try (var lecteur = new InputStreamReader(
                new ClassPathResource("statique/manifeste.properties").getInputStream(), StandardCharsets.UTF_8)) {
            manifeste.load(lecteur);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** « convergence.css » → « /statique/convergence.1f3a….css ». */
    String adresse(String nom) {
        var chemin = manifeste.getProperty(nom);
        if (chemin == null) {
            throw new IllegalArgumentException("Fichier absent du manifeste d’apparence : " + nom);
        }
        return "/statique/" + chemin;
    }
}
