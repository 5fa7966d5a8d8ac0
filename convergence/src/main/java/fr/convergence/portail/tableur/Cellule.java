package fr.convergence.portail.tableur;

import java.math.BigDecimal;
import java.time.Instant;

/** Ce qu'une case d'un tableau écrit contient : un tableur trie et compte un nombre ou une date, jamais leur texte. */
public sealed interface Cellule {

    record Texte(String valeur) implements Cellule {}

    record Nombre(BigDecimal valeur) implements Cellule {}

    /** À l'heure de Paris, à la minute. */
    record Moment(Instant valeur) implements Cellule {}

    record Vide() implements Cellule {}

    static Cellule de(String texte) {
        return texte.isEmpty() ? new Vide() : new Texte(texte);
    }

    static Cellule de(long nombre) {
        return new Nombre(BigDecimal.valueOf(nombre));
    }
}
