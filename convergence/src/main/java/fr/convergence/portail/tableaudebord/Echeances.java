package fr.convergence.portail.tableaudebord;

import fr.convergence.portail.definition.Reference;
import fr.convergence.portail.dossier.Calendrier;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.dossier.Statut;
import fr.convergence.portail.guichet.Fenetre;
import fr.convergence.portail.guichet.Moment;
import fr.convergence.portail.guichet.Periode;
import fr.convergence.portail.tableaudebord.TableauDeBordPage.Echeance;
import fr.convergence.socle.page.Message;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Jusqu'à quand le référent peut transmettre une étape. */
@Component
final class Echeances {

    /** En jours (TDB-3). */
    private static final int PROCHE = 14;

    private final Calendrier calendrier;
    private final Clock horloge;

    Echeances(Calendrier calendrier, Clock horloge) {
        this.calendrier = calendrier;
        this.horloge = horloge;
    }

    Fenetre fenetre(Reference guichet, String etape) {
        return calendrier.fenetre(guichet, etape);
    }

    /** Où en est la période de cette étape. */
    Fenetre.Etat periode(Reference guichet, String etape) {
        return fenetre(guichet, etape).etat(horloge.instant());
    }

    Statut statut(Dossier dossier, Etape etape) {
        return calendrier.statut(dossier, etape);
    }

    /** Le premier instant où il est trop tard ; un retour suit son propre délai (DOS-7). */
    Optional<Instant> limite(Reference guichet, String etape, Statut statut, Optional<Instant> retourAvant) {
        return switch (statut) {
            case A_COMPLETER -> fenetre(guichet, etape).limite().map(Moment::echeance);
            case DEMANDE_MODIFICATION -> retourAvant;
            case A_VENIR,
                    TRANSMIS_ARS,
                    TRANSMIS_ANS,
                    ACCEPTE,
                    CONVENTION_A_SIGNER,
                    CONVENTION_SIGNEE,
                    CONVENTION_REFUSEE,
                    CONVENTION_EXPIREE,
                    AVANCE_VERSEE,
                    PAYE,
                    REFUSE,
                    CLOS -> Optional.empty();
        };
    }

    /** Vrai quand l'étape se remplit maintenant. */
    boolean aFaire(Reference guichet, String etape, Statut statut, Optional<Instant> retourAvant) {
        return switch (statut) {
            case A_COMPLETER -> fenetre(guichet, etape).etat(horloge.instant()) == Fenetre.Etat.OUVERTE;
            case DEMANDE_MODIFICATION ->
                retourAvant.filter(horloge.instant()::isBefore).isPresent();
            case A_VENIR,
                    TRANSMIS_ARS,
                    TRANSMIS_ANS,
                    ACCEPTE,
                    CONVENTION_A_SIGNER,
                    CONVENTION_SIGNEE,
                    CONVENTION_REFUSEE,
                    CONVENTION_EXPIREE,
                    AVANCE_VERSEE,
                    PAYE,
                    REFUSE,
                    CLOS -> false;
        };
    }

    /** Vrai si la période de cette étape a commencé. */
    boolean commencee(Reference guichet, String etape) {
        return Periode.commencee(fenetre(guichet, etape), horloge.instant());
    }

    /** La limite, ce qu'il en reste et ce qu'elle est. */
    Optional<Echeance> echeance(Reference guichet, String etape, Statut statut, Optional<Instant> retourAvant) {
        return limite(guichet, etape, statut, retourAvant)
                .map(limite -> jusqua(
                        limite,
                        statut == Statut.DEMANDE_MODIFICATION
                                ? new Message("tableaudebord.echeance.retour")
                                : Periode.mot(fenetre(guichet, etape))));
    }

    private Echeance jusqua(Instant limite, Message mot) {
        var reste = Periode.jours(horloge.instant(), limite);
        return new Echeance(limite.minusSeconds(1), reste, reste < PROCHE, mot);
    }
}
