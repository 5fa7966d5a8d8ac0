package fr.convergence.portail.dossier;

import fr.convergence.portail.candidat.TypeCandidat;
import fr.convergence.portail.definition.Reference;
import fr.convergence.portail.dossier.Dossier.CandidatDuDossier;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.portail.guichet.Niveau;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.identifiant.Region;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Un dossier d'essai à deux étapes : la première ouverte, la seconde fermée. */
record UnDossier(String ght, Reference guichet, String region, UUID referent) {

    private static final Instant CREE_LE = Instant.parse("2026-03-01T08:00:00Z");

    static UnDossier deGht(String code) {
        return new UnDossier(code, new Reference("CARE-D1", 4), "76", UUID.randomUUID());
    }

    UnDossier duReferent(UUID referent) {
        return new UnDossier(ght, guichet, region, referent);
    }

    UnDossier auGuichet(String guichet) {
        return new UnDossier(ght, new Reference(guichet, 1), region, referent);
    }

    UnDossier enRegion(String region) {
        return new UnDossier(ght, guichet, region, referent);
    }

    Dossier dossier() {
        return new Dossier(
                Uuid.v7(),
                ReferenceDeDossier.nouvelle(),
                guichet,
                new CandidatDuDossier(new CleCandidat(TypeCandidat.GHT, ght), "GHT D'ESSAI"),
                Region.duCode(region),
                referent,
                CREE_LE,
                List.of(
                        new Etape(Uuid.v7(), "candidature", 1, List.of(Niveau.ARS), new EtatEtape.Brouillon(), 0),
                        new Etape(
                                Uuid.v7(),
                                "declaration",
                                2,
                                List.of(Niveau.ARS, Niveau.ANS),
                                new EtatEtape.Fermee(),
                                0)));
    }
}
