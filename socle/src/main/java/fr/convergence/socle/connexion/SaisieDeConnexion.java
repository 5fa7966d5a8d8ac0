package fr.convergence.socle.connexion;

import fr.convergence.socle.base.Uuid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Ce qu'envoie la page de connexion.
 *
 * @param captcha le défi montré, {@code null} si la page n'en montrait pas
 * @param controle sa réponse
 * @param renouveler présent quand on demande d'autres caractères
 */
record SaisieDeConnexion(
        @Nullable String identifiant,
        @Nullable String motDePasse,
        @Nullable String captcha,
        @Nullable String controle,
        @Nullable String renouveler) {

    String designe() {
        return identifiant == null ? "" : identifiant;
    }

    String secret() {
        return motDePasse == null ? "" : motDePasse;
    }

    /** Le défi auquel cette saisie répond, s'il a la forme d'un des nôtres. */
    @Nullable
    UUID defi() {
        return captcha == null ? null : Uuid.lire(captcha).orElse(null);
    }

    @Override
    public String toString() {
        return "SaisieDeConnexion";
    }
}
