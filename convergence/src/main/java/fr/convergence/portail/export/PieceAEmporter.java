package fr.convergence.portail.export;

import fr.convergence.portail.formulaire.Preuve;
import java.util.Optional;

/**
 * Une pièce transmise, telle qu'elle entre dans l'archive ou n'y entre pas.
 *
 * @param etape son titre
 * @param question son libellé
 * @param preuve vide pour qui n'en doit savoir que l'existence
 * @param ecart la clé du texte qui dit pourquoi elle n'y est pas
 * @param analyse la clé du texte qui dit ce que l'analyse en a fait
 */
record PieceAEmporter(
        String reference,
        String candidat,
        String etape,
        String question,
        Optional<Preuve> preuve,
        Optional<String> ecart,
        String analyse) {

    /** Ce qu'elle pèsera dans l'archive. */
    long taille() {
        return ecart.isPresent() ? 0 : preuve.map(Preuve::taille).orElse(0L);
    }
}
