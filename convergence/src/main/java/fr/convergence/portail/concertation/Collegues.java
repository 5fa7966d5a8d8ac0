package fr.convergence.portail.concertation;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Perimetre;
import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.compte.Comptes;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Ceux qui vérifient au même niveau et dans le même périmètre qu'un vérificateur, lui compris. */
@Component
public final class Collegues {

    private final Comptes comptes;

    Collegues(Comptes comptes) {
        this.comptes = comptes;
    }

    /** Par nom ; leurs comptes sont actifs. */
    public List<Compte> de(Connecte qui) {
        return switch (qui.perimetre()) {
            case Perimetre.Regional(var region) -> comptes.verificateurs(region);
            case Perimetre.National _ -> comptes.actifs(qui.role());
            case Perimetre.Aucun _ -> List.of();
        };
    }

    boolean enEst(Connecte qui, UUID compte) {
        return de(qui).stream().anyMatch(collegue -> collegue.id().equals(compte));
    }
}
