package fr.convergence.portail.piece;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.dossier.Obstacle;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.question.Piece;
import fr.convergence.socle.base.Arrivees;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Trouve l'espace de dépôt d'une question ; ce qui n'est pas au référent n'existe pas pour lui. */
@Component
final class EspacesDeDepot {

    private final Dossiers dossiers;
    private final GuichetsPublies guichets;
    private final Arrivees arrivees;

    EspacesDeDepot(Dossiers dossiers, GuichetsPublies guichets, Arrivees arrivees) {
        this.dossiers = dossiers;
        this.guichets = guichets;
        this.arrivees = arrivees;
    }

    Optional<Espace> duReferent(Connecte qui, Cible cible) {
        return espace(qui, cible.reference(), etape -> etape.code().equals(cible.etape()), cible.question());
    }

    /** L'espace où un fichier est rangé. */
    Optional<Espace> duReferent(Connecte qui, Rangement rangement) {
        return espace(qui, rangement.reference(), etape -> etape.id().equals(rangement.etape()), rangement.question());
    }

    private Optional<Espace> espace(Connecte qui, String reference, Predicate<Etape> laquelle, String question) {
        var lue = arrivees.instant();
        return ReferenceDeDossier.lire(reference)
                .siLue()
                .flatMap(ecrite -> dossiers.duReferent(qui, ecrite))
                .flatMap(dossier -> dossier.etapes().stream()
                        .filter(laquelle)
                        .findFirst()
                        .flatMap(etape -> espace(dossier, etape, question, lue)));
    }

    private Optional<Espace> espace(Dossier dossier, Etape etape, String id, Instant lue) {
        var guichet = dossier.guichet();
        var formulaire = guichets.formulaire(guichet, etape.code());
        if (formulaire.isEmpty()) {
            return Optional.empty();
        }
        for (var section : formulaire.get().definition().sections()) {
            for (var question : section.questions()) {
                if (question.id().equals(id) && question.type() instanceof Piece regle) {
                    var modifiable = Obstacle.aucun(etape, guichets.fenetre(guichet, etape.code()), id, lue);
                    var refuses = guichets.contenusRefuses(guichet);
                    return Optional.of(new Espace(dossier, etape, section.id(), question, regle, refuses, modifiable));
                }
            }
        }
        return Optional.empty();
    }
}
