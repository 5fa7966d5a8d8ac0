package fr.convergence.isc.demande;

import fr.convergence.isc.acces.Fonction;
import fr.convergence.socle.site.Langue;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Une demande à traiter.
 *
 * @param demandeur absent d'une inscription : la personne n'a pas encore de compte
 * @param fonction celle qu'une inscription demande
 * @param langue celle où écrire à qui demande
 * @param actuel ce que valaient ces informations quand on a demandé ; vide pour une inscription
 * @param demande ce qu'elles doivent valoir
 */
public record DemandeATraiter(
        UUID id,
        Nature nature,
        UUID entreprise,
        Optional<UUID> demandeur,
        Optional<Fonction> fonction,
        Langue langue,
        Map<Donnee, String> actuel,
        Map<Donnee, String> demande,
        String commentaire,
        boolean auxOperateurs,
        Instant deposeeLe) {

    public enum Nature {
        INSCRIPTION,
        PERSONNE,
        ENTREPRISE
    }

    /** Une information, et ce qu'elle deviendrait. */
    public record Changement(Donnee donnee, String avant, String apres) {}

    public DemandeATraiter {
        actuel = range(actuel);
        demande = range(demande);
    }

    /** Ce qu'elle change, et rien d'autre. */
    public List<Changement> changements() {
        return demande.entrySet().stream()
                .filter(voulue -> !voulue.getValue().equals(actuel.getOrDefault(voulue.getKey(), "")))
                .map(voulue ->
                        new Changement(voulue.getKey(), actuel.getOrDefault(voulue.getKey(), ""), voulue.getValue()))
                .toList();
    }

    public String valeur(Donnee donnee) {
        return demande.getOrDefault(donnee, "");
    }

    private static Map<Donnee, String> range(Map<Donnee, String> valeurs) {
        var rangees = new EnumMap<Donnee, String>(Donnee.class);
        rangees.putAll(valeurs);
        return Collections.unmodifiableMap(rangees);
    }
}
