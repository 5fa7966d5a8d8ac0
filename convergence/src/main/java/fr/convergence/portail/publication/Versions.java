package fr.convergence.portail.publication;

import fr.convergence.portail.definition.Reference;
import fr.convergence.portail.guichet.Catalogue.Publiee;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * Les versions d'un guichet ou d'un formulaire, la dernière d'abord.
 *
 * @param montree celle de la page
 */
public record Versions(Reference montree, List<Ligne> lignes) {

    public record Ligne(int version, Instant publieLe, String vers) {}

    static Versions de(Reference montree, List<Publiee> toutes, Function<Reference, String> adresse) {
        return new Versions(
                montree,
                toutes.stream()
                        .filter(publiee -> publiee.code().equals(montree.code()))
                        .map(publiee ->
                                new Ligne(publiee.version(), publiee.publieLe(), adresse.apply(publiee.reference())))
                        .toList());
    }

    /** La dernière est celle que prennent les nouveaux dossiers. */
    public boolean enVigueur() {
        return lignes.getFirst().version() == montree.version();
    }
}
