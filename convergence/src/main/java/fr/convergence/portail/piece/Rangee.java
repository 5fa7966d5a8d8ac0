package fr.convergence.portail.piece;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Un fichier et sa question, tels que les tables les disent.
 *
 * @param attendu l'empreinte de ce qui doit y être copié d'un ancien dossier
 * @param manque pourquoi ce ne le sera pas
 */
record Rangee(
        UUID fichier,
        String question,
        @Nullable String attendu,
        @Nullable String manque) {

    Optional<Copie> copie() {
        return manque == null
                ? Optional.ofNullable(attendu).map(Copie.Attendue::new)
                : Optional.of(new Copie.Manquee(Copie.Cause.valueOf(manque)));
    }
}
