package fr.convergence.portail.reprise;

import fr.convergence.portail.acte.ActeDeReprise.RepriseDeferee;
import fr.convergence.portail.acte.ActeDeReprise.RepriseFinie;
import fr.convergence.portail.dossier.DossierConfie;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.portail.dossier.ReferentDuDossier;
import fr.convergence.portail.reprise.EtatDeReprise.Code;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.tache.Tranche;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ce qui arrive à une reprise sans que personne n'y réponde : un rappel, le délai, le compte qui se ferme, le dossier qui passe
 * à un autre.
 */
@Component
class SuiviDesReprises {

    private static final Duration RAPPEL = Duration.ofDays(3);
    private static final int LOT = 50;

    private final Reprises reprises;
    private final ReferentDuDossier referents;
    private final Dossiers dossiers;
    private final LettresDeReprise lettres;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock horloge;

    SuiviDesReprises(
            Reprises reprises,
            ReferentDuDossier referents,
            Dossiers dossiers,
            LettresDeReprise lettres,
            Journal journal,
            TransactionTemplate transaction,
            Clock horloge) {
        this.reprises = reprises;
        this.referents = referents;
        this.dossiers = dossiers;
        this.lettres = lettres;
        this.journal = journal;
        this.transaction = transaction;
        this.horloge = horloge;
    }

    /** @return vrai s'il en reste peut-être */
    boolean suivre(Tranche tranche) {
        var maintenant = horloge.instant();
        var passees = faire(reprises.muettes(maintenant, LOT), this::deferer, tranche)
                + faire(reprises.aRappeler(maintenant.plus(RAPPEL), LOT), this::rappeler, tranche);
        return tranche.finie() || passees >= LOT;
    }

    /** Chacune dans sa transaction ; ce qui n'a pas pu se faire revient à l'heure suivante. */
    private int faire(List<DemandeDeReprise> lot, Predicate<DemandeDeReprise> geste, Tranche tranche) {
        var passees = 0;
        for (var reprise : lot) {
            if (!tranche.finie() && Boolean.TRUE.equals(transaction.execute(_ -> geste.test(reprise)))) {
                passees++;
            }
        }
        return passees;
    }

    private boolean deferer(DemandeDeReprise muette) {
        var dossier = referents.prendreCelui(muette.reference());
        if (dossier.isEmpty() || !reprises.passer(muette, Code.A_TRANCHER, null, null)) {
            return false;
        }
        journal.ecrire(muette.reference().valeur(), Journal.SYSTEME, new RepriseDeferee(muette.demandeur()));
        lettres.deferee(dossier.get(), muette.demandeur());
        return true;
    }

    private boolean rappeler(DemandeDeReprise reprise) {
        if (!(reprise.etat() instanceof EtatDeReprise.Demandee(var jusqu)) || !reprises.noterLeRappel(reprise)) {
            return false;
        }
        dossiers.celui(reprise.reference()).ifPresent(dossier -> lettres.rappel(dossier, reprise.demandeur(), jusqu));
        return true;
    }

    /** Passé à quelqu'un d'autre par ailleurs, le dossier n'est plus à celui à qui l'on demandait. */
    @EventListener
    void confie(DossierConfie fait) {
        reprises.ouverte(fait.dossier())
                .filter(reprise -> reprises.passer(reprise, Code.SANS_OBJET, null, null))
                .ifPresent(reprise -> {
                    journal.ecrire(
                            reprise.reference().valeur(), Journal.SYSTEME, new RepriseFinie(reprise.demandeur()));
                    dossiers.celui(reprise.reference())
                            .filter(dossier -> !dossier.referent().equals(reprise.demandeur()))
                            .ifPresent(dossier -> lettres.sansObjet(dossier, reprise.demandeur()));
                });
    }
}
