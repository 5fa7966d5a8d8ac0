package fr.convergence.portail.dossier;

import fr.convergence.portail.definition.Reference;
import fr.convergence.portail.guichet.Fenetre;
import fr.convergence.portail.guichet.GuichetsPublies;
import java.time.Clock;
import java.util.Optional;
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

    /**
     * L'étape dont la fenêtre a passé sans qu'elle soit transmise : le dossier s'arrête là, sauf si un vérificateur en tient une
     * autre.
     */
    public Optional<Etape> laissee(Dossier dossier) {
        var statuts =
                dossier.etapes().stream().map(etape -> statut(dossier, etape)).toList();
        return Statut.laisse(statuts)
                ? dossier.etapes().stream()
                        .filter(etape ->
                                etape.etat() instanceof EtatEtape.Brouillon && statut(dossier, etape) == Statut.CLOS)
                        .findFirst()
                : Optional.empty();
    }

    /** Faux d'un dossier refusé, clos ou laissé : plus rien n'y commence. */
    public boolean vit(Dossier dossier) {
        return dossier.etapes().stream().noneMatch(etape -> etape.etat().finit())
                && laissee(dossier).isEmpty();
    }

    /** @param ecrit celui que dit la base, qui ne sait pas l'heure */
    public Statut statut(Reference guichet, String etape, Statut ecrit) {
        return ecrit == Statut.A_COMPLETER ? ecrit.a(horloge.instant(), fenetre(guichet, etape)) : ecrit;
    }
}
