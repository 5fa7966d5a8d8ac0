package fr.convergence.portail.concertation;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.concertation.Assignations.Assigne;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.guichet.Niveau;
import fr.convergence.socle.page.Choix;
import fr.convergence.socle.page.Message;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Compose la carte d'assignation d'un dossier ; qui la demande a jugé de l'accès au dossier. */
@Component
public final class CartesDAssignation {

    private final Assignations assignations;
    private final Collegues collegues;

    CartesDAssignation(Assignations assignations, Collegues collegues) {
        this.assignations = assignations;
        this.collegues = collegues;
    }

    public CarteDAssignation de(Connecte qui, Dossier dossier, RetourALaListe retour) {
        var assignes = assignations.du(dossier);
        var niveau = qui.role().niveau().orElseThrow();
        var courant = assignes.stream()
                .filter(assigne -> assigne.niveau() == niveau)
                .map(assigne -> assigne.compte().toString())
                .findFirst()
                .orElse("");
        return new CarteDAssignation(
                dossier.etapes().stream()
                        .flatMap(etape -> etape.circuit().stream())
                        .distinct()
                        .map(tenu -> ligne(tenu, assignes))
                        .toList(),
                "/instruction/" + dossier.reference() + "/assignations",
                retour,
                courant,
                Optional.of(qui.getName()).filter(moi -> !moi.equals(courant)),
                Choix.de(collegues.de(qui), collegue -> collegue.id().toString(), Compte::nomComplet));
    }

    /** Qui se charge de ces dossiers au niveau de qui regarde, par référence. */
    public Map<String, String> noms(Connecte qui, Collection<String> references) {
        return qui.role()
                .niveau()
                .map(niveau -> assignations.noms(niveau, references))
                .orElse(Map.of());
    }

    /** À qui un dossier se confie, qui regarde compris. */
    public List<Compte> collegues(Connecte qui) {
        return collegues.de(qui);
    }

    private static Message ligne(Niveau niveau, List<Assigne> assignes) {
        var cle = "concertation.assigne." + niveau.name().toLowerCase(Locale.ROOT);
        return assignes.stream()
                .filter(assigne -> assigne.niveau() == niveau)
                .findFirst()
                .map(assigne -> new Message(cle + (assigne.actif() ? ".a" : ".ferme"), assigne.nom()))
                .orElseGet(() -> new Message(cle + ".personne"));
    }
}
