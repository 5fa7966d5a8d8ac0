package fr.convergence.portail.concertation;

import fr.convergence.portail.acte.ActeDeConcertation.PointsVerifies;
import fr.convergence.portail.concertation.Pointages.Pointage;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Passage.Changement;
import fr.convergence.portail.dossier.ValeursDeLHistoire;
import fr.convergence.socle.page.Textes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Ce qui fut dit de chaque point de contrôle : le journal n'en garde que la révision. */
@Component
final class PointagesRacontes implements ValeursDeLHistoire {

    private final ListesDeControle listes;
    private final Pointages pointages;
    private final Textes textes;

    PointagesRacontes(ListesDeControle listes, Pointages pointages, Textes textes) {
        this.listes = listes;
        this.pointages = pointages;
        this.textes = textes;
    }

    @Override
    public Lecteur de(Dossier dossier) {
        return actes -> actes.stream()
                .flatMap(acte -> acte instanceof PointsVerifies points ? changements(dossier, points) : Stream.empty())
                .toList();
    }

    private Stream<Changement> changements(Dossier dossier, PointsVerifies acte) {
        var etape = dossier.etape(acte.etape());
        if (etape.isEmpty()) {
            return Stream.empty();
        }
        var dits = pointages.tous(etape.get().id(), acte.niveau(), acte.edition());
        return acte.points().lines().map(ligne -> ligne.split(" ", 2)).map(mots -> {
            var revision = Integer.parseInt(mots[1]);
            return new Changement(
                    Optional.empty(),
                    dit(dits, mots[0], revision)
                            .flatMap(Pointage::libelle)
                            .orElseGet(() -> listes.libelle(dossier, etape.get(), acte.niveau(), mots[0])),
                    Optional.empty(),
                    enMots(dit(dits, mots[0], revision - 1)),
                    enMots(dit(dits, mots[0], revision)));
        });
    }

    private static Optional<Pointage> dit(List<Pointage> dits, String point, int revision) {
        return dits.stream()
                .filter(dit -> dit.point().equals(point) && dit.revision() == revision)
                .findFirst();
    }

    private String enMots(Optional<Pointage> pointage) {
        return pointage.map(
                        dit -> textes.de(dit.verdict().cle()) + (dit.remarque().isEmpty() ? "" : "\n" + dit.remarque()))
                .orElse("");
    }
}
