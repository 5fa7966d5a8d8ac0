package fr.convergence.socle.page;

import jakarta.servlet.http.HttpServletRequest;

/** Ce que chaque site donne au gabarit commun. */
public interface Habillage {
    Bandeau bandeau(HttpServletRequest requete);
}
