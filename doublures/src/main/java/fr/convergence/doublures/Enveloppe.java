package fr.convergence.doublures;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Une ligne de la liste : l'enveloppe d'un courriel et ce qu'il faut pour le choisir. */
record Enveloppe(long id, Instant recuLe, String de, List<String> a, String objet, long taille) {

    boolean pour(String adresse) {
        return a.stream().anyMatch(destinataire -> contient(destinataire, adresse));
    }

    private static boolean contient(String texte, String partie) {
        return texte.toLowerCase(Locale.ROOT).contains(partie.toLowerCase(Locale.ROOT));
    }
}
