package fr.convergence.portail.inscription;

import fr.convergence.portail.etablissement.PageDe;

/** Où l'on est dans une liste : « Page 2 sur 7 ». */
public record Feuillet(long total, int numero, int pages, int taille) {

    static Feuillet de(PageDe<?> page) {
        return new Feuillet(page.total(), page.numero(), page.pages(), page.taille());
    }
}
