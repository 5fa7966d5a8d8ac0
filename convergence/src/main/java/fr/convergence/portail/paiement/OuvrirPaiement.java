package fr.convergence.portail.paiement;

import fr.convergence.portail.acte.ActeDuDossier.DecisionReprise;
import fr.convergence.portail.acte.ActeDuDossier.FinancementAccorde;
import fr.convergence.portail.acte.CodeDEtat;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.portail.dossier.EtapePassee;
import fr.convergence.portail.paiement.EtatDePaiement.AVerser;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Ouvre le paiement dans la transaction de l'acceptation qui retient un montant, l'annule avec elle. */
@Component
class OuvrirPaiement {

    private final Dossiers dossiers;
    private final Paiements paiements;
    private final MontantsARetenir montants;
    private final Beneficiaires beneficiaires;

    OuvrirPaiement(Dossiers dossiers, Paiements paiements, MontantsARetenir montants, Beneficiaires beneficiaires) {
        this.dossiers = dossiers;
        this.paiements = paiements;
        this.montants = montants;
        this.beneficiaires = beneficiaires;
    }

    @EventListener
    @Order(1)
    void apres(EtapePassee fait) {
        switch (fait.acte()) {
            case FinancementAccorde accorde ->
                dossiers.celui(fait.reference()).ifPresent(dossier -> ouvrir(dossier, accorde, fait));
            case DecisionReprise(var mouvement, var _)
            when mouvement.de() == CodeDEtat.ACCEPTEE ->
                dossiers.celui(fait.reference()).ifPresent(dossier -> annuler(dossier, mouvement.etape()));
            default -> {}
        }
    }

    private void ouvrir(Dossier dossier, FinancementAccorde accorde, EtapePassee fait) {
        var etape = dossier.etape(accorde.mouvement().etape()).orElseThrow();
        var enJeu = montants.enJeu(dossier, etape);
        var accord = new Accord(enJeu, accorde.retenu(), accorde.avance(), accorde.motif());
        // Un plafond se tient une fois importé ; le premier a pu l'être depuis que le montant a été jugé.
        if (!accord.tient(enJeu)) {
            throw new AccordDevance(dossier);
        }
        paiements.ajouter(dossier, etape, Paiement.neuf(etape.code(), accord, fait.le()), beneficiaires.de(dossier));
    }

    private void annuler(Dossier dossier, String etape) {
        paiements
                .prendre(dossier.id(), etape)
                .filter(paiement -> paiement.etat() instanceof AVerser)
                .ifPresent(paiement -> paiements.ecrire(paiement.annuler()));
    }
}
