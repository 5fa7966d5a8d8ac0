package fr.convergence.doublures;

import java.time.Instant;
import java.util.List;

/**
 * Un courriel lu ; c'est aussi sa forme JSON.
 *
 * @param a destinataires de l'enveloppe, copies cachées comprises
 * @param texte partie en texte, vide s'il n'y en a pas
 * @param html partie HTML, vide s'il n'y en a pas
 * @param pieces noms des pièces jointes
 */
record Courriel(
        long id,
        Instant recuLe,
        String de,
        List<String> a,
        String objet,
        String messageId,
        String texte,
        String html,
        List<String> pieces) {}
