package fr.convergence.portail.instruction;

import fr.convergence.portail.acte.ActeDuDossier.EtapeOuverte;
import fr.convergence.portail.acte.ActeDuDossier.EtapeRefermee;
import fr.convergence.portail.convention.SituationDesConventions;
import fr.convergence.portail.dossier.Calendrier;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.dossier.EtapePassee;
import fr.convergence.portail.dossier.EtatEtape;
import fr.convergence.portail.dossier.Statut;
import fr.convergence.portail.formulaire.Reponse;
import fr.convergence.portail.ouverture.Ouvrables;
import fr.convergence.portail.paiement.Accord;
import fr.convergence.portail.paiement.MontantEnJeu;
import fr.convergence.portail.paiement.MontantsARetenir;
import fr.convergence.portail.paiement.SituationDesPaiements;
import fr.convergence.portail.piece.Pieces;
import fr.convergence.portail.question.Valeur;
import fr.convergence.portail.saisie.ReponsesSaisies;
import fr.convergence.socle.courriel.Lettre;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Ce qu'une décision fait des autres étapes du dossier. */
@Component
final class SuitesDUneDecision {

    private final Ouvrables ouvrables;
    private final ReponsesSaisies reponses;
    private final Pieces pieces;
    private final SituationDesConventions conventions;
    private final MontantsARetenir montants;
    private final SituationDesPaiements paiements;
    private final Calendrier calendrier;

    SuitesDUneDecision(
            Ouvrables ouvrables,
            ReponsesSaisies reponses,
            Pieces pieces,
            SituationDesConventions conventions,
            MontantsARetenir montants,
            SituationDesPaiements paiements,
            Calendrier calendrier) {
        this.calendrier = calendrier;
        this.montants = montants;
        this.paiements = paiements;
        this.conventions = conventions;
        this.ouvrables = ouvrables;
        this.reponses = reponses;
        this.pieces = pieces;
    }

    /** Celles que cette étape, dans ce nouvel état, ouvrirait. */
    List<Etape> ouvertes(Dossier dossier, Etape apres) {
        return ouvrables.de(dossier.avec(apres));
    }

    /** Celles qui se referment avec la reprise de cette étape. */
    List<Etape> refermees(Dossier dossier, Etape reprise) {
        return ouvrables.plusDepuis(dossier.avec(reprise), reprise.code());
    }

    /** Celle de ces suites où quelqu'un a écrit : on ne défait plus ce qui l'a ouverte. */
    Optional<Etape> commencee(Dossier dossier, Etape reprise) {
        return refermees(dossier, reprise).stream()
                .filter(suite -> !vierge(suite))
                .findFirst();
    }

    /** Un contrat est signé : la décision qui l'a fait établir ne se défait plus. */
    boolean conventionSignee(Dossier dossier, Etape etape) {
        return etape.etat() instanceof EtatEtape.Acceptee && conventions.signee(dossier.id(), etape.code());
    }

    /** Le nom de qui doit encore signer la convention que la reprise de cette acceptation annulerait. */
    Optional<String> annulable(Dossier dossier, Etape etape) {
        return etape.etat() instanceof EtatEtape.Acceptee ? conventions.aSigner(dossier.id()) : Optional.empty();
    }

    /** Ce que l'on dirait à ce signataire. */
    Optional<Lettre> annulation(Dossier dossier, Etape etape) {
        return etape.etat() instanceof EtatEtape.Acceptee ? conventions.annulation(dossier.id()) : Optional.empty();
    }

    /** Ce qu'il y a à retenir pour valider cette étape ; vide quand elle se valide sans rien payer. */
    Optional<MontantEnJeu> montant(Dossier dossier, Etape etape) {
        return montants.de(dossier, etape);
    }

    /** Ce que retenait l'acceptation reprise de cette étape. */
    Optional<Accord> repris(Dossier dossier, Etape etape) {
        return montants.repris(dossier, etape);
    }

    /** Ce qui ne serait plus à payer si l'on reprenait son acceptation. */
    Optional<Accord> aVerser(Dossier dossier, Etape etape) {
        return etape.etat() instanceof EtatEtape.Acceptee ? montants.aVerser(dossier, etape) : Optional.empty();
    }

    /** Un versement est noté : la décision qui l'a permis ne se défait plus, à moins de l'annuler d'abord. */
    boolean versementNote(Dossier dossier, Etape etape) {
        return etape.etat() instanceof EtatEtape.Acceptee && paiements.commence(dossier, etape);
    }

    /** Le même, son plafond tenu jusqu'à la fin de la transaction. */
    Optional<MontantEnJeu> montantTenu(Dossier dossier, Etape etape) {
        return montants.tenu(dossier, etape);
    }

    /** Celui de l'étape, à l'heure de sa fenêtre, et ce qui en est payé. */
    Statut statut(Dossier dossier, Etape etape) {
        return paiements.statut(dossier, etape, calendrier.statut(dossier, etape));
    }

    static EtapePassee ouverture(Dossier dossier, Etape suite, Instant le) {
        return new EtapePassee(dossier.reference(), new EtapeOuverte(suite.vers(suite.ouvrir())), le);
    }

    static EtapePassee refermeture(Dossier dossier, Etape suite, Instant le) {
        return new EtapePassee(dossier.reference(), new EtapeRefermee(suite.vers(suite.refermer())), le);
    }

    private boolean vierge(Etape etape) {
        return etape.etat() instanceof EtatEtape.Brouillon
                && reponses.lire(etape.id()).parQuestion().values().stream()
                        .map(Reponse::valeur)
                        .allMatch(Valeur::estVide)
                && pieces.deLEtape(etape.id()).isEmpty();
    }
}
