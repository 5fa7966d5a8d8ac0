package fr.convergence.portail.piece;

import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Passage.Changement;
import fr.convergence.portail.dossier.ValeursDeLHistoire;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.question.Question;
import fr.convergence.socle.fichier.Fichier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Quel fichier un acte a déposé ou retiré, et à quelle question. */
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
        return (acte, details) -> switch (acte) {
            case "piece-deposee" ->
                details.stream()
                        .map(detail -> changement(dossier, detail, "", nom(noms, detail)))
                        .toList();
            case "piece-retiree", "piece-refusee" ->
                details.stream()
                        .map(detail -> changement(dossier, detail, nom(noms, detail), ""))
                        .toList();
            default -> List.<Changement>of();
        };
    }

    private Changement changement(Dossier dossier, Map<String, String> detail, String avant, String apres) {
        return new Changement(libelle(dossier, detail.getOrDefault("question", "")), Optional.empty(), avant, apres);
    }

    /** Le fichier effacé n'a plus de nom ; le journal en garde l'empreinte. */
    private static String nom(Map<String, Fichier> noms, Map<String, String> detail) {
        return Optional.ofNullable(noms.get(detail.getOrDefault("fichier", "")))
                .map(Fichier::nom)
                .orElse(detail.getOrDefault("sha256", ""));
    }

    private String libelle(Dossier dossier, String question) {
        var guichet = dossier.guichet();
        return dossier.etapes().stream()
                .flatMap(etape -> guichets.formulaire(guichet, etape.code()).stream())
                .flatMap(formulaire -> formulaire.definition().question(question).stream())
                .findFirst()
                .map(Question::libelle)
                .orElse(question);
    }
}
