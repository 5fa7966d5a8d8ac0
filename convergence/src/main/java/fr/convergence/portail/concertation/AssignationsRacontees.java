package fr.convergence.portail.concertation;

import fr.convergence.portail.acte.ActeDeConcertation.DossierAssigne;
import fr.convergence.portail.compte.Comptes;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Passage.Changement;
import fr.convergence.portail.dossier.ValeursDeLHistoire;
import fr.convergence.socle.page.Textes;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** De qui à qui un dossier fut assigné : le journal ne garde que leurs comptes. */
@Component
final class AssignationsRacontees implements ValeursDeLHistoire {

    private final Comptes comptes;
    private final Textes textes;

    AssignationsRacontees(Comptes comptes, Textes textes) {
        this.comptes = comptes;
        this.textes = textes;
    }

    @Override
    public Lecteur de(Dossier dossier) {
        return actes -> actes.stream()
                .flatMap(acte -> acte instanceof DossierAssigne assigne ? changement(assigne) : Stream.empty())
                .toList();
    }

    private Stream<Changement> changement(DossierAssigne assigne) {
        var noms = comptes.noms(Stream.of(assigne.ancien(), assigne.nouveau())
                .flatMap(Optional::stream)
                .toList());
        return Stream.of(new Changement(
                Optional.empty(),
                textes.de("concertation.assigne." + assigne.niveau().name().toLowerCase(Locale.ROOT)),
                Optional.empty(),
                nom(noms, assigne.ancien()),
                nom(noms, assigne.nouveau())));
    }

    private static String nom(Map<UUID, String> noms, Optional<UUID> compte) {
        return compte.map(qui -> noms.getOrDefault(qui, "")).orElse("");
    }
}
