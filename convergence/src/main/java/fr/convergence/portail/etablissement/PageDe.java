package fr.convergence.portail.etablissement;

import java.util.List;

/**
 * Une page d'une liste. {@code numero} commence à 1 ; {@code approchee} dit que rien ne répondait à la saisie telle quelle
 * et que ces lignes répondent à des mots voisins.
 */
public record PageDe<T>(List<T> lignes, long total, int numero, int taille, boolean approchee) {

    public PageDe {
        lignes = List.copyOf(lignes);
    }

    /** Au moins une, même vide : « Page 1 sur 1 ». */
    public int pages() {
        return (int) Math.max(1, (total + taille - 1) / taille);
    }
}
