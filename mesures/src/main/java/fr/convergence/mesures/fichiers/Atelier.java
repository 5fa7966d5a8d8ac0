package fr.convergence.mesures.fichiers;

import fr.convergence.socle.contenu.Raison;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** Lance les logiciels présents, garde ce qu'ils produisent, note ceux qui manquent. */
final class Atelier {

    private static final long PATIENCE = 180;

    private final Path dossier;
    private final List<Produit> produits = new ArrayList<>();
    private final TreeSet<String> absents = new TreeSet<>();
    private final TreeSet<String> echecs = new TreeSet<>();

    Atelier(Path dossier) {
        this.dossier = dossier;
    }

    List<Produit> produits() {
        return produits;
    }

    /** Les logiciels qui manquent sur cette machine. */
    TreeSet<String> absents() {
        return absents;
    }

    /** Les commandes qui n'ont rien produit. */
    TreeSet<String> echecs() {
        return echecs;
    }

    /** Un sous-dossier neuf. */
    Path salle(String nom) throws IOException {
        return Files.createDirectories(dossier.resolve(nom));
    }

    /** Le premier de ces logiciels que la machine a ; noté absent s'il n'y en a aucun. */
    Optional<String> outil(String... noms) {
        for (var nom : noms) {
            for (var dossierDeProgrammes : System.getenv("PATH").split(File.pathSeparator)) {
                if (Files.isExecutable(Path.of(dossierDeProgrammes, nom))) {
                    return Optional.of(nom);
                }
            }
        }
        absents.add(noms[0]);
        return Optional.empty();
    }

    boolean lancer(Path ici, List<String> commande) throws IOException, InterruptedException {
        var processus = new ProcessBuilder(commande)
                .directory(ici.toFile())
                .redirectErrorStream(true)
                .redirectOutput(dossier.resolve("sortie.txt").toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .start();
        if (processus.waitFor(PATIENCE, TimeUnit.SECONDS) && processus.exitValue() == 0) {
            return true;
        }
        processus.destroyForcibly();
        echecs.add(String.join(" ", commande.subList(0, Math.min(4, commande.size()))));
        return false;
    }

    /** Garde un fichier s'il a bien été fait. */
    void garder(String producteur, Path fichier) {
        garder(producteur, fichier, Optional.empty());
    }

    void garder(String producteur, Path fichier, Optional<Raison> attendue) {
        if (Files.isRegularFile(fichier) && fichier.toFile().length() > 0) {
            produits.add(new Produit(producteur, fichier, attendue));
        } else {
            echecs.add(producteur + " : " + fichier.getFileName());
        }
    }

    /** Les fichiers d'une salle qui finissent ainsi, dans l'ordre de leurs noms. */
    static List<Path> de(Path salle, String fin) throws IOException {
        try (var liste = Files.list(salle)) {
            return liste.filter(chemin -> chemin.toString().endsWith(fin))
                    .sorted()
                    .toList();
        }
    }
}
