package fr.convergence.socle.page;

import org.jspecify.annotations.Nullable;

/**
 * Envoie le navigateur ailleurs après un acte (POST, redirection, GET).
 *
 * @param vers chemin absolu sur ce site, commençant par « / »
 * @param annonce ce qui sera dit une fois, en haut de la page d'arrivée
 */
public record Redirection(String vers, @Nullable Annonce annonce) implements Vue {

    public Redirection {
        if (!vers.startsWith("/") || vers.startsWith("//")) {
            throw new IllegalArgumentException("Une redirection reste sur ce site : " + vers);
        }
    }

    public Redirection(String vers) {
        this(vers, null);
    }

    public Redirection avec(Annonce annonce) {
        return new Redirection(vers, annonce);
    }
}
