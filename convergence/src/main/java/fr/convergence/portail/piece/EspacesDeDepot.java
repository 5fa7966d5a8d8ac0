package fr.convergence.portail.piece;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.dossier.PlacesOuvertes;
import fr.convergence.portail.etablissement.Etablissements;
import fr.convergence.portail.formulaire.DefinitionFormulaire;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.lieu.Emplacement;
import fr.convergence.portail.question.Piece;
import fr.convergence.portail.question.Question;
import fr.convergence.portail.question.TableauEntites;
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
    private final Etablissements etablissements;
    private final PlacesOuvertes places;
    private final Arrivees arrivees;

    EspacesDeDepot(
            Dossiers dossiers,
            GuichetsPublies guichets,
            Etablissements etablissements,
            PlacesOuvertes places,
            Arrivees arrivees) {
        this.places = places;
        this.etablissements = etablissements;
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
        return guichets.formulaire(guichet, etape.code())
                .flatMap(formulaire -> porteuse(formulaire.definition(), Emplacement.lire(id))
                        .flatMap(porteuse -> question(dossier, formulaire.definition(), porteuse, Emplacement.lire(id))
                                .filter(question -> question.type() instanceof Piece)
                                .map(question -> new Espace(
                                        dossier,
                                        etape,
                                        formulaire
                                                .definition()
                                                .section(porteuse)
                                                .orElseThrow()
                                                .id(),
                                        question,
                                        (Piece) question.type(),
                                        guichets.contenusRefuses(guichet),
                                        places.ouverte(dossier, etape, porteuse, Emplacement.lire(id), lue)))));
    }

    private static Optional<Question> porteuse(DefinitionFormulaire definition, Emplacement place) {
        return place.lot().isEmpty() ? definition.question(place.question()) : definition.tableau(place);
    }

    /** La cellule d'une entité qui n'est pas au candidat n'existe pas. */
    private Optional<Question> question(
            Dossier dossier, DefinitionFormulaire definition, Question porteuse, Emplacement place) {
        return porteuse.type() instanceof TableauEntites tableau
                ? place.lot()
                        .flatMap(entite -> etablissements
                                .candidat(dossier.candidat().cle())
                                .flatMap(candidat -> candidat.lots(tableau.maille()).stream()
                                        .filter(lot -> lot.finess().equals(entite))
                                        .findFirst())
                                .flatMap(lot -> definition.question(place, _ -> lot.nom())))
                : Optional.of(porteuse);
    }
}
