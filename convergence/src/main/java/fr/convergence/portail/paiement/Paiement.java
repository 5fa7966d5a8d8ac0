package fr.convergence.portail.paiement;

import fr.convergence.portail.acte.CodeDeVersement;
import fr.convergence.portail.paiement.EtatDePaiement.AVerser;
import fr.convergence.portail.paiement.EtatDePaiement.Annule;
import fr.convergence.portail.paiement.EtatDePaiement.AvanceVersee;
import fr.convergence.portail.paiement.EtatDePaiement.Paye;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.page.Formats;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Le paiement d'une étape acceptée et ses verbes. Les versements se font dans l'ordre, l'avance puis le solde, et se défont du
 * dernier au premier.
 *
 * @param version croît à chaque écriture
 */
record Paiement(UUID id, String etape, Accord accord, Instant accordeLe, EtatDePaiement etat, int version) {

    static Paiement neuf(String etape, Accord accord, Instant le) {
        return new Paiement(Uuid.v7(), etape, accord, le, new AVerser(), 0);
    }

    /** Ce qu'une page en garde, pour dire de quel paiement elle parlait. */
    String marque() {
        return id + "." + version;
    }

    /** Pas avant la décision, ni le solde avant l'avance. */
    LocalDate premierJour(CodeDeVersement versement) {
        var accorde = accordeLe.atZone(Formats.PARIS).toLocalDate();
        return etat.avanceLe()
                .filter(_ -> versement == CodeDeVersement.SOLDE)
                .filter(accorde::isBefore)
                .orElse(accorde);
    }

    /** Celui qui reste à noter. */
    Optional<CodeDeVersement> prochain() {
        return switch (etat) {
            case AVerser _ -> Optional.of(accord.avance().isPresent() ? CodeDeVersement.AVANCE : CodeDeVersement.SOLDE);
            case AvanceVersee _ -> Optional.of(CodeDeVersement.SOLDE);
            case Paye _, Annule _ -> Optional.empty();
        };
    }

    /** Le dernier noté. */
    Optional<CodeDeVersement> dernier() {
        return switch (etat) {
            case AvanceVersee _ -> Optional.of(CodeDeVersement.AVANCE);
            case Paye _ -> Optional.of(CodeDeVersement.SOLDE);
            case AVerser _, Annule _ -> Optional.empty();
        };
    }

    /** Le jour où celui-ci est payé. */
    Optional<LocalDate> jour(CodeDeVersement versement) {
        return switch (versement) {
            case AVANCE -> etat.avanceLe();
            case SOLDE -> etat.soldeLe();
        };
    }

    long montant(CodeDeVersement versement) {
        return switch (versement) {
            case AVANCE -> accord.avance().orElse(0L);
            case SOLDE -> accord.solde();
        };
    }

    /** Note le prochain versement. */
    Paiement verser(LocalDate jour) {
        return switch (etat) {
            case AVerser _ ->
                avec(accord.avance().isPresent() ? new AvanceVersee(jour) : new Paye(Optional.empty(), jour));
            case AvanceVersee(var avance) -> avec(new Paye(Optional.of(avance), jour));
            case Paye _, Annule _ -> throw new IllegalStateException("Il ne reste rien à verser");
        };
    }

    /** Défait le dernier versement noté. */
    Paiement annulerLeDernier() {
        return switch (etat) {
            case AvanceVersee _ -> avec(new AVerser());
            case Paye(var avance, var _) ->
                avec(avance.<EtatDePaiement>map(AvanceVersee::new).orElseGet(AVerser::new));
            case AVerser _, Annule _ -> throw new IllegalStateException("Aucun versement n’est noté");
        };
    }

    Paiement annuler() {
        return switch (etat) {
            case AVerser _ -> avec(new Annule());
            case AvanceVersee _, Paye _, Annule _ ->
                throw new IllegalStateException("Un paiement commencé ne s’annule pas");
        };
    }

    private Paiement avec(EtatDePaiement suivant) {
        return new Paiement(id, etape, accord, accordeLe, suivant, version);
    }
}
