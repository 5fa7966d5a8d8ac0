package fr.convergence.portail.reprise;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acte.ActeDeReprise.RepriseFinie;
import fr.convergence.portail.acte.ActeDeReprise.RepriseRefusee;
import fr.convergence.portail.compte.Collaborateurs;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.ReferentDuDossier;
import fr.convergence.portail.reprise.EtatDeReprise.Code;
import fr.convergence.portail.transfert.PasserDossier;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.journal.Journal;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Le référent d'un dossier accepte ou refuse qu'un autre le reprenne ; qui l'a demandé peut y renoncer. */
@Component
class RepondreReprise {

    sealed interface Issue {

        record Acceptee() implements Issue {}

        record Refusee() implements Issue {}

        record Retiree() implements Issue {}

        /** Elle a déjà sa réponse, son délai est passé, ou le dossier n'est plus à qui répond. */
        record TropTard() implements Issue {}

        /** Qui la faisait n'a plus de compte, ou ne représente plus l'établissement : elle est finie. */
        record DemandeurParti() implements Issue {}
    }

    private final Reprises reprises;
    private final ReferentDuDossier referents;
    private final Collaborateurs collaborateurs;
    private final PasserDossier passer;
    private final LettresDeReprise lettres;
    private final Journal journal;
    private final Clock horloge;

    RepondreReprise(
            Reprises reprises,
            ReferentDuDossier referents,
            Collaborateurs collaborateurs,
            PasserDossier passer,
            LettresDeReprise lettres,
            Journal journal,
            Clock horloge) {
        this.reprises = reprises;
        this.referents = referents;
        this.collaborateurs = collaborateurs;
        this.passer = passer;
        this.lettres = lettres;
        this.journal = journal;
        this.horloge = horloge;
    }

    /** @param demande celle que la page montrait : une autre a pu venir depuis */
    @Transactional
    public Issue accepter(Connecte qui, ReferenceDeDossier reference, UUID demande) {
        return repondre(qui, reference, demande, (dossier, reprise) -> {
            if (!collaborateurs.prendre(reprise.demandeur(), dossier.candidat().cle())) {
                finir(dossier, reprise, qui.getName());
                return new Issue.DemandeurParti();
            }
            if (!reprises.passer(reprise, Code.ACCORDEE, null, null)) {
                return new Issue.TropTard();
            }
            passer.executer(dossier, reprise.demandeur(), qui.getName(), Optional.empty());
            return new Issue.Acceptee();
        });
    }

    @Transactional
    public Issue refuser(Connecte qui, ReferenceDeDossier reference, UUID demande, String motif) {
        return repondre(qui, reference, demande, (dossier, reprise) -> {
            if (!reprise.etat().refusable(horloge.instant())
                    || !reprises.passer(reprise, Code.A_TRANCHER, motif, null)) {
                return new Issue.TropTard();
            }
            journal.ecrire(reference.valeur(), qui.getName(), new RepriseRefusee(reprise.demandeur(), motif));
            lettres.refusee(dossier, reprise.demandeur(), motif);
            return new Issue.Refusee();
        });
    }

    @Transactional
    public Issue retirer(Connecte demandeur, UUID demande) {
        var sienne = reprises.sienne(demandeur, demande);
        var dossier = sienne.flatMap(reprise -> referents.prendreCelui(reprise.reference()));
        var ouverte = dossier.flatMap(tenu -> reprises.ouverte(tenu.id()))
                .filter(reprise -> reprise.id().equals(demande))
                .filter(reprise -> reprises.passer(reprise, Code.RETIREE, null, null));
        if (ouverte.isEmpty()) {
            return new Issue.TropTard();
        }
        journal.ecrire(
                dossier.orElseThrow().reference().valeur(), demandeur.getName(), new RepriseFinie(demandeur.compte()));
        lettres.retiree(dossier.orElseThrow(), demandeur.compte());
        return new Issue.Retiree();
    }

    private Issue repondre(
            Connecte qui,
            ReferenceDeDossier reference,
            UUID demande,
            BiFunction<Dossier, DemandeDeReprise, Issue> reponse) {
        return referents
                .prendre(qui, reference)
                .flatMap(dossier -> reprises.ouverte(dossier.id())
                        .filter(reprise -> reprise.id().equals(demande))
                        .map(reprise -> reponse.apply(dossier, reprise)))
                .orElseGet(Issue.TropTard::new);
    }

    private void finir(Dossier dossier, DemandeDeReprise reprise, String acteur) {
        reprises.passer(reprise, Code.SANS_OBJET, null, null);
        journal.ecrire(dossier.reference().valeur(), acteur, new RepriseFinie(reprise.demandeur()));
        lettres.sansObjet(dossier, reprise.demandeur());
    }
}
