package fr.convergence.demonstration;

import fr.convergence.socle.base.AccesALaBase;
import fr.convergence.socle.base.DemarrageImpossible;
import java.util.Map;
import java.util.Optional;

/**
 * Les bases des deux sites : un serveur donné par l'environnement, sinon le nôtre.
 *
 * @param isc absente quand l'environnement donne celle du portail seul
 */
record BasesDeLaDemonstration(DeuxAcces portail, Optional<DeuxAcces> isc) {

    static BasesDeLaDemonstration ouvrir(DossierDeLaDemonstration dossier, Fermeture fermeture) {
        var environnement = System.getenv();
        var adresse = environnement.getOrDefault("CONVERGENCE_DB_URL", "");
        if (adresse.isBlank()) {
            var embarquee = fermeture.suivre(BaseEmbarquee.ouvrir(dossier));
            return new BasesDeLaDemonstration(embarquee.acces(), Optional.of(embarquee.isc()));
        }
        var isc = environnement.getOrDefault("ISC_DB_URL", "");
        return new BasesDeLaDemonstration(
                donnee(environnement, adresse),
                isc.isBlank() ? Optional.empty() : Optional.of(donnee(environnement, isc)));
    }

    private static DeuxAcces donnee(Map<String, String> environnement, String adresse) {
        var utilisateur = environnement.getOrDefault("CONVERGENCE_DB_USER", "convergence");
        var motDePasse = environnement.getOrDefault("CONVERGENCE_DB_PASSWORD", "");
        return new DeuxAcces(
                joignable(new AccesALaBase(adresse, utilisateur, motDePasse)),
                joignable(new AccesALaBase(
                        adresse,
                        environnement.getOrDefault("CONVERGENCE_DB_OWNER", utilisateur),
                        environnement.getOrDefault("CONVERGENCE_DB_OWNER_PASSWORD", motDePasse))));
    }

    private static AccesALaBase joignable(AccesALaBase acces) {
        acces.empechement().ifPresent(ligne -> {
            throw new DemarrageImpossible(ligne);
        });
        return acces;
    }
}
