package fr.convergence.portail.paiement;

import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.dossier.EtatEtape.EnVerification;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.guichet.Suite;
import fr.convergence.portail.paiement.EtatDePaiement.AVerser;
import fr.convergence.portail.paiement.EtatDePaiement.Annule;
import fr.convergence.portail.plafond.Plafonds;
import fr.convergence.portail.question.Montant;
import fr.convergence.portail.saisie.Editions;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Ce qu'il y a à retenir d'une étape dont l'acceptation ouvre un paiement (INSTR-6). */
@Component
public final class MontantsARetenir {

    /** La question où l'établissement déclare ce qu'il demande. */
    private static final String QUESTION = "montant_demande";

    private final GuichetsPublies guichets;
    private final Editions editions;
    private final Plafonds plafonds;
    private final Paiements paiements;
    private final Beneficiaires beneficiaires;

    MontantsARetenir(
            GuichetsPublies guichets,
            Editions editions,
            Plafonds plafonds,
            Paiements paiements,
            Beneficiaires beneficiaires) {
        this.paiements = paiements;
        this.beneficiaires = beneficiaires;
        this.guichets = guichets;
        this.editions = editions;
        this.plafonds = plafonds;
    }

    /** Vide quand rien ne se paie à son acceptation, ou que la valider la passe à un autre niveau. */
    public Optional<MontantEnJeu> de(Dossier dossier, Etape etape) {
        return aRetenir(dossier, etape) ? Optional.of(enJeu(dossier, etape)) : Optional.empty();
    }

    MontantEnJeu enJeu(Dossier dossier, Etape etape) {
        return new MontantEnJeu(
                demande(dossier, etape),
                plafonds.de(dossier.guichet().code(), dossier.candidat().cle()),
                paiements.retenuAilleurs(dossier.id(), etape.code()),
                beneficiaires.de(dossier).iban().isPresent());
    }

    /** Le même, son plafond tenu jusqu'à la fin de la transaction : un import attend qu'elle ait retenu. */
    public Optional<MontantEnJeu> tenu(Dossier dossier, Etape etape) {
        if (!aRetenir(dossier, etape)) {
            return Optional.empty();
        }
        plafonds.tenir(dossier.guichet().code(), dossier.candidat().cle());
        return Optional.of(enJeu(dossier, etape));
    }

    /** Ce que retenait l'acceptation que l'on a reprise depuis : qui valide de nouveau repart de là. */
    public Optional<Accord> repris(Dossier dossier, Etape etape) {
        return aRetenir(dossier, etape)
                ? accord(dossier, etape, Annule.class)
                        .map(ancien ->
                                new Accord(enJeu(dossier, etape), ancien.retenu(), ancien.avance(), ancien.motif()))
                : Optional.empty();
    }

    /** Ce qui est retenu de cette étape, et dont rien n'est payé. */
    public Optional<Accord> aVerser(Dossier dossier, Etape etape) {
        return accord(dossier, etape, AVerser.class);
    }

    private Optional<Accord> accord(Dossier dossier, Etape etape, Class<? extends EtatDePaiement> etat) {
        return paiements
                .celui(dossier.id(), etape.code())
                .filter(paiement -> etat.isInstance(paiement.etat()))
                .map(Paiement::accord);
    }

    /** Vrai quand l'accepter veut que l'on dise ce qui sera payé. */
    public boolean aRetenir(Dossier dossier, Etape etape) {
        return etape.etat() instanceof EnVerification verification
                && verification.niveau() == etape.circuit().getLast()
                && paye(dossier, etape);
    }

    /** Vrai quand l'acceptation de cette étape ouvre un paiement. */
    boolean paye(Dossier dossier, Etape etape) {
        return guichets.version(dossier.guichet())
                .definition()
                .etape(etape.code())
                .filter(definition -> definition.ouvreSurAcceptation().contains(Suite.PAIEMENT))
                .isPresent();
    }

    private Optional<Long> demande(Dossier dossier, Etape etape) {
        return editions.derniere(etape.id())
                .map(envoi -> envoi.contenu().valeur(QUESTION))
                .filter(valeur -> !valeur.estVide())
                .flatMap(valeur -> guichets.formulaire(dossier.guichet(), etape.code())
                        .flatMap(formulaire -> formulaire.definition().question(QUESTION))
                        .map(question -> question.type())
                        .filter(Montant.class::isInstance)
                        .map(type -> (Long) ((Montant) type).objet(valeur)));
    }
}
