package fr.convergence.portail.paiement;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.acte.CodeDeVersement;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.dossier.EtatEtape;
import fr.convergence.portail.dossier.Statut;
import fr.convergence.portail.paiement.CarteDePaiement.Action;
import fr.convergence.portail.paiement.CarteDePaiement.Montant;
import fr.convergence.portail.paiement.CarteDePaiement.Versement;
import fr.convergence.socle.page.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Compose la carte du paiement d'un dossier ; qui la demande a jugé de l'accès au dossier. */
@Component
public final class CartesDesPaiements {

    private final Paiements paiements;
    private final MontantsARetenir montants;

    CartesDesPaiements(Paiements paiements, MontantsARetenir montants) {
        this.paiements = paiements;
        this.montants = montants;
    }

    /** Vrai d'une étape acceptée avant que son acceptation ne retienne un montant : rien ne peut s'en payer. */
    public boolean manque(Dossier dossier, Etape etape) {
        return etape.etat() instanceof EtatEtape.Acceptee
                && montants.paye(dossier, etape)
                && paiements
                        .celui(dossier.id(), etape.code())
                        .filter(paiement -> !(paiement.etat() instanceof EtatDePaiement.Annule))
                        .isEmpty();
    }

    /** Seule l'ANS, opérateur de paiement, y note quelque chose (guide eCaRE 2024, « Accueil »). */
    public Optional<CarteDePaiement> de(Connecte qui, Dossier dossier) {
        return dossier.etapes().reversed().stream()
                .filter(etape -> etape.etat() instanceof EtatEtape.Acceptee)
                .flatMap(etape -> paiements
                        .celui(dossier.id(), etape.code())
                        .filter(paiement -> !(paiement.etat() instanceof EtatDePaiement.Annule))
                        .map(paiement -> carte(qui, dossier, etape, paiement))
                        .stream())
                .findFirst();
    }

    private static CarteDePaiement carte(Connecte qui, Dossier dossier, Etape etape, Paiement paiement) {
        return new CarteDePaiement(
                etape.rang(),
                Statut.ACCEPTE.avec(paiement.etat().code()),
                montants(paiement),
                paiement.accord().motif(),
                versements(paiement),
                qui.role() == Role.ANS ? actions(dossier, paiement) : List.of());
    }

    private static List<Montant> montants(Paiement paiement) {
        return Stream.of(
                        paiement.accord()
                                .enJeu()
                                .plafond()
                                .map(centimes -> new Montant(new Message("paiement.plafond"), centimes)),
                        paiement.accord()
                                .enJeu()
                                .demande()
                                .map(centimes -> new Montant(new Message("paiement.demande"), centimes)),
                        Optional.of(new Montant(
                                new Message("paiement.retenu"),
                                paiement.accord().retenu())))
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<Versement> versements(Paiement paiement) {
        return Stream.of(CodeDeVersement.values())
                .filter(versement -> paiement.montant(versement) > 0)
                .map(versement -> new Versement(nom(versement), paiement.montant(versement), paiement.jour(versement)))
                .toList();
    }

    static Message nom(CodeDeVersement versement) {
        return new Message("paiement." + versement.code());
    }

    private static List<Action> actions(Dossier dossier, Paiement paiement) {
        var base = "/instruction/" + dossier.reference() + "/" + paiement.etape() + "/versements/";
        var actions = new ArrayList<Action>();
        paiement.prochain()
                .ifPresent(versement -> actions.add(
                        new Action(new Message("paiement.noter." + versement.code()), base + versement.code(), true)));
        paiement.dernier()
                .ifPresent(versement -> actions.add(new Action(
                        new Message("paiement.annuler." + versement.code()),
                        base + versement.code() + "/annulations",
                        false)));
        return actions;
    }
}
