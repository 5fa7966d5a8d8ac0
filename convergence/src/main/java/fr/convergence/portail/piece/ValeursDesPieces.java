package fr.convergence.portail.piece;

import fr.convergence.portail.acte.ActeDuDossier;
import fr.convergence.portail.acte.ActeDuDossier.PieceRefusee;
import fr.convergence.portail.acte.ActeDuDossier.PieceRetiree;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Passage.Changement;
import fr.convergence.portail.dossier.Passage.Geste;
import fr.convergence.portail.dossier.ValeursDeLHistoire;
import fr.convergence.portail.etablissement.Etablissements;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.lieu.Emplacement;
import fr.convergence.portail.question.Question;
import fr.convergence.socle.fichier.Fichier;
import fr.convergence.socle.identifiant.Finess;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Quel fichier un acte a déposé ou retiré, et à quelle question. */
@Component
final class ValeursDesPieces implements ValeursDeLHistoire {

    private final Pieces pieces;
    private final GuichetsPublies guichets;
    private final Etablissements etablissements;

    ValeursDesPieces(Pieces pieces, GuichetsPublies guichets, Etablissements etablissements) {
        this.etablissements = etablissements;
        this.pieces = pieces;
        this.guichets = guichets;
    }

    @Override
    public Lecteur de(Dossier dossier) {
        var noms = pieces.noms(dossier.id());
        return actes ->
                actes.stream().flatMap(acte -> changement(dossier, noms, acte)).toList();
    }

    private Stream<Changement> changement(Dossier dossier, Map<String, Fichier> noms, ActeDuDossier acte) {
        return switch (acte) {
            case ActeDuDossier.PieceDeposee(var question, var fichier, var sha256) ->
                Stream.of(Changement.ajoute(libelle(dossier, question), nom(noms, fichier, sha256)));
            case PieceRetiree(var question, var fichier, var sha256) ->
                Stream.of(Changement.ote(libelle(dossier, question), Geste.RETIRE, nom(noms, fichier, sha256)));
            case PieceRefusee(var question, var fichier, var sha256) ->
                Stream.of(Changement.ote(libelle(dossier, question), Geste.REFUSE, nom(noms, fichier, sha256)));
            default -> Stream.empty();
        };
    }

    /** Le fichier effacé n'a plus de nom ; le journal en garde l'empreinte. */
    private static String nom(Map<String, Fichier> noms, UUID fichier, String sha256) {
        return Optional.ofNullable(noms.get(fichier.toString()))
                .map(Fichier::nom)
                .orElse(sha256);
    }

    private String libelle(Dossier dossier, String place) {
        var guichet = dossier.guichet();
        return dossier.etapes().stream()
                .flatMap(etape -> guichets.formulaire(guichet, etape.code()).stream())
                .flatMap(formulaire ->
                        formulaire
                                .definition()
                                .question(Emplacement.lire(place), entite -> nom(dossier, entite))
                                .stream())
                .findFirst()
                .map(Question::libelle)
                .orElse(place);
    }

    private String nom(Dossier dossier, Finess entite) {
        return etablissements
                .candidat(dossier.candidat().cle())
                .flatMap(candidat -> candidat.nom(entite))
                .orElseGet(entite::valeur);
    }
}
