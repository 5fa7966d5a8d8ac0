package fr.convergence.mesures.enumeration;

import java.util.Arrays;

/** L'aire sous la courbe ROC : la chance qu'un temps du second lot dépasse un temps du premier. 0,5 ne dit rien. */
final class Aire {

    private Aire() {}

    static double entre(long[] premier, long[] second) {
        var trie = premier.clone();
        Arrays.sort(trie);
        var somme = 0.0;
        for (var temps : second) {
            somme += (rang(trie, temps) + rang(trie, temps + 1)) / 2.0;
        }
        return somme / ((double) premier.length * second.length);
    }

    /** Écart-type de l'aire quand les deux lots n'ont rien qui les distingue. */
    static double bruit(int premier, int second) {
        return Math.sqrt((premier + second + 1) / (12.0 * premier * second));
    }

    static long mediane(long[] temps) {
        var trie = temps.clone();
        Arrays.sort(trie);
        return trie[trie.length / 2];
    }

    /** Combien de temps sont strictement plus courts. */
    private static int rang(long[] trie, long temps) {
        var bas = 0;
        var haut = trie.length;
        while (bas < haut) {
            var milieu = (bas + haut) >>> 1;
            if (trie[milieu] < temps) {
                bas = milieu + 1;
            } else {
                haut = milieu;
            }
        }
        return bas;
    }
}
