package fr.convergence.mesures.fichiers;

import fr.convergence.socle.contenu.Controles;
import fr.convergence.socle.contenu.Format;
import fr.convergence.socle.contenu.Limites;
import fr.convergence.socle.contenu.NomDeFichier;
import fr.convergence.socle.contenu.Raison;
import fr.convergence.socle.contenu.Refus;
import fr.convergence.socle.contenu.Regle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Fabrique des fichiers sains, les passe aux contrôles que passe un fichier déposé, de son nom à son contenu, et dit la part
 * refusée. Ceux que la règle refuse (mot de passe, macros) se comptent à part : leur raison doit être la vraie.
 */
public final class MesureDesFichiers {

    /** Ce que {@code Mesurer} doit faire dans ce processus. */
    public static final String ORDRE = "fichiers";

    private static final Limites TOUT =
            Limites.de(Format.deposables().map(Format::extension).toList(), 200_000_000);

    private int sains;
    private int prevus;
    private final List<String> refuses = new ArrayList<>();
    private final List<String> malDits = new ArrayList<>();
    private final Map<String, Integer> parProducteur = new TreeMap<>();

    private MesureDesFichiers() {}

    /** @param arguments le dossier où fabriquer, vide ; ceux qui fabriquent */
    public static void mesurer(List<String> arguments) throws IOException, InterruptedException {
        var atelier = new Atelier(Files.createDirectories(Path.of(arguments.getFirst())));
        for (var producteur : arguments.getLast().split(",")) {
            switch (producteur) {
                case "bureautique" -> {
                    var libreoffice = atelier.outil("soffice", "libreoffice");
                    if (libreoffice.isPresent()) {
                        new Bureautique(atelier, libreoffice.get()).produire();
                    }
                }
                case "imprimeries" -> new Imprimeries(atelier).produire();
                case "numerisations" -> new Numerisations(atelier).produire();
                case "archives" -> new Archives(atelier).produire();
                default -> throw new IllegalArgumentException("Producteur inconnu : " + producteur);
            }
        }
        var mesure = new MesureDesFichiers();
        for (var produit : atelier.produits()) {
            mesure.juger(produit);
        }
        mesure.dire(atelier);
    }

    private void juger(Produit produit) throws IOException {
        var refus = refus(produit.fichier());
        if (produit.attendue().isPresent()) {
            prevus++;
            if (!refus.map(Refus::raison).equals(produit.attendue())) {
                malDits.add(produit.producteur() + " (" + produit.fichier().getFileName() + ") : "
                        + refus.map(Refus::raison).map(Raison::name).orElse("accepté") + " au lieu de "
                        + produit.attendue().get());
            }
            return;
        }
        sains++;
        parProducteur.merge(produit.producteur().split(" ")[0], 1, Integer::sum);
        refus.ifPresent(dit -> refuses.add(produit.producteur() + " ("
                + produit.fichier().getFileName() + ") : " + dit.raison() + " " + dit.detail()));
    }

    private static Optional<Refus> refus(Path fichier) throws IOException {
        var nom = NomDeFichier.lire(fichier.getFileName().toString());
        var annonce = Controles.annonce(nom, Files.size(fichier), TOUT);
        if (annonce.isPresent()) {
            return annonce;
        }
        try (var canal = Files.newByteChannel(fichier)) {
            return Controles.examiner(canal, Format.deExtension(nom.extension()).orElseThrow(), Regle.sansMention())
                    .siRefuse();
        }
    }

    private void dire(Atelier atelier) {
        System.out.printf(
                Locale.FRANCE,
                "- Fichiers sains fabriqués : %d, refusés : %d (%.2f %%, but : 1 %% au plus) ; par producteur : %s%n",
                sains,
                refuses.size(),
                sains == 0 ? 0.0 : 100.0 * refuses.size() / sains,
                parProducteur);
        System.out.printf(
                "- Refus prévus (mot de passe, restrictions, macros, méthode rare) : %d, mal dits : %d%n",
                prevus, malDits.size());
        refuses.forEach(ligne -> System.out.println("  - REFUSÉ " + ligne));
        malDits.forEach(ligne -> System.out.println("  - MAL DIT " + ligne));
        System.out.println("- Producteurs absents : " + (atelier.absents().isEmpty() ? "aucun" : atelier.absents()));
        atelier.echecs().forEach(echec -> System.out.println("  - sans résultat : " + echec));
    }
}
