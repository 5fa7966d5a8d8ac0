package fr.convergence.portail.administration;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acte.ActeDuSupport.CourrielRelance;
import fr.convergence.portail.acte.Sorte;
import fr.convergence.socle.courriel.SuiviDesCourriels;
import fr.convergence.socle.journal.Journal;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** L'opérateur fait repartir un courriel abandonné. */
@Component
class RelancerCourriel {

    private final SuiviDesCourriels suivi;
    private final Journal journal;

    RelancerCourriel(SuiviDesCourriels suivi, Journal journal) {
        this.suivi = suivi;
        this.journal = journal;
    }

    /** Faux si le courriel n'était pas abandonné. */
    @Transactional
    public boolean executer(UUID courriel, Connecte operateur) {
        var relance = suivi.relancer(courriel);
        if (relance) {
            journal.ecrire(Sorte.COURRIEL.chaine(courriel), operateur.getName(), new CourrielRelance());
        }
        return relance;
    }
}
