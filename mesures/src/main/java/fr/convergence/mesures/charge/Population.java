package fr.convergence.mesures.charge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Ce que la base contient d'utile à une mesure.
 *
 * @param dossiers références des brouillons complets des référents, rangées de façon que le n-ième soit au référent
 *     {@code n % référents}
 */
public record Population(
        List<Seance> referents, List<Seance> verificateurs, List<Seance> nationaux, List<String> dossiers) {

    private static final String SEPARATEUR = "\t";

    public Seance referent(int dossier) {
        return referents.get(dossier % referents.size());
    }

    /** Note à côté de la base de quoi la mesurer encore. */
    void ecrire(Path fichier) throws IOException {
        var lignes = new ArrayList<String>();
        Stream.of(referents, verificateurs, nationaux)
                .flatMap(List::stream)
                .map(seance -> seance.temoin() + SEPARATEUR + seance.jeton())
                .forEach(lignes::add);
        lignes.addAll(dossiers);
        Files.write(fichier, lignes);
    }

    static Population lire(Path fichier) throws IOException {
        var lignes = Files.readAllLines(fichier);
        var seances = lignes.stream()
                .limit(3L * Peuplement.PERSONNES)
                .map(ligne -> ligne.split(SEPARATEUR))
                .map(champs -> new Seance(champs[0], champs[1]))
                .toList();
        return new Population(
                seances.subList(0, Peuplement.PERSONNES),
                seances.subList(Peuplement.PERSONNES, 2 * Peuplement.PERSONNES),
                seances.subList(2 * Peuplement.PERSONNES, seances.size()),
                lignes.subList(seances.size(), lignes.size()));
    }
}
