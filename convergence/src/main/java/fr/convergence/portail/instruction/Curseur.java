package fr.convergence.portail.instruction;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Où reprendre une liste : la clé de tri de la dernière ligne montrée, et son identifiant pour départager.
 *
 * @param cle microsecondes depuis 1970 pour un tri par date, nom normalisé pour un tri par nom
 * @param approche vrai dans une liste de ce qui s’approche de la saisie : elle le reste d’une page à l’autre, et une liste
 *     exacte qui finit ne se prolonge pas de voisins
 */
record Curseur(String cle, UUID id, boolean approche) {

    private static final String SEPARATEUR = "~";
    /** Après l’identifiant, qui n’en porte pas. */
    private static final String APPROCHE = "~";

    /** Vide pour tout ce que nous n'avons pas écrit : la liste reprend alors à son début. */
    static Optional<Curseur> lire(@Nullable String texte, boolean parDate) {
        if (texte == null) {
            return Optional.empty();
        }
        var approche = texte.endsWith(APPROCHE);
        var ou = approche ? texte.substring(0, texte.length() - APPROCHE.length()) : texte;
        var coupe = ou.lastIndexOf(SEPARATEUR);
        if (coupe < 0) {
            return Optional.empty();
        }
        try {
            var curseur = new Curseur(ou.substring(0, coupe), UUID.fromString(ou.substring(coupe + 1)), approche);
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
        return cle + SEPARATEUR + id + (approche ? APPROCHE : "");
    }
}
