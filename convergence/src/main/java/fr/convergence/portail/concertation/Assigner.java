package fr.convergence.portail.concertation;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acte.ActeDeConcertation.DossierAssigne;
import fr.convergence.portail.compte.Comptes;
import fr.convergence.portail.concertation.Assignations.Assigne;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.socle.courriel.Courriels;
import fr.convergence.socle.courriel.Lettre;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.journal.Journal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Confie un dossier à un vérificateur de son niveau et de son périmètre, ou à personne. */
@Component
class Assigner {

    /** Ce qu'il en est. */
    sealed interface Assignation {
        /** @param a le nom de qui s'en charge ; vide quand ce n'est plus personne */
        record Faite(Optional<String> a) implements Assignation {}

        /** Un collègue vient d'en décider autrement : rien n'est changé. */
        record Devancee(Optional<String> a) implements Assignation {}

        /** Ce n'est pas, ou plus, un collègue. */
        record PasUnCollegue() implements Assignation {}

        record Inconnu() implements Assignation {}
    }

    private final Dossiers dossiers;
    private final Assignations assignations;
    private final Collegues collegues;
    private final Journal journal;
    private final Comptes comptes;
    private final Courriels courriels;

    Assigner(
            Dossiers dossiers,
            Assignations assignations,
            Collegues collegues,
            Journal journal,
            Comptes comptes,
            Courriels courriels) {
        this.comptes = comptes;
        this.courriels = courriels;
        this.dossiers = dossiers;
        this.assignations = assignations;
        this.collegues = collegues;
        this.journal = journal;
    }

    /** @param vu qui s'en chargeait sur la page où l'on décide */
    @Transactional
    public Assignation executer(Connecte qui, ReferenceDeDossier reference, Optional<UUID> vu, Optional<UUID> nouveau) {
        return dossiers.prendreEnVerificateur(qui, reference)
                .map(dossier -> assigner(qui, dossier, vu, nouveau))
                .orElseGet(Assignation.Inconnu::new);
    }

    /** Qui se l'assigne le sait déjà. */
    private void prevenir(Connecte qui, Dossier dossier, UUID compte) {
        var reference = dossier.reference().valeur();
        comptes.titulaire(compte)
                .ifPresent(charge -> courriels.ecrire(List.of(new Lettre(
                                "concertation/assignation",
                                List.of(charge.courriel().valeur()),
                                reference,
                                Map.of(
                                        "prenom",
                                        charge.prenom(),
                                        "assigneur",
                                        qui.nom(),
                                        "etablissement",
                                        dossier.candidat().nom(),
                                        "reference",
                                        reference))
                        .reunissable(charge.titre()))));
    }

    private Assignation assigner(Connecte qui, Dossier dossier, Optional<UUID> vu, Optional<UUID> nouveau) {
        var niveau = qui.role().niveau().orElseThrow();
        var avant = assignations.du(dossier, niveau);
        var ancien = avant.map(Assigne::compte);
        if (!ancien.equals(vu) && !ancien.equals(nouveau)) {
            return new Assignation.Devancee(avant.map(Assigne::nom));
        }
        if (nouveau.isPresent() && !collegues.enEst(qui, nouveau.get())) {
            return new Assignation.PasUnCollegue();
        }
        if (!ancien.equals(nouveau)) {
            nouveau.ifPresentOrElse(
                    compte -> assignations.poser(dossier, niveau, compte), () -> assignations.lever(dossier, niveau));
            journal.ecrire(dossier.reference().valeur(), qui.getName(), new DossierAssigne(niveau, ancien, nouveau));
            nouveau.filter(compte -> !compte.equals(qui.compte())).ifPresent(compte -> prevenir(qui, dossier, compte));
        }
        return new Assignation.Faite(assignations.du(dossier, niveau).map(Assigne::nom));
    }
}
