package fr.convergence.portail.instruction;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Où reprendre une liste : la clé de tri de la dernière ligne montrée, et son identifiant pour départager.
 *
 * @param cle microsecondes depuis 1970 pour un tri par date, nom normalisé pour un tri par nom
 */
record Curseur(String cle, UUID id) {

    private static final String SEPARATEUR = "~";

    /** Vide pour tout ce que nous n'avons pas écrit : la liste reprend alors à son début. */
    static Optional<Curseur> lire(@Nullable String texte, boolean parDate) {
        var coupe = texte == null ? -1 : texte.lastIndexOf(SEPARATEUR);
        if (texte == null || coupe < 0) {
            return Optional.empty();
        }
        try {
            var curseur = new Curseur(texte.substring(0, coupe), UUID.fromString(texte.substring(coupe + 1)));
            if (parDate) {
                Long.parseLong(curseur.cle);
            }
            return Optional.of(curseur);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return cle + SEPARATEUR + id;
    }
}
