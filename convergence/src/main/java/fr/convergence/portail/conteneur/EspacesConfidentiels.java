package fr.convergence.portail.conteneur;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.dossier.PlacesOuvertes;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.lieu.Emplacement;
import fr.convergence.portail.question.Piece;
import fr.convergence.portail.question.Question;
import fr.convergence.socle.base.Arrivees;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Trouve une question confidentielle ; ce qui n'est pas à qui demande n'existe pas pour lui. */
@Component
final class EspacesConfidentiels {

    private final Dossiers dossiers;
    private final GuichetsPublies guichets;
    private final PlacesOuvertes places;
    private final Arrivees arrivees;

    EspacesConfidentiels(Dossiers dossiers, GuichetsPublies guichets, PlacesOuvertes places, Arrivees arrivees) {
        this.dossiers = dossiers;
        this.guichets = guichets;
        this.places = places;
        this.arrivees = arrivees;
    }

    Optional<EspaceConfidentiel> duReferent(Connecte qui, String reference, String etape, String question) {
        return espace(reference, etape, question, lue -> dossiers.duReferent(qui, lue));
    }

    /** D'une étape transmise, pour qui la vérifie. */
    Optional<EspaceConfidentiel> duVerificateur(Connecte qui, String reference, String etape, String question) {
        return espace(reference, etape, question, lue -> dossiers.duVerificateur(qui, lue))
                .filter(espace -> espace.etape().etat().transmise());
    }

    private Optional<EspaceConfidentiel> espace(
            String reference, String code, String question, Function<ReferenceDeDossier, Optional<Dossier>> sien) {
        return ReferenceDeDossier.lire(reference)
                .siLue()
                .flatMap(sien)
                .flatMap(dossier -> dossier.etape(code).flatMap(etape -> espace(dossier, etape, question)));
    }

    private Optional<EspaceConfidentiel> espace(Dossier dossier, Etape etape, String id) {
        return guichets.formulaire(dossier.guichet(), etape.code())
                .flatMap(formulaire -> formulaire
                        .definition()
                        .question(id)
                        .flatMap(question -> source(question)
                                .map(source -> new EspaceConfidentiel(
                                        dossier,
                                        etape,
                                        formulaire
                                                .definition()
                                                .section(question)
                                                .orElseThrow()
                                                .id(),
                                        question,
                                        source,
                                        places.ouverte(
                                                dossier, etape, question, Emplacement.de(id), arrivees.instant())))));
    }

    private static Optional<Piece.Source> source(Question question) {
        return question.type() instanceof Piece piece ? piece.source() : Optional.empty();
    }
}
