package fr.convergence.portail.messagerie;

import fr.convergence.portail.piece.SansScript;
import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Saisi;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * Ce que l'on envoie.
 *
 * @param tape le message tel qu'il est tapé, et rendu s'il est refusé
 */
record SaisieDeMessage(String tape, List<MultipartFile> pieces) {

    static final String TEXTE = "message";
    static final String PIECES = "pieces";

    /** Une dizaine de pages : au-delà, c'est une pièce jointe. */
    static final int TEXTE_MAX = 10_000;

    static SaisieDeMessage lire(@Nullable String tape, @Nullable List<MultipartFile> pieces) {
        return new SaisieDeMessage(
                tape == null ? "" : tape,
                pieces == null
                        ? List.of()
                        : pieces.stream()
                                .filter(piece -> !SansScript.nom(piece).isEmpty())
                                .toList());
    }

    String texte() {
        return FormeNormale.texte(tape);
    }

    /** Ce qui en est rendu quand rien ne part : le message, et le nom des fichiers choisis. */
    List<Saisi> ecrite() {
        var message = new Saisi(new Message("messagerie.message"), tape);
        return pieces.isEmpty()
                ? List.of(message)
                : List.of(
                        message,
                        new Saisi(
                                new Message("messagerie.pieces"),
                                pieces.stream().map(SansScript::nom).collect(Collectors.joining("\n"))));
    }

    Erreurs erreurs() {
        var erreurs = Erreurs.aucune();
        var texte = texte();
        if (FormeNormale.vide(texte)) {
            erreurs.ajouter(TEXTE, "messagerie.erreur.vide");
        } else if (texte.length() > TEXTE_MAX) {
            erreurs.ajouter(TEXTE, "messagerie.erreur.long", Formats.entier(texte.length()), Formats.entier(TEXTE_MAX));
        }
        if (pieces.size() > EcrireMessage.PIECES_MAX) {
            erreurs.ajouter(PIECES, "messagerie.erreur.pieces", pieces.size(), EcrireMessage.PIECES_MAX);
        }
        return erreurs;
    }
}
