package fr.convergence.portail.reprise;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acte.ActeDeReprise;
import fr.convergence.portail.acte.ActeDeReprise.RepriseAccordee;
import fr.convergence.portail.acte.ActeDeReprise.RepriseFinie;
import fr.convergence.portail.acte.ActeDeReprise.RepriseRejetee;
import fr.convergence.portail.compte.Collaborateurs;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.ReferentDuDossier;
import fr.convergence.portail.reprise.EtatDeReprise.Code;
import fr.convergence.portail.transfert.PasserDossier;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.journal.Journal;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Après un refus ou un silence, l'opérateur tranche, avec un motif et ce qui le prouve (TRF-3). */
@Component
class TrancherReprise {

    sealed interface Issue {

        record Accordee() implements Issue {}

        record Rejetee() implements Issue {}

        /** Elle a déjà sa réponse, ou son référent peut encore la donner. */
        record PasATrancher() implements Issue {}

        record SansPreuve() implements Issue {}

        record PreuveEnAnalyse() implements Issue {}

        /** Qui la faisait n'a plus de compte, ou ne représente plus l'établissement : elle est finie. */
        record DemandeurParti() implements Issue {}
    }

    private final Reprises reprises;
    private final ReferentDuDossier referents;
    private final Collaborateurs collaborateurs;
    private final PasserDossier passer;
    private final LettresDeReprise lettres;
    private final PreuvesDeReprise preuves;
    private final Journal journal;

    TrancherReprise(
            Reprises reprises,
            ReferentDuDossier referents,
            Collaborateurs collaborateurs,
            PasserDossier passer,
            LettresDeReprise lettres,
            PreuvesDeReprise preuves,
            Journal journal) {
        this.reprises = reprises;
        this.referents = referents;
        this.collaborateurs = collaborateurs;
        this.passer = passer;
        this.lettres = lettres;
        this.preuves = preuves;
        this.journal = journal;
    }

    /** @param demande celle que la page montrait */
    @Transactional
    public Issue accorder(Connecte operateur, ReferenceDeDossier reference, UUID demande, String motif) {
        var dossier = referents.prendreCelui(reference);
        var reprise = dossier.flatMap(tenu -> aTrancher(tenu, demande));
        if (reprise.isEmpty()) {
            return new Issue.PasATrancher();
        }
        var preuve = reprise.get().preuve().filter(preuves::recue);
        if (preuve.isEmpty()) {
            return new Issue.SansPreuve();
        }
        if (!preuves.lisible(preuve.get())) {
            return new Issue.PreuveEnAnalyse();
        }
        var demandeur = reprise.get().demandeur();
        if (!collaborateurs.prendre(demandeur, dossier.get().candidat().cle())) {
            return finir(operateur, dossier.get(), reprise.get());
        }
        if (!reprises.passer(reprise.get(), Code.ACCORDEE, null, motif)) {
            return new Issue.PasATrancher();
        }
        ecrire(operateur, dossier.get(), new RepriseAccordee(demandeur, motif, preuve.get()));
        passer.executer(dossier.get(), demandeur, operateur.getName(), Optional.of(motif));
        return new Issue.Accordee();
    }

    @Transactional
    public Issue rejeter(Connecte operateur, ReferenceDeDossier reference, UUID demande, String motif) {
        var dossier = referents.prendreCelui(reference);
        var reprise = dossier.flatMap(tenu -> aTrancher(tenu, demande));
        if (reprise.isEmpty() || !reprises.passer(reprise.get(), Code.REJETEE, null, motif)) {
            return new Issue.PasATrancher();
        }
        var demandeur = reprise.get().demandeur();
        ecrire(
                operateur,
                dossier.get(),
                new RepriseRejetee(demandeur, motif, reprise.get().preuve().filter(preuves::recue)));
        lettres.rejetee(dossier.get(), demandeur, motif);
        return new Issue.Rejetee();
    }

    private Optional<DemandeDeReprise> aTrancher(Dossier dossier, UUID demande) {
        return reprises.ouverte(dossier.id())
                .filter(reprise -> reprise.id().equals(demande))
                .filter(reprise -> reprises.tranchable(reprise));
    }

    private Issue finir(Connecte operateur, Dossier dossier, DemandeDeReprise reprise) {
        reprises.passer(reprise, Code.SANS_OBJET, null, null);
        ecrire(operateur, dossier, new RepriseFinie(reprise.demandeur()));
        lettres.sansObjet(dossier, reprise.demandeur());
        return new Issue.DemandeurParti();
    }

    private void ecrire(Connecte operateur, Dossier dossier, ActeDeReprise acte) {
        journal.ecrire(dossier.reference().valeur(), operateur.getName(), acte);
    }
}
