package fr.convergence.portail.referentiel;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acte.ActeDuSupport.ReferentielAbandonne;
import fr.convergence.portail.acte.ActeDuSupport.ReferentielConfirme;
import fr.convergence.portail.acte.Sorte;
import fr.convergence.portail.referentiel.EnvoiDuRegistre.Etat;
import fr.convergence.portail.registre.HistoriqueDesImports;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.tache.Reveils;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** L'opérateur a lu ce qu'un envoi changerait : il l'importe, ou y renonce. Faux quand c'est déjà décidé. */
@Component
class DeciderEnvoi {

    private final Envois envois;
    private final HistoriqueDesImports historique;
    private final Journal journal;
    private final Reveils reveils;

    DeciderEnvoi(Envois envois, HistoriqueDesImports historique, Journal journal, Reveils reveils) {
        this.envois = envois;
        this.historique = historique;
        this.journal = journal;
        this.reveils = reveils;
    }

    @Transactional
    public boolean confirmer(UUID id, Connecte operateur) {
        var confirme = envois.passer(id, Etat.VERIFIE, Etat.A_IMPORTER);
        if (confirme) {
            journal.ecrire(Sorte.REFERENTIEL.chaine(id), operateur.getName(), new ReferentielConfirme());
            reveils.apresTransaction(TravauxDuReferentiel.TRAVAIL);
        }
        return confirme;
    }

    @Transactional
    public boolean abandonner(UUID id, Connecte operateur) {
        var abandonne = envois.passer(id, Etat.VERIFIE, Etat.FINI);
        if (abandonne) {
            historique.abandonner(id);
            journal.ecrire(Sorte.REFERENTIEL.chaine(id), operateur.getName(), new ReferentielAbandonne());
        }
        return abandonne;
    }
}
