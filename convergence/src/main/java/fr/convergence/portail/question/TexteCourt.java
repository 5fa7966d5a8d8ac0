package fr.convergence.portail.question;

import fr.convergence.portail.definition.Fiche;
import fr.convergence.portail.definition.Genres;
import fr.convergence.socle.page.Message;
import java.util.Optional;

/** Une ligne de texte. */
public record TexteCourt(int longueurMax) implements TypeSimple {

    TexteCourt(Fiche fiche) {
        this(fiche.sinon("longueur_max", Genres.entier(1, 500), 255));
    }

    @Override
    public String canonique(String saisie) {
        return saisie.replace('\n', ' ');
    }

    @Override
    public Optional<Message> refus(Valeur valeur) {
        return TexteLong.tropLong(valeur.texte(), longueurMax);
    }
}
