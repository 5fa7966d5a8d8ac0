package fr.convergence.portail.paiement;

import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.dossier.Statut;
import org.springframework.stereotype.Component;

/** Où en est le paiement d'une étape, pour ce qui en dépend : son statut, la reprise de la décision qui l'a ouvert. */
@Component
public final class SituationDesPaiements {

    private final Paiements paiements;

    SituationDesPaiements(Paiements paiements) {
        this.paiements = paiements;
    }

    /** Vrai si un versement est noté. */
    public boolean commence(Dossier dossier, Etape etape) {
        return paiements
                .celui(dossier.id(), etape.code())
                .flatMap(Paiement::dernier)
                .isPresent();
    }

    /** @param statut celui que dit l'étape */
    public Statut statut(Dossier dossier, Etape etape, Statut statut) {
        return statut == Statut.ACCEPTE
                ? paiements
                        .celui(dossier.id(), etape.code())
                        .map(paiement -> statut.avec(paiement.etat().code()))
                        .orElse(statut)
                : statut;
    }
}
