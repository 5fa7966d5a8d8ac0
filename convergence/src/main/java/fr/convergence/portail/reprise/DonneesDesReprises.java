package fr.convergence.portail.reprise;

import fr.convergence.socle.personne.DonneesPersonnelles;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Les reprises que le titulaire a demandées. */
@Component
final class DonneesDesReprises implements DonneesPersonnelles {

    /** Les mots du fichier remis. */
    record RepriseRemise(String demandeeLe, String message) {}

    private final Reprises reprises;

    DonneesDesReprises(Reprises reprises) {
        this.reprises = reprises;
    }

    @Override
    public String rubrique() {
        return "reprisesDemandees";
    }

    @Override
    public Object de(UUID compte) {
        return reprises.demandeesPar(compte).stream()
                .map(reprise -> new RepriseRemise(reprise.le().toString(), reprise.message()))
                .toList();
    }
}
