package fr.convergence.portail.tableaudebord;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.contact.ContactsDuDossier;
import fr.convergence.portail.convention.CartesDesConventions;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.dossier.EtatEtape;
import fr.convergence.portail.dossier.Ouverture;
import fr.convergence.portail.dossier.Statut;
import fr.convergence.portail.etape.QuestionsDesignees;
import fr.convergence.portail.guichet.EtapeDuGuichet;
import fr.convergence.portail.guichet.Fenetre;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.guichet.Periode;
import fr.convergence.portail.messagerie.CarteDesMessages;
import fr.convergence.portail.paiement.CarteDePaiement;
import fr.convergence.portail.paiement.CartesDesPaiements;
import fr.convergence.portail.tableaudebord.DossierPage.Action;
import fr.convergence.portail.tableaudebord.DossierPage.EtapeDuDossier;
import fr.convergence.portail.tableaudebord.DossierPage.Modification;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Dit d'un dossier, étape par étape, où il en est et ce qui vient ensuite. */
@Component
final class VueDEnsemble {

    private final GuichetsPublies guichets;
    private final Echeances echeances;
    private final Ouverture ouverture;
    private final ContactsDuDossier contacts;
    private final CartesDesConventions conventions;
    private final QuestionsDesignees designees;
    private final CartesDesPaiements paiements;

    VueDEnsemble(
            GuichetsPublies guichets,
            Echeances echeances,
            Ouverture ouverture,
            ContactsDuDossier contacts,
            CartesDesConventions conventions,
            QuestionsDesignees designees,
            CartesDesPaiements paiements) {
        this.ouverture = ouverture;
        this.guichets = guichets;
        this.echeances = echeances;
        this.contacts = contacts;
        this.conventions = conventions;
        this.designees = designees;
        this.paiements = paiements;
    }

    /**
     * @param autres il tient d'autres dossiers du même candidat
     * @param file ce qui se dit de la file où attend l'étape courante
     */
    DossierPage de(Connecte qui, Dossier dossier, CarteDesMessages messages, boolean autres, List<Message> file) {
        var paiement = paiements.de(qui, dossier);
        var guichet = guichets.version(dossier.guichet()).definition();
        var courante = dossier.courante();
        return new DossierPage(
                dossier.reference().valeur(),
                guichet.titre(),
                dossier.candidat().nom(),
                courante.rang(),
                dossier.etapes().stream()
                        .map(etape -> etape(
                                dossier, etape, guichet.etape(etape.code()).orElseThrow(), paiement))
                        .toList(),
                modification(dossier, courante, guichet.etape(courante.code()).orElseThrow()),
                aFaire(dossier, courante)
                        ? echeances.echeance(dossier.guichet(), courante.code(), Statut.de(courante), retour(courante))
                        : Optional.empty(),
                conventions.pourLeReferent(dossier),
                paiement,
                contacts.de(dossier),
                messages,
                autres && courante.etat() instanceof EtatEtape.Brouillon && aFaire(dossier, courante),
                file);
    }

    private EtapeDuDossier etape(
            Dossier dossier, Etape etape, EtapeDuGuichet definition, Optional<CarteDePaiement> paiement) {
        return new EtapeDuDossier(
                etape.rang(),
                definition.titre(),
                paiement.filter(carte -> carte.rang() == etape.rang())
                        .map(CarteDePaiement::statut)
                        .orElseGet(() -> echeances.statut(dossier, etape)),
                periode(dossier, etape),
                quoi(dossier, etape),
                qui(dossier, etape),
                etape.etat() instanceof EtatEtape.Refusee refus ? Optional.of(refus.motif()) : Optional.empty(),
                Optional.of(adresse(dossier, etape) + "/accuses")
                        .filter(_ -> Statut.de(etape).depose()),
                action(dossier, etape));
    }

    private Optional<Modification> modification(Dossier dossier, Etape etape, EtapeDuGuichet definition) {
        return etape.etat() instanceof EtatEtape.AModifier retour
                ? Optional.of(new Modification(
                        EtapeDuGuichet.apresDe(definition.titre()),
                        retour.motif(),
                        designees.de(dossier, etape),
                        retour.limitee(),
                        adresse(dossier, etape)))
                : Optional.empty();
    }

    /**
     * Une étape fermée dit pourquoi et quand elle s'ouvrira : jamais une période déjà commencée, qui la dirait ouverte. Une
     * étape décidée ou close dit quand elle l'a été, et plus sa période.
     */
    private Optional<Message> periode(Dossier dossier, Etape etape) {
        if (etape.etat() instanceof EtatEtape.Acceptee
                || etape.etat() instanceof EtatEtape.Refusee
                || etape.etat() instanceof EtatEtape.Close) {
            return Optional.empty();
        }
        var fenetre = echeances.fenetre(dossier.guichet(), etape.code());
        if (etape.etat() instanceof EtatEtape.Fermee && echeances.commencee(dossier.guichet(), etape.code())) {
            return echeances.periode(dossier.guichet(), etape.code()) == Fenetre.Etat.OUVERTE
                    ? Periode.limite(fenetre)
                    : Optional.empty();
        }
        return Optional.of(Periode.de(fenetre));
    }

    private Message quoi(Dossier dossier, Etape etape) {
        return switch (etape.etat()) {
            case EtatEtape.Fermee _ -> ouverture.de(dossier, etape).orElseThrow();
            case EtatEtape.Brouillon _ -> aRemplir(dossier, etape);
            case EtatEtape.EnVerification verification ->
                new Message("tableaudebord.quoi.verification", Formats.dateHeure(verification.le()));
            case EtatEtape.AModifier retour ->
                aFaire(dossier, etape)
                        ? new Message("tableaudebord.quoi.modifier", avant(retour.retourAvant()))
                        : new Message("tableaudebord.quoi.modifier-passe", avant(retour.retourAvant()));
            case EtatEtape.Acceptee acceptation ->
                new Message("tableaudebord.quoi.acceptee", Formats.dateHeure(acceptation.le()));
            case EtatEtape.Refusee refus -> new Message("tableaudebord.quoi.refusee", Formats.dateHeure(refus.le()));
            case EtatEtape.Close cloture -> new Message("tableaudebord.quoi.close", Formats.dateHeure(cloture.le()));
        };
    }

    private Message aRemplir(Dossier dossier, Etape etape) {
        var fenetre = echeances.fenetre(dossier.guichet(), etape.code());
        var limite = limite(dossier, etape).map(VueDEnsemble::avant);
        return switch (echeances.periode(dossier.guichet(), etape.code())) {
            case A_VENIR ->
                new Message(
                        "tableaudebord.quoi.ouvrira",
                        Formats.dateHeure(fenetre.du().ouverture()));
            case OUVERTE ->
                limite.map(le -> new Message("tableaudebord.quoi.remplir-avant", le))
                        .orElseGet(() -> new Message("tableaudebord.quoi.remplir"));
            case CLOSE -> new Message("tableaudebord.quoi.delai-passe", limite.orElseThrow());
        };
    }

    private Optional<Message> qui(Dossier dossier, Etape etape) {
        return switch (etape.etat()) {
            case EtatEtape.Brouillon _, EtatEtape.AModifier _ ->
                aFaire(dossier, etape) ? Optional.of(new Message("tableaudebord.qui.vous")) : Optional.empty();
            case EtatEtape.EnVerification verification ->
                Optional.of(
                        switch (verification.niveau()) {
                            case ARS ->
                                new Message(
                                        "tableaudebord.qui.verificateur",
                                        dossier.region().ars());
                            case ANS -> new Message("tableaudebord.qui.ans");
                        });
            case EtatEtape.Fermee _, EtatEtape.Acceptee _, EtatEtape.Refusee _, EtatEtape.Close _ -> Optional.empty();
        };
    }

    private Optional<Action> action(Dossier dossier, Etape etape) {
        if (etape.etat() instanceof EtatEtape.Fermee) {
            return Optional.empty();
        }
        var aFaire = aFaire(dossier, etape);
        var cle = aFaire
                ? etape.etat().transmise() ? "tableaudebord.corriger" : "tableaudebord.completer"
                : "tableaudebord.consulter";
        return Optional.of(new Action(new Message(cle), adresse(dossier, etape), aFaire));
    }

    private boolean aFaire(Dossier dossier, Etape etape) {
        return echeances.aFaire(dossier.guichet(), etape.code(), Statut.de(etape), retour(etape));
    }

    private Optional<Instant> limite(Dossier dossier, Etape etape) {
        return echeances.limite(dossier.guichet(), etape.code(), Statut.de(etape), retour(etape));
    }

    private static Optional<Instant> retour(Etape etape) {
        return etape.etat() instanceof EtatEtape.AModifier retour
                ? Optional.of(retour.retourAvant())
                : Optional.empty();
    }

    /** La dernière seconde utile, avant le premier instant où il est trop tard. */
    private static String avant(Instant limite) {
        return Formats.dateHeure(limite.minusSeconds(1));
    }

    private static String adresse(Dossier dossier, Etape etape) {
        return "/dossiers/" + dossier.reference() + "/" + etape.code();
    }
}
