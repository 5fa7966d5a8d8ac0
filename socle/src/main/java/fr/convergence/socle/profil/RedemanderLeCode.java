package fr.convergence.socle.profil;

import fr.convergence.socle.acces.PersonneConnectee;
import fr.convergence.socle.authentification.Appareils;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.personne.ActeDePersonne;
import fr.convergence.socle.personne.ActeDePersonne.CodeRedemande;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Redemande le code de connexion sur tous les appareils du titulaire. */
@Component
class RedemanderLeCode {

    private final Appareils appareils;
    private final Journal journal;

    RedemanderLeCode(Appareils appareils, Journal journal) {
        this.appareils = appareils;
        this.journal = journal;
    }

    /** Faux si aucun n'en était dispensé. */
    @Transactional
    public boolean executer(PersonneConnectee qui) {
        if (!appareils.leverLesDispenses(qui.compte())) {
            return false;
        }
        journal.ecrire(ActeDePersonne.chaine(qui.compte()), qui.getName(), new CodeRedemande());
        return true;
    }
}
