package fr.convergence.portail.reprise;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.compte.Comptes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Les demandes auxquelles un référent doit répondre, pour son tableau de bord. */
@Component
public final class ReprisesRecues {

    /** @param jusqu la dernière seconde où il peut répondre */
    public record Recue(String reference, String demandeur, Instant jusqu) {

        public String vers() {
            return "/dossiers/" + reference + "/reprise";
        }
    }

    private final Reprises reprises;
    private final Comptes comptes;
    private final Clock horloge;

    ReprisesRecues(Reprises reprises, Comptes comptes, Clock horloge) {
        this.reprises = reprises;
        this.comptes = comptes;
        this.horloge = horloge;
    }

    public List<Recue> de(Connecte qui) {
        var attendues = reprises.attendues(qui).stream()
                .filter(reprise -> reprise.etat().refusable(horloge.instant()))
                .toList();
        var noms = attendues.isEmpty()
                ? Map.<UUID, String>of()
                : comptes.noms(
                        attendues.stream().map(DemandeDeReprise::demandeur).toList());
        return attendues.stream()
                .flatMap(reprise -> reprise.etat() instanceof EtatDeReprise.Demandee(var jusqu)
                        ? Stream.of(new Recue(
                                reprise.reference().valeur(),
                                noms.getOrDefault(reprise.demandeur(), ""),
                                jusqu.minusSeconds(1)))
                        : Stream.empty())
                .toList();
    }
}
