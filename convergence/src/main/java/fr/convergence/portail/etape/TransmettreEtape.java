package fr.convergence.portail.etape;

import static java.util.Objects.requireNonNull;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acte.ActeDuDossier.EtapeTransmise;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.portail.dossier.EtapePassee;
import fr.convergence.portail.dossier.Obstacle;
import fr.convergence.portail.formulaire.EditionScellee;
import fr.convergence.portail.formulaire.Preuve;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.piece.PieceDeposee;
import fr.convergence.portail.piece.Pieces;
import fr.convergence.portail.saisie.Editions;
import fr.convergence.portail.saisie.Editions.Transmise;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Transmet une étape : réponses scellées, pièces figées, état, journal et courriels en une transaction, ou rien (DOS-8).
 *
 * <p>L'heure qui compte est celle où la demande est arrivée au serveur (DOS-7).
 */
@Component
class TransmettreEtape {

    /** Ce qu'il advient d'une transmission. */
    sealed interface Transmission {
        record Faite(SaisieDeLEtape saisie, Transmise edition) implements Transmission {}

        record Incomplete(SaisieDeLEtape saisie) implements Transmission {}

        /** Des fichiers sont encore en cours d'analyse : rien n'est scellé avant leur verdict. */
        record PiecesEnAnalyse(SaisieDeLEtape saisie) implements Transmission {}

        /** Des fichiers d'un ancien dossier n'ont pas fini d'arriver : les laisser les perdrait sans un mot (DOS-12). */
        record PiecesEnCopie(SaisieDeLEtape saisie) implements Transmission {}

        record Impossible(SaisieDeLEtape saisie, Obstacle obstacle) implements Transmission {}

        record Inconnue() implements Transmission {}
    }

    private final Saisies saisies;
    private final Dossiers dossiers;
    private final Editions editions;
    private final Pieces pieces;
    private final GuichetsPublies guichets;
    private final ApplicationEventPublisher evenements;

    TransmettreEtape(
            Saisies saisies,
            Dossiers dossiers,
            Editions editions,
            Pieces pieces,
            GuichetsPublies guichets,
            ApplicationEventPublisher evenements) {
        this.saisies = saisies;
        this.dossiers = dossiers;
        this.editions = editions;
        this.pieces = pieces;
        this.guichets = guichets;
        this.evenements = evenements;
    }

    @Transactional
    public Transmission executer(Connecte qui, String reference, String etape) {
        var prise = saisies.prise(qui, reference, etape);
        if (prise.isEmpty()) {
            return new Transmission.Inconnue();
        }
        var saisie = prise.get();
        var obstacle = saisie.obstacle();
        if (obstacle.isPresent()) {
            return new Transmission.Impossible(saisie, obstacle.get());
        }
        if (!saisie.enCopie().isEmpty()) {
            return new Transmission.PiecesEnCopie(saisie);
        }
        if (!saisie.evaluation().transmissible() || !saisie.aVerifier().isEmpty()) {
            return new Transmission.Incomplete(saisie);
        }
        return pieces(saisie).stream().anyMatch(PieceDeposee::enAnalyse)
                ? new Transmission.PiecesEnAnalyse(saisie)
                : transmettre(qui, saisie);
    }

    private Transmission transmettre(Connecte qui, SaisieDeLEtape saisie) {
        var preuves = pieces(saisie).stream()
                .map(piece -> new Preuve(
                        piece.fichier().toString(), piece.nom(), piece.taille(), requireNonNull(piece.sha256())))
                .toList();
        var contenu = EditionScellee.sceller(saisie.formulaire(), saisie.evaluation(), preuves);
        var avant = saisie.etape();
        var edition = editions.sceller(avant.id(), contenu, saisie.lue(), qui.compte());
        pieces.sceller(
                avant.id(), pieces(saisie).stream().map(PieceDeposee::fichier).toList());
        var apres =
                avant.transmettre(saisie.lue(), guichets.retour(saisie.dossier().guichet(), avant.code()));
        var acte = new EtapeTransmise(avant.vers(apres), edition.numero(), edition.empreinte());
        if (!dossiers.passer(saisie.dossier(), avant, apres, qui.compte().toString(), acte)) {
            throw new IllegalStateException("L’étape a changé alors qu’on la tenait");
        }
        evenements.publishEvent(new EtapePassee(saisie.dossier().reference(), acte, saisie.lue()));
        return new Transmission.Faite(saisie, edition);
    }

    private static List<PieceDeposee> pieces(SaisieDeLEtape saisie) {
        return saisie.pieces().values().stream()
                .flatMap(List::stream)
                .filter(PieceDeposee::recevable)
                .toList();
    }
}
