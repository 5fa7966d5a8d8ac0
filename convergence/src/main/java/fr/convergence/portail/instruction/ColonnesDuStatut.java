package fr.convergence.portail.instruction;

import fr.convergence.portail.acte.CodeDEtat;
import fr.convergence.portail.dossier.Statut;
import fr.convergence.portail.guichet.Niveau;
import java.util.Optional;

/** Un statut tel que les colonnes d'une étape le disent ; sans niveau quand tous conviennent. */
record ColonnesDuStatut(String etat, Optional<String> niveau) {

    static ColonnesDuStatut de(Statut statut) {
        return switch (statut) {
            case A_VENIR -> tous(CodeDEtat.FERMEE);
            case A_COMPLETER -> tous(CodeDEtat.BROUILLON);
            case TRANSMIS_ARS -> un(CodeDEtat.EN_VERIFICATION, Niveau.ARS);
            case TRANSMIS_ANS -> un(CodeDEtat.EN_VERIFICATION, Niveau.ANS);
            case DEMANDE_MODIFICATION -> tous(CodeDEtat.A_MODIFIER);
            case ACCEPTE,
                    CONVENTION_A_SIGNER,
                    CONVENTION_SIGNEE,
                    CONVENTION_REFUSEE,
                    CONVENTION_EXPIREE,
                    AVANCE_VERSEE,
                    PAYE -> tous(CodeDEtat.ACCEPTEE);
            case REFUSE -> tous(CodeDEtat.REFUSEE);
            case CLOS -> tous(CodeDEtat.CLOSE);
        };
    }

    private static ColonnesDuStatut un(CodeDEtat etat, Niveau niveau) {
        return new ColonnesDuStatut(etat.name(), Optional.of(niveau.name()));
    }

    private static ColonnesDuStatut tous(CodeDEtat etat) {
        return new ColonnesDuStatut(etat.name(), Optional.empty());
    }
}
