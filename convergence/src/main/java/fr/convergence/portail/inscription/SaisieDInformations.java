package fr.convergence.portail.inscription;

import fr.convergence.socle.identifiant.FormeNormale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Le formulaire de la première étape, tel qu'il arrive.
 *
 * @param captcha le défi montré, {@code null} s'il est passé
 * @param renouveler présent quand on demande d'autres caractères sans script
 */
record SaisieDInformations(
        @Nullable String nomUtilisateur,
        @Nullable String civilite,
        @Nullable String nom,
        @Nullable String prenom,
        @Nullable String courriel,
        @Nullable String motDePasse,
        @Nullable String confirmation,
        @Nullable String telephone,
        @Nullable String captcha,
        @Nullable String controle,
        @Nullable String renouveler) {

    static final SaisieDInformations VIERGE =
            new SaisieDInformations(null, null, null, null, null, null, null, null, null, null, null);

    static SaisieDInformations de(Identite identite) {
        return new SaisieDInformations(
                identite.nomUtilisateur().valeur(),
                identite.civilite().name(),
                identite.nom(),
                identite.prenom(),
                identite.courriel().valeur(),
                null,
                null,
                identite.telephone().affichage(),
                null,
                null,
                null);
    }

    /** Les deux champs laissés vides gardent le mot de passe retenu. */
    SaisieDInformations reprenant(@Nullable String retenu) {
        var vides = (motDePasse == null || motDePasse.isEmpty()) && (confirmation == null || confirmation.isEmpty());
        return retenu == null || !vides
                ? this
                : new SaisieDInformations(
                        nomUtilisateur,
                        civilite,
                        nom,
                        prenom,
                        courriel,
                        retenu,
                        retenu,
                        telephone,
                        captcha,
                        controle,
                        renouveler);
    }

    /** Rien n'est recopié du contrôle de sécurité, ou la page n'en montrait pas. */
    boolean sansReponse() {
        return captcha == null || controle == null || FormeNormale.vide(controle);
    }

    /** Le défi auquel répond cette saisie ; {@code null} pour un identifiant qui n'en est pas un. */
    @Nullable
    UUID defi() {
        try {
            return captcha == null ? null : UUID.fromString(captcha);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
