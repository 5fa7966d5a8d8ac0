package fr.convergence.portail.dossier;

import fr.convergence.portail.definition.Reference;
import fr.convergence.portail.guichet.Fenetre;
import fr.convergence.portail.guichet.GuichetsPublies;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Ce que disent d'un dossier les dates en vigueur de son guichet, à l'heure de la base (décisions 0008 et 0016). */
@Component
public final class Calendrier {

    private final GuichetsPublies guichets;
    private final Clock horloge;

    Calendrier(GuichetsPublies guichets, Clock horloge) {
        this.guichets = guichets;
        this.horloge = horloge;
    }

    public Fenetre fenetre(Reference guichet, String etape) {
        return guichets.fenetre(guichet, etape);
    }

    public Statut statut(Dossier dossier, Etape etape) {
        return statut(dossier.guichet(), etape.code(), Statut.de(etape));
    }

    /** @param ecrit celui que dit la base, qui ne sait pas l'heure */
    public Statut statut(Reference guichet, String etape, Statut ecrit) {
        return ecrit == Statut.A_COMPLETER ? ecrit.a(horloge.instant(), fenetre(guichet, etape)) : ecrit;
    }
}
