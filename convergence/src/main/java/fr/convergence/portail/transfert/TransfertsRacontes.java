package fr.convergence.portail.transfert;

import fr.convergence.portail.acte.ActeDuDossier.DossierTransfere;
import fr.convergence.portail.compte.Comptes;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Passage.Changement;
import fr.convergence.portail.dossier.ValeursDeLHistoire;
import fr.convergence.socle.page.Textes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** De qui à qui un dossier est passé : le journal ne garde que leurs comptes. */
@Component
final class TransfertsRacontes implements ValeursDeLHistoire {

    private final Comptes comptes;
    private final Textes textes;

    TransfertsRacontes(Comptes comptes, Textes textes) {
        this.comptes = comptes;
        this.textes = textes;
    }

    @Override
    public Lecteur de(Dossier dossier) {
        return actes -> actes.stream()
                .flatMap(acte -> acte instanceof DossierTransfere transfert ? changement(transfert) : Stream.empty())
                .toList();
    }

    private Stream<Changement> changement(DossierTransfere transfert) {
        var noms = comptes.noms(List.of(transfert.ancien(), transfert.nouveau()));
        return Stream.of(new Changement(
                Optional.empty(),
                textes.de("transfert.referent"),
                Optional.empty(),
                noms.getOrDefault(transfert.ancien(), ""),
                noms.getOrDefault(transfert.nouveau(), "")));
    }
}
