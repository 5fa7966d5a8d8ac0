package fr.convergence.mesures.fichiers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Des pages numérisées et des photographies, par ImageMagick. */
final class Numerisations {

    private final Atelier atelier;

    Numerisations(Atelier atelier) {
        this.atelier = atelier;
    }

    void produire() throws IOException, InterruptedException {
        var convert = atelier.outil("convert-im6.q16", "magick");
        if (convert.isEmpty()) {
            return;
        }
        var salle = atelier.salle("numerisations");
        var rang = 0;
        for (var taille : List.of("600x800", "2480x3508")) {
            for (var option : List.of(
                    List.of("-quality", "60"),
                    List.of("-interlace", "Plane"),
                    List.of("-colorspace", "Gray"),
                    List.of("-colorspace", "CMYK"),
                    List.of("-density", "300"))) {
                for (var extension : List.of("jpg", "png", "pdf")) {
                    if (extension.equals("png") && option.contains("CMYK")) {
                        continue;
                    }
                    var fichier = salle.resolve("scan" + ++rang + "." + extension);
                    var commande = new ArrayList<>(List.of(convert.get(), "-size", taille, "plasma:fractal"));
                    commande.addAll(option);
                    commande.add(fichier.toString());
                    if (atelier.lancer(salle, commande)) {
                        atelier.garder("ImageMagick " + extension, fichier);
                    }
                }
            }
        }
        for (var option : List.of(
                List.of("-type", "Palette"),
                List.of("-depth", "16"),
                List.of("-monochrome"),
                List.of("-alpha", "set"))) {
            var fichier = salle.resolve("scan" + ++rang + ".png");
            var commande = new ArrayList<>(List.of(convert.get(), "-size", "300x300", "plasma:fractal"));
            commande.addAll(option);
            commande.add(fichier.toString());
            if (atelier.lancer(salle, commande)) {
                atelier.garder("ImageMagick png", fichier);
            }
        }
    }
}
