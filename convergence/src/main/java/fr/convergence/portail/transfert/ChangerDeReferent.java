package fr.convergence.portail.transfert;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.compte.Collaborateurs;
import fr.convergence.portail.dossier.ReferentDuDossier;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** L'opérateur change le référent d'une candidature (TRF-2) : celui-ci est parti, ou un transfert était une erreur. */
@Component
class ChangerDeReferent {

    sealed interface Issue {

        record Fait() implements Issue {}

        /** Elle n'est plus à qui la page disait : l'opérateur décide de nouveau, en le sachant. */
        record DejaChange() implements Issue {}

        /** Qui la recevrait n'a plus de compte, ne représente pas son établissement, ou la tient déjà. */
        record PasCollaborateur() implements Issue {}
    }

    private final ReferentDuDossier referents;
    private final Collaborateurs collaborateurs;
    private final PasserDossier passer;

    ChangerDeReferent(ReferentDuDossier referents, Collaborateurs collaborateurs, PasserDossier passer) {
        this.referents = referents;
        this.collaborateurs = collaborateurs;
        this.passer = passer;
    }

    /** @param tenu le référent que l'opérateur avait sous les yeux */
    @Transactional
    public Issue executer(Connecte operateur, ReferenceDeDossier reference, UUID tenu, UUID nouveau, String motif) {
        var dossier =
                referents.prendreCelui(reference).filter(pris -> pris.referent().equals(tenu));
        if (dossier.isEmpty()) {
            return new Issue.DejaChange();
        }
        if (nouveau.equals(tenu)
                || !collaborateurs.prendre(nouveau, dossier.get().candidat().cle())) {
            return new Issue.PasCollaborateur();
        }
        passer.executer(dossier.get(), nouveau, operateur.getName(), Optional.of(motif));
        return new Issue.Fait();
    }
}
