package fr.convergence.portail.instruction;

import fr.convergence.portail.dossier.Statut;
import fr.convergence.portail.guichet.Niveau;
import java.util.Optional;

/** Un statut tel que les colonnes d'une étape le disent ; sans niveau quand tous conviennent. */
record ColonnesDuStatut(String etat, Optional<String> niveau) {

    static ColonnesDuStatut de(Statut statut) {
        return switch (statut) {
            case A_VENIR -> tous("FERMEE");
            case A_COMPLETER -> tous("BROUILLON");
            case TRANSMIS_ARS -> un("EN_VERIFICATION", Niveau.ARS);
            case TRANSMIS_ANS -> un("EN_VERIFICATION", Niveau.ANS);
            case DEMANDE_MODIFICATION -> tous("A_MODIFIER");
            case ACCEPTE -> tous("ACCEPTEE");
            case REFUSE -> tous("REFUSEE");
            case CLOS -> tous("CLOSE");
        };
    }

    private static ColonnesDuStatut un(String etat, Niveau niveau) {
        return new ColonnesDuStatut(etat, Optional.of(niveau.name()));
    }

    private static ColonnesDuStatut tous(String etat) {
        return new ColonnesDuStatut(etat, Optional.empty());
    }
}
