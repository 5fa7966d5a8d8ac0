package fr.convergence.portail.question;

import fr.convergence.portail.definition.Fiche;
import fr.convergence.portail.definition.Genres;
import java.util.List;
import java.util.Optional;

/**
 * Une consigne entre deux questions, avec « Télécharger la trame » quand il y en a une.
 *
 * @param texte des paragraphes séparés par une ligne vide
 */
public record Instructions(String texte, Optional<String> trame) implements TypeInformatif {

    Instructions(Fiche fiche) {
        this(
                fiche.obligatoire("texte", Genres.lisible(4_000)),
                fiche.facultatif("trame", Genres.motif("le nom d’une trame", Piece.TRAME)));
    }

    @Override
    public String code() {
        return "instructions";
    }

    @Override
    public List<LigneDeReponse> lignes(String libelle, Valeur valeur) {
        return List.of();
    }
}
