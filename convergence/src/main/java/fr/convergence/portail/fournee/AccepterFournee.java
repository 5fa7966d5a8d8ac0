package fr.convergence.portail.fournee;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.avis.CartesDAvis;
import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.compte.Comptes;
import fr.convergence.portail.dossier.PlacePrise;
import fr.convergence.portail.fournee.Fournees.Ligne;
import fr.convergence.portail.fournee.Fournees.Pris;
import fr.convergence.portail.instruction.Decider;
import fr.convergence.portail.instruction.Issue;
import fr.convergence.socle.base.EchecPassager;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Accepte les étapes d'une fournée une à une, chacune dans sa transaction, avec ce qu'il en est : un nœud qui meurt au milieu
 * n'en laisse aucune à moitié, et un autre reprend à la suivante.
 */
@Component
final class AccepterFournee {

    private static final Logger JOURNAL = LoggerFactory.getLogger(AccepterFournee.class);
    /** De quoi laisser passer les autres travaux entre deux. */
    private static final int PAR_PASSAGE = 10;

    private final Fournees fournees;
    private final Comptes comptes;
    private final CartesDAvis avis;
    private final Decider decider;
    private final TransactionTemplate transaction;
    private final Clock horloge;

    AccepterFournee(
            Fournees fournees,
            Comptes comptes,
            CartesDAvis avis,
            Decider decider,
            TransactionTemplate transaction,
            Clock horloge) {
        this.fournees = fournees;
        this.comptes = comptes;
        this.avis = avis;
        this.decider = decider;
        this.transaction = transaction;
        this.horloge = horloge;
    }

    /** @return vrai s'il en reste peut-être un à faire tout de suite */
    boolean executer() {
        var pris = fournees.prendre();
        pris.ifPresent(fournee -> {
            var faites = 0;
            while (faites < PAR_PASSAGE && suivante(fournee)) {
                faites++;
                fournees.prolonger(fournee);
            }
            // En panne, on ne le lâche pas : un autre passage le reprend quand son bail finit.
            fournees.lacher(fournee);
        });
        return pris.isPresent();
    }

    private boolean suivante(Pris fournee) {
        // Ce qu'il est maintenant, et non quand il a demandé : c'est à cet instant que l'on décide pour lui.
        var qui = comptes.titulaire(fournee.compte())
                .filter(compte -> compte.actif() && compte.role().niveau().isPresent())
                .map(this::connecte);
        var essayee = new AtomicReference<@Nullable Ligne>();
        try {
            return Boolean.TRUE.equals(transaction.execute(_ -> {
                var ligne = fournees.prochaine(fournee);
                essayee.set(ligne.orElse(null));
                return accepter(ligne, qui);
            }));
        } catch (PlacePrise prise) {
            return refuser(essayee.get(), prise, "fournee.refus.remplacee");
        } catch (RuntimeException panne) {
            if (EchecPassager.est(panne)) {
                throw panne;
            }
            JOURNAL.error("Fournée {} : une étape n’a pas pu être acceptée", fournee.id(), panne);
            return refuser(essayee.get(), panne, "fournee.refus.panne");
        }
    }

    private boolean accepter(Optional<Ligne> ligne, Optional<Connecte> qui) {
        ligne.ifPresent(prochaine -> qui.ifPresentOrElse(
                verificateur -> accepter(verificateur, prochaine),
                () -> fournees.rendre(prochaine, false, "fournee.refus.acces", "")));
        return ligne.isPresent();
    }

    private void accepter(Connecte qui, Ligne ligne) {
        var designation = ligne.designation();
        if (avis.attendus(designation.reference(), designation.etape()) > 0) {
            fournees.rendre(ligne, false, "fournee.refus.avis", "");
            return;
        }
        switch (decider.valider(qui, designation.reference(), designation.etape(), designation.version())) {
            case Issue.Prise(var statut) -> fournees.rendre(ligne, true, "", statut.cle());
            case Issue.Devancee _ -> fournees.rendre(ligne, false, "fournee.refus.devancee", "");
            case Issue.HorsDeVosMains(var statut) -> fournees.rendre(ligne, false, "fournee.refus.mains", statut.cle());
            case Issue.MontantARetenir() -> fournees.rendre(ligne, false, "fournee.refus.montant", "");
            case Issue.ControlesManquants(var points) ->
                fournees.rendre(ligne, false, "fournee.refus.controles", String.valueOf(points));
            case Issue.Introuvable() -> fournees.rendre(ligne, false, "fournee.refus.introuvable", "");
            case Issue.SuiteCommencee _, Issue.ConventionSignee _, Issue.VersementNote _ ->
                throw new IllegalStateException("Une validation n’a rien à défaire");
        }
    }

    /** Ce qui a été tenté est défait : elle seule se rend refusée, à part, si un autre nœud ne l'a pas rendue entre-temps. */
    private boolean refuser(@Nullable Ligne essayee, RuntimeException panne, String raison) {
        if (essayee == null) {
            throw panne;
        }
        fournees.rendre(essayee, false, raison, "");
        return true;
    }

    private Connecte connecte(Compte compte) {
        return new Connecte(compte.id(), compte.role(), compte.nomComplet(), compte.perimetre(), horloge.instant());
    }
}
