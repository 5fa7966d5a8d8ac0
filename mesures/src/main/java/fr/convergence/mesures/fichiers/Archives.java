package fr.convergence.mesures.fichiers;

import fr.convergence.socle.contenu.Raison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Des archives de tout ce qui précède : Info-ZIP, 7-Zip, noms en cp850 et en accents décomposés. */
final class Archives {

    private final Atelier atelier;
    private int rang;

    Archives(Atelier atelier) {
        this.atelier = atelier;
    }

    void produire() throws IOException, InterruptedException {
        var salle = atelier.salle("archives");
        var dossier = remplir(salle);
        var zip = atelier.outil("zip");
        if (zip.isPresent()) {
            for (var options : List.of(
                    List.of("-0"),
                    List.of("-1"),
                    List.of("-9"),
                    List.of("-X"),
                    List.of("-fz"),
                    List.of("-D"),
                    List.of("-j"),
                    List.of("-z-"),
                    List.of("-UN=UTF8"),
                    List.of("-nw"))) {
                archiver("Info-ZIP", salle, Optional.empty(), commande(zip.get(), options, "-q", "-r"), dossier);
            }
            archiver(
                    "Info-ZIP chiffré",
                    salle,
                    Optional.of(Raison.PROTEGE),
                    commande(zip.get(), List.of("-P", "a"), "-q", "-r"),
                    dossier);
        }
        var sept = atelier.outil("7z", "7zz", "7za");
        if (sept.isPresent()) {
            for (var options : List.of(
                    List.of("-mx=0"),
                    List.of("-mx=1"),
                    List.of("-mx=9"),
                    List.of("-mcu=on"),
                    List.of("-mcl=on"),
                    List.of("-mm=Deflate"),
                    List.of("-mtc=off"),
                    List.of("-mmt=off"))) {
                archiver("7-Zip", salle, Optional.empty(), commande(sept.get(), options, "a", "-tzip"), dossier);
            }
            archiver(
                    "7-Zip chiffré",
                    salle,
                    Optional.of(Raison.PROTEGE),
                    commande(sept.get(), List.of("-psecret"), "a", "-tzip"),
                    dossier);
            archiver(
                    "7-Zip en Deflate64",
                    salle,
                    Optional.of(Raison.ARCHIVE_METHODE),
                    commande(sept.get(), List.of("-mm=Deflate64"), "a", "-tzip"),
                    dossier);
        }
    }

    /** Un dossier de preuves, aux noms accentués des deux façons. */
    private Path remplir(Path salle) throws IOException {
        var dossier = Files.createDirectories(salle.resolve("Preuves de l'établissement"));
        Files.createDirectories(dossier.resolve("vide"));
        Files.writeString(dossier.resolve("résumé été.txt"), "bonjour");
        Files.writeString(dossier.resolve(Normalizer.normalize("décomposé.txt", Normalizer.Form.NFD)), "bonjour");
        Files.writeString(dossier.resolve(".DS_Store"), "x");
        // Ce qui n'y gagne rien se range tel quel, quelle que soit la méthode demandée.
        Files.writeString(dossier.resolve("journal.txt"), "Sauvegarde du soir relue\n".repeat(1000));
        var vus = new ArrayList<String>();
        for (var produit : atelier.produits()) {
            var nom = produit.fichier().getFileName().toString();
            var extension = nom.substring(nom.lastIndexOf('.'));
            if (produit.attendue().isEmpty() && !vus.contains(extension)) {
                vus.add(extension);
                Files.copy(produit.fichier(), dossier.resolve(nom));
            }
        }
        return dossier;
    }

    private static List<String> commande(String outil, List<String> options, String... ordre) {
        var commande = new ArrayList<>(List.of(outil));
        commande.addAll(List.of(ordre));
        commande.addAll(options);
        return commande;
    }

    private void archiver(String producteur, Path salle, Optional<Raison> attendue, List<String> ordre, Path dossier)
            throws IOException, InterruptedException {
        var fichier = salle.resolve("archive" + ++rang + ".zip");
        var commande = new ArrayList<>(ordre);
        commande.add(fichier.toString());
        commande.add(dossier.getFileName().toString());
        if (atelier.lancer(salle, commande)) {
            atelier.garder(producteur, fichier, attendue);
        }
    }
}
