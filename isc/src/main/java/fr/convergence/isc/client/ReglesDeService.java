package fr.convergence.isc.client;

import fr.convergence.isc.acces.Fonction;
import fr.convergence.isc.cle.AlgorithmeDeCle;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Ce qu'un service peut faire.
 *
 * @param octrois noms du protocole : « authorization_code », « refresh_token », « client_credentials »
 * @param retours adresses de retour, comparées lettre à lettre
 * @param retoursDeDeconnexion où ramener après une déconnexion
 * @param avisDeDeconnexion où lui dire qu'une session finit, ou {@code null}
 * @param portees ce qu'il peut demander
 * @param fonctions à qui il est ouvert
 * @param algorithme de quoi signer ses jetons d'identité
 * @param identiteSignee vrai si sa lecture d'identité lui est rendue signée, comme ProConnect le fait
 * @param consentement vrai si la personne choisit ce qu'elle lui transmet
 */
public record ReglesDeService(
        Set<String> octrois,
        Set<String> retours,
        Set<String> retoursDeDeconnexion,
        @Nullable String avisDeDeconnexion,
        Set<String> portees,
        Set<Fonction> fonctions,
        AlgorithmeDeCle algorithme,
        boolean identiteSignee,
        boolean consentement) {

    /** @throws IllegalArgumentException si une adresse n'est pas sûre */
    public ReglesDeService {
        octrois = Set.copyOf(octrois);
        retours = Set.copyOf(retours);
        retoursDeDeconnexion = Set.copyOf(retoursDeDeconnexion);
        portees = Set.copyOf(portees);
        fonctions = Set.copyOf(fonctions);
        retours.forEach(ReglesDeService::exigerSure);
        retoursDeDeconnexion.forEach(ReglesDeService::exigerSure);
        if (avisDeDeconnexion != null) {
            exigerSure(avisDeDeconnexion);
        }
    }

    /** En clair, seulement vers la machine même : les essais et la démonstration. */
    public static boolean sure(String adresse) {
        try {
            var uri = new URI(adresse);
            return uri.getHost() != null
                    && uri.getRawFragment() == null
                    && uri.getRawUserInfo() == null
                    && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && locale(uri.getHost()));
        } catch (URISyntaxException _) {
            return false;
        }
    }

    private static boolean locale(String hote) {
        return Set.of("localhost", "127.0.0.1", "[::1]").contains(hote);
    }

    private static void exigerSure(String adresse) {
        if (!sure(adresse)) {
            throw new IllegalArgumentException("Adresse de service refusée : " + adresse);
        }
    }
}
