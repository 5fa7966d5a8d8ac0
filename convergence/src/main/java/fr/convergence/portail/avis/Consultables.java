package fr.convergence.portail.avis;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.compte.Comptes;
import fr.convergence.portail.concertation.Collegues;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** À qui un vérificateur demande un avis : un collègue de son niveau et de son périmètre, ou l'ANS. */
@Component
final class Consultables {

    private final Collegues collegues;
    private final Comptes comptes;

    Consultables(Collegues collegues, Comptes comptes) {
        this.collegues = collegues;
        this.comptes = comptes;
    }

    /** Ses collègues d'abord ; leurs comptes sont actifs. */
    List<Compte> par(Connecte qui) {
        return Stream.concat(
                        collegues.de(qui).stream(),
                        qui.role() == Role.ARS ? comptes.actifs(Role.ANS).stream() : Stream.of())
                .filter(compte -> !compte.id().equals(qui.compte()))
                .toList();
    }

    /** Vrai si ce compte, fût-il fermé, est du niveau de qui lit le même dossier : sa demande peut être reprise par lui. */
    boolean duNiveau(Connecte qui, UUID demandeur) {
        return comptes.titulaire(demandeur)
                .filter(compte -> compte.role() == qui.role())
                .isPresent();
    }

    Optional<Compte> celui(Connecte qui, Optional<UUID> designe) {
        return par(qui).stream()
                .filter(compte -> designe.filter(compte.id()::equals).isPresent())
                .findFirst();
    }
}
