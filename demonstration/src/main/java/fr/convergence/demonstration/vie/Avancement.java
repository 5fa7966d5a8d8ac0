package fr.convergence.demonstration.vie;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/** Ce qui est déjà fait, dans un fichier de propriétés réécrit à chaque acte. */
final class Avancement {

    private final Path fichier;
    private final Properties actes;

    private Avancement(Path fichier, Properties actes) {
        this.fichier = fichier;
        this.actes = actes;
    }

    static Avancement lire(Path fichier) throws IOException {
        var actes = new Properties();
        if (Files.exists(fichier)) {
            try (var entree = Files.newBufferedReader(fichier)) {
                actes.load(entree);
            }
        }
        return new Avancement(fichier, actes);
    }

    boolean fait(String acte, String cle) {
        return actes.containsKey(acte + "." + cle);
    }

    String valeur(String acte, String cle) {
        var valeur = actes.getProperty(acte + "." + cle);
        if (valeur == null) {
            throw new IllegalStateException("%s de %s inconnue".formatted(acte, cle));
        }
        return valeur;
    }

    void noter(String acte, String cle, String valeur) throws IOException {
        actes.setProperty(acte + "." + cle, valeur);
        var neuf = fichier.resolveSibling(fichier.getFileName() + ".neuf");
        try (var sortie = Files.newBufferedWriter(neuf)) {
            actes.store(sortie, null);
        }
        Files.move(neuf, fichier, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
