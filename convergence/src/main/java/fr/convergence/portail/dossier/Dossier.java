package fr.convergence.portail.dossier;

import fr.convergence.portail.definition.Reference;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.identifiant.Region;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Un dossier : la demande d'un candidat à un guichet, tenue par un seul référent (DOS-2).
 *
 * @param guichet code et version du guichet ; le dossier garde celle avec laquelle il a commencé (FRM-1)
 * @param candidat qui demande
 * @param region celle qui instruit
 * @param referent compte qui le voit et l'écrit
 * @param etapes dans l'ordre du guichet
 */
public record Dossier(
        UUID id,
        ReferenceDeDossier reference,
        Reference guichet,
        CandidatDuDossier candidat,
        Region region,
        UUID referent,
        Instant creeLe,
        List<Etape> etapes) {

    /** Le candidat, avec le nom qu'il portait à la création. */
    public record CandidatDuDossier(CleCandidat cle, String nom) {}

    public Dossier {
        etapes = List.copyOf(etapes);
    }

    public Optional<Etape> etape(String code) {
        return etapes.stream().filter(etape -> etape.code().equals(code)).findFirst();
    }

    /** Le même, où cette étape a changé d'état. */
    public Dossier avec(Etape apres) {
        return new Dossier(
                id,
                reference,
                guichet,
                candidat,
                region,
                referent,
                creeLe,
                etapes.stream()
                        .map(etape -> etape.id().equals(apres.id()) ? apres : etape)
                        .toList());
    }

    /** La dernière étape ouverte : celle dont l'état dit le statut du dossier. */
    public Etape courante() {
        return etapes.reversed().stream()
                .filter(etape -> !(etape.etat() instanceof EtatEtape.Fermee))
                .findFirst()
                .orElse(etapes.getFirst());
    }
}
