package fr.convergence.portail.concertation;

import fr.convergence.socle.personne.DonneesPersonnelles;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Ce que le titulaire a dit de points de contrôle, et ce qu'il en disait avant de se corriger. */
@Component
final class DonneesDesPointages implements DonneesPersonnelles {

    /** Les mots du fichier remis. */
    record PointRemis(String dossier, String point, String verdict, String remarque, String ecriteLe) {}

    private final Pointages pointages;

    DonneesDesPointages(Pointages pointages) {
        this.pointages = pointages;
    }

    @Override
    public String rubrique() {
        return "pointsDeControle";
    }

    @Override
    public Object de(UUID compte) {
        return pointages.ecritsPar(compte).stream()
                .map(ecrit -> new PointRemis(
                        ecrit.reference(),
                        ecrit.point(),
                        ecrit.verdict(),
                        ecrit.remarque(),
                        ecrit.le().toString()))
                .toList();
    }
}
