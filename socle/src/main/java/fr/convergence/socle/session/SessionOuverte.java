package fr.convergence.socle.session;

import java.time.Instant;

/**
 * Une session, telle que son titulaire la voit.
 *
 * @param reference ce qui la désigne dans une page
 * @param appareil navigateur et système
 * @param courante vrai pour celle d'où l'on regarde
 */
public record SessionOuverte(String reference, String appareil, Instant ouverteLe, Instant vueLe, boolean courante) {}
