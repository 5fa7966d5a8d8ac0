package fr.convergence.mesures.corps;

import fr.convergence.mesures.charge.ProgrammeTemoin;
import java.io.IOException;
import java.util.List;

/** Deux cents inconnus, dans un processus à eux : ce qu'ils prennent du processeur n'est pas compté au portail. */
final class Envoyeurs implements AutoCloseable {

    /** Ce que chacun envoie. */
    enum Sorte {
        SANS_FIN,
        LENTS
    }

    static final int NOMBRE = 200;

    private final ProgrammeTemoin processus;

    private Envoyeurs(ProgrammeTemoin processus) {
        this.processus = processus;
    }

    static Envoyeurs lancer(List<String> jvm, int portail) throws IOException, InterruptedException {
        return new Envoyeurs(ProgrammeTemoin.lancer(jvm, Assauts.ORDRE, String.valueOf(portail)));
    }

    /** Ils n'ont plus du processeur que ce dont personne d'autre ne veut : trop peu, sur une machine chargée, pour assaillir. */
    void passerEnDernier() throws IOException, InterruptedException {
        processus.passerEnDernier();
    }

    Siege assaillir(Sorte sorte) throws IOException {
        return new Siege(processus.port(), sorte);
    }

    /** Millisecondes prises depuis le lancement. */
    long processeur() {
        return processus.processeur();
    }

    @Override
    public void close() throws InterruptedException {
        processus.close();
    }
}
