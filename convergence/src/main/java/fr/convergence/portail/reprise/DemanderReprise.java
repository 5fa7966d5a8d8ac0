package fr.convergence.portail.reprise;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acte.ActeDeReprise.RepriseDemandee;
import fr.convergence.portail.compte.Collaborateurs;
import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.compte.Comptes;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.ReferentDuDossier;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.portail.reprise.EtatDeReprise.Code;
import fr.convergence.socle.journal.Journal;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Un référent demande de reprendre un dossier de son établissement (TRF-3). */
@Component
class DemanderReprise {

    sealed interface Issue {

        record Faite() implements Issue {}

        /** Ce dossier n'est pas, ou plus, d'un de ses établissements et tenu par un autre. */
        record Inexistante() implements Issue {}

        /** Une demande est déjà ouverte. */
        record Deja() implements Issue {}
    }

    private final Reprises reprises;
    private final ReferentDuDossier referents;
    private final Collaborateurs collaborateurs;
    private final Comptes comptes;
    private final LettresDeReprise lettres;
    private final Journal journal;
    private final Clock horloge;

    DemanderReprise(
            Reprises reprises,
            ReferentDuDossier referents,
            Collaborateurs collaborateurs,
            Comptes comptes,
            LettresDeReprise lettres,
            Journal journal,
            Clock horloge) {
        this.reprises = reprises;
        this.referents = referents;
        this.collaborateurs = collaborateurs;
        this.comptes = comptes;
        this.lettres = lettres;
        this.journal = journal;
        this.horloge = horloge;
    }

    @Transactional
    public Issue executer(Connecte qui, String guichet, CleCandidat candidat, String message) {
        return reprises.tenue(qui, guichet, candidat)
                .flatMap(tenue -> referents.prendreCelui(tenue.reference()))
                .filter(dossier -> !dossier.referent().equals(qui.compte()))
                .filter(_ -> collaborateurs.prendre(qui.compte(), candidat))
                .map(dossier -> demander(qui, dossier, message))
                .orElseGet(Issue.Inexistante::new);
    }

    private Issue demander(Connecte qui, Dossier dossier, String message) {
        var repond = comptes.titulaire(dossier.referent()).filter(Compte::actif).isPresent();
        if (!reprises.demander(dossier, qui.compte(), message, repond ? Code.DEMANDEE : Code.A_TRANCHER)) {
            return new Issue.Deja();
        }
        journal.ecrire(dossier.reference().valeur(), qui.getName(), new RepriseDemandee(qui.compte()));
        if (repond) {
            lettres.demandee(dossier, qui.compte(), message, horloge.instant().plus(Reprises.DELAI));
        } else {
            lettres.deferee(dossier, qui.compte());
        }
        return new Issue.Faite();
    }
}
