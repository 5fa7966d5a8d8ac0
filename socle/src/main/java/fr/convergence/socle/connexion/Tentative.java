package fr.convergence.socle.connexion;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Une connexion commencée : le mot de passe est juste, le second facteur manque. Gardée dans la session, elle n'ouvre
 * rien ; personne n'est connecté avant qu'elle aboutisse.
 *
 * @param id lie à cette tentative les codes qu'elle reçoit
 * @param saisi ce que la personne a saisi pour se désigner
 * @param etape ce qui reste à prouver
 */
record Tentative(UUID id, UUID compte, String saisi, Etape etape, Instant depuis) implements Serializable {

    /** Ce qui est demandé après le mot de passe. */
    enum Etape {
        /** Le code reçu par courriel. */
        COURRIEL("/connexion/code"),
        /** Le code de l'application d'authentification. */
        APPLICATION("/connexion/equipe/code"),
        /** Relier une application d'authentification. */
        RELIER("/connexion/equipe/application");

        private final String chemin;

        Etape(String chemin) {
            this.chemin = chemin;
        }

        String chemin() {
            return chemin;
        }
    }

    private static final String ATTRIBUT = "connexion.essai";
    private static final Duration VALIDITE = Duration.ofMinutes(30);

    Tentative a(Etape suivante) {
        return new Tentative(id, compte, saisi, suivante, depuis);
    }

    void garder(HttpSession session) {
        session.setAttribute(ATTRIBUT, this);
    }

    /** La tentative de cette session, si elle en est à cette étape et ne traîne pas. */
    static Optional<Tentative> de(HttpSession session, Etape etape, Instant maintenant) {
        return session.getAttribute(ATTRIBUT) instanceof Tentative tentative
                        && tentative.etape == etape
                        && maintenant.isBefore(tentative.depuis.plus(VALIDITE))
                ? Optional.of(tentative)
                : Optional.empty();
    }
}
