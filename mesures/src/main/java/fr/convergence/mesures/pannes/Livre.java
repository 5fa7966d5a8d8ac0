package fr.convergence.mesures.pannes;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Ce que les clients ont demandé, noté avant l'envoi, et ce dont ils ont eu la réponse : la base doit le contenir. */
final class Livre implements AutoCloseable {

    enum Sorte {
        REPONSE,
        TRANSMISSION
    }

    /**
     * Une écriture demandée.
     *
     * @param empreinte celle de ce que le client a écrit, que la base doit rendre
     */
    record Ecriture(String cle, Sorte sorte, String dossier, String empreinte) {}

    private static final String ACQUITTEE = "ACQUITTEE";

    private final Path fichier;
    private final BufferedWriter lignes;
    private final AtomicInteger acquittees = new AtomicInteger();

    Livre(Path fichier) throws IOException {
        this.fichier = fichier;
        this.lignes = Files.newBufferedWriter(fichier);
    }

    void inscrire(Ecriture ecriture) throws IOException {
        noter(String.join(" ", ecriture.cle, ecriture.sorte.name(), ecriture.dossier, ecriture.empreinte));
    }

    void acquitter(Ecriture ecriture) throws IOException {
        noter(ecriture.cle + " " + ACQUITTEE);
        acquittees.incrementAndGet();
    }

    int acquittees() {
        return acquittees.get();
    }

    /** Relues du fichier : le livre fait foi, non la mémoire. */
    List<Ecriture> ecrituresAcquittees() throws IOException {
        var acquits = new HashSet<String>();
        var toutes = Files.readAllLines(fichier).stream()
                .map(ligne -> ligne.split(" "))
                .toList();
        toutes.stream()
                .filter(mots -> mots[1].equals(ACQUITTEE))
                .map(mots -> mots[0])
                .forEach(acquits::add);
        return toutes.stream()
                .filter(mots -> !mots[1].equals(ACQUITTEE) && acquits.contains(mots[0]))
                .map(mots -> new Ecriture(mots[0], Sorte.valueOf(mots[1]), mots[2], mots[3]))
                .toList();
    }

    @Override
    public void close() throws IOException {
        lignes.close();
    }

    private synchronized void noter(String ligne) throws IOException {
        lignes.write(ligne);
        lignes.newLine();
        lignes.flush();
    }
}
