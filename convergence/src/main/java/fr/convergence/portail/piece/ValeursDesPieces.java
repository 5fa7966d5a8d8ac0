package fr.convergence.portail.piece;

import fr.convergence.portail.definition.Reference;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.dossier.Passage.Changement;
import fr.convergence.portail.dossier.ValeursDeLHistoire;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.question.Question;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Quel fichier un acte nomme, et à quelle question. */
@Component
final class ValeursDesPieces implements ValeursDeLHistoire {

    private final Pieces pieces;
    private final GuichetsPublies guichets;

    ValeursDesPieces(Pieces pieces, GuichetsPublies guichets) {
        this.pieces = pieces;
        this.guichets = guichets;
    }

    @Override
    public Lecteur de(Dossier dossier) {
        var noms = pieces.noms(dossier.id());
        return (acte, details) -> {
            var fichier = noms.get(details.getFirst().getOrDefault("fichier", ""));
            return fichier == null ? List.of() : changement(dossier, acte, details.getFirst(), fichier.nom());
        };
    }

    private List<Changement> changement(Dossier dossier, String acte, Map<String, String> detail, String nom) {
        var question = libelle(dossier, detail.getOrDefault("question", ""));
        return switch (acte) {
            case "piece-deposee" -> List.of(new Changement(question, Optional.empty(), "", nom));
            case "piece-retiree", "piece-refusee" -> List.of(new Changement(question, Optional.empty(), nom, ""));
            default -> List.of();
        };
    }

    private String libelle(Dossier dossier, String question) {
        var guichet = new Reference(dossier.guichet().code(), dossier.guichet().version());
        return dossier.etapes().stream()
                .map(Etape::code)
                .flatMap(etape -> guichets.formulaire(guichet, etape).stream())
                .flatMap(formulaire -> formulaire.definition().question(question).stream())
                .map(Question::libelle)
                .findFirst()
                .orElse(question);
    }
}
