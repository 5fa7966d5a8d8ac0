package fr.convergence.portail.question;

import fr.convergence.portail.definition.Fiche;
import fr.convergence.portail.definition.Genres;
import fr.convergence.portail.lieu.Emplacement;
import java.util.Set;
import java.util.function.Function;

/** Ce que l'on sait déjà, montré au milieu des questions : la raison sociale, le plafond. */
public record Fait(String fait) implements TypeInformatif {

    Fait(Fiche fiche) {
        this(fiche.obligatoire("fait", Genres.texte(60)));
    }

    @Override
    public String code() {
        return "fait";
    }

    @Override
    public Set<String> faits() {
        return Set.of(fait);
    }

    @Override
    public Valeur reunir(String id, Faits faits, Function<Emplacement, Valeur> gardees) {
        return new Valeur.Liste(faits.textes(fait));
    }
}
