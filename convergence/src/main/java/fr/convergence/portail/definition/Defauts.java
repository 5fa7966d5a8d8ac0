package fr.convergence.portail.definition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Les défauts d'un fichier, réunis au fil de sa lecture : l'auteur les corrige tous d'un coup. */
public final class Defauts {

    private static final int LIMITE = 100;

    private final String fichier;
    private final List<Defaut> liste = new ArrayList<>();

    public Defauts(String fichier) {
        this.fichier = fichier;
    }

    public void ajouter(int ligne, String raison) {
        var defaut = new Defaut(fichier, ligne, raison);
        if (liste.size() < LIMITE && !liste.contains(defaut)) {
            liste.add(defaut);
        }
    }

    public boolean aucun() {
        return liste.isEmpty();
    }

    /** Dans l'ordre des lignes. */
    public List<Defaut> liste() {
        return liste.stream().sorted(Comparator.comparingInt(Defaut::ligne)).toList();
    }
}
