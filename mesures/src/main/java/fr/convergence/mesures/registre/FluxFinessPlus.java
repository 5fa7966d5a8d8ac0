package fr.convergence.mesures.registre;

import fr.convergence.socle.identifiant.Finess;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Écrit un fichier FINESS+ inventé, de la forme du vrai ; à 98 000 EJ, de sa taille : 175 000 EG, 750 Mo. */
final class FluxFinessPlus {

    /** Octets du fichier par EJ ; le remplissage est fait d'évènements, que l'import ne lit pas. */
    private static final int OCTETS_PAR_EJ = 8_024;

    private static final String EVENEMENT = """
            {"evenementId": "%d", "dateEnregistrement": "2026-01-05", "dateEvenement": "2026-01-05", "etatObjet1": "A",\
             "identifiantObjet1": "x", "systemeMaitre": "FINESS", "typeObjet1": "PMEJ", "codeEvenement": "CRE"}""";

    private int suivant = 10_000;

    void ecrire(Path chemin, int entites) throws IOException {
        var evenements = OCTETS_PAR_EJ / EVENEMENT.length();
        try (var sortie = Files.newBufferedWriter(chemin)) {
            sortie.write("""
                    {"schemaVersion": "1", "generatedAt": "2026-11-22T04:00:00Z", "gcc": [], "gco": [], "pmej": [
                    """);
            for (int i = 0; i < entites; i++) {
                sortie.write(i == 0 ? "" : ",\n");
                pmej(sortie, i, evenements);
            }
            sortie.write("\n]}\n");
        }
    }

    private void pmej(BufferedWriter sortie, int rang, int evenements) throws IOException {
        sortie.write(String.format(Locale.ROOT, """
                {"informationsGeneralesPMEJ": {"pmSmsseId": "p%1$d", "numFinessPm": "%2$s",\
                 "denominationPm": "ASSOCIATION INVENTEE %1$d", "statutJuridique": {"code": "60"}},\
                 "etatObjet": {"code": "A"}, "adresse": [%3$s], "ege": [""", rang, finess(), adresse(rang)));
        for (int i = 0; i <= rang % 4 / 2 + rang % 2; i++) {
            sortie.write(i == 0 ? "" : ",");
            sortie.write(String.format(Locale.ROOT, """
                    {"informationsGeneralesEGE": {"numFinessEge": "%1$s", "nomEgeCourt": "RESIDENCE INVENTEE %2$d"},\
                     "categorieentiteGeographiqueExercice": {"code": "500"}, "etatObjet": {"code": "A"},\
                     "adresse": [%3$s]}""", finess(), rang, adresse(rang)));
        }
        sortie.write("], \"evenement\": [");
        for (int i = 0; i < evenements; i++) {
            sortie.write(i == 0 ? "" : ",");
            sortie.write(String.format(Locale.ROOT, EVENEMENT, i));
        }
        sortie.write("]}");
    }

    private static String adresse(int rang) {
        return """
                {"numeroVoie": "%1$d", "typeVoie": "RUE", "libelleVoie": "DES TILLEULS", "cogCommune": "34%2$03d",\
                 "ligneAcheminement": "34%2$03d COMMUNE %2$d"}""".formatted(rang % 100, rang % 900);
    }

    private String finess() {
        var huit = "34%06d".formatted(suivant++);
        for (int cle = 0; cle < 10; cle++) {
            if (Finess.lire(huit + cle).siLue().isPresent()) {
                return huit + cle;
            }
        }
        throw new IllegalStateException("tout numéro a sa clé");
    }
}
