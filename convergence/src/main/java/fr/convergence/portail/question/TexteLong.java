package fr.convergence.portail.question;

import fr.convergence.portail.definition.Fiche;
import fr.convergence.portail.definition.Genres;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Message;
import java.util.Optional;

/** Un texte de plusieurs lignes. */
public record TexteLong(int longueurMax) implements TypeSimple {

    TexteLong(Fiche fiche) {
        this(fiche.sinon("longueur_max", Genres.entier(1, 20_000), 5_000));
    }

    @Override
    public String code() {
        return "texte_long";
    }

    @Override
    public Optional<Message> refus(Valeur valeur) {
        return tropLong(valeur.texte(), longueurMax);
    }

    static Optional<Message> tropLong(String texte, int max) {
        var longueur = texte.codePointCount(0, texte.length());
        return longueur > max
                ? Optional.of(new Message("question.texte.long", Formats.entier(max), Formats.entier(longueur)))
                : Optional.empty();
    }
}
