package fr.convergence.isc.capture;

import fr.convergence.socle.page.Page;

/**
 * La fin, sur l'ordinateur ou sur le téléphone.
 *
 * @param cle préfixe des textes : {@code .titre}, {@code .quoi}, {@code .suite}
 * @param controle vrai tant que les vidéos sont en cours de contrôle : la page se relit
 * @param telephone vrai sur le téléphone, qui n'a plus rien à faire
 */
public record FinDeCapturePage(String cle, boolean controle, boolean telephone) implements Page {}
