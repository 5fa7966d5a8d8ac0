package fr.convergence.portail.accueil;

import java.util.List;

/** D'où l'accueil tient les guichets et leurs dates : toujours du calendrier, jamais d'un texte (ACC-2). */
interface CalendrierDesGuichets {

    /** Ouverts d'abord, puis ceux qui ouvriront, puis les fermés. */
    List<GuichetAuCalendrier> guichets();
}
