package fr.convergence.portail.question;

import fr.convergence.portail.definition.Fiche;
import fr.convergence.portail.definition.Genres;
import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.page.Message;
import java.util.Optional;

/**
 * Une ligne de texte.
 *
 * @param enLettres vrai quand il y faut au moins une lettre : une fonction, une voie
 */
public record TexteCourt(int longueurMax, boolean enLettres) implements TypeSimple {

    TexteCourt(int longueurMax) {
        this(longueurMax, false);
    }

    TexteCourt(Fiche fiche) {
        this(fiche.sinon("longueur_max", Genres.entier(1, 500), 255));
    }

    @Override
    public String code() {
        return "texte_court";
    }

    @Override
    public String canonique(String saisie) {
        return FormeNormale.ligne(saisie);
    }

    @Override
    public Optional<Message> refus(Valeur valeur) {
        return enLettres && valeur.texte().codePoints().noneMatch(Character::isLetter)
                ? Optional.of(new Message("question.texte.lettre"))
                : TexteLong.tropLong(valeur.texte(), longueurMax);
    }
}
