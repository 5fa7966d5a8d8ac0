package fr.convergence.portail.guichet;

import fr.convergence.portail.definition.Fiche;
import fr.convergence.portail.definition.Genres;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Ce qu'un niveau doit vérifier d'une étape (INSTR-4).
 *
 * @param exigee vrai si l'étape ne se valide pas tant qu'un point reste à vérifier
 */
public record ListeDeControle(Niveau niveau, boolean exigee, List<Point> points) {

    /** @param id ce qui désigne ce point d'une version à l'autre : il ne change jamais de sens */
    public record Point(String id, String libelle, Optional<String> aide) {

        private static Point lire(Fiche fiche) {
            return new Point(
                    fiche.obligatoire("id", Genres.motif("un mot en minuscules", ID)),
                    fiche.obligatoire("libelle", Genres.lisible(200)),
                    fiche.facultatif("aide", Genres.lisible(500)));
        }
    }

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]{0,39}");
    private static final int POINTS_MAX = 30;

    public ListeDeControle {
        points = List.copyOf(points);
    }

    static ListeDeControle lire(Fiche fiche) {
        var ids = new HashSet<String>();
        return new ListeDeControle(
                fiche.obligatoire("niveau", Genres.parmi(Niveau.class, false)),
                fiche.sinon("exigee", Genres.booleen(), false),
                fiche.obligatoire(
                        "points",
                        Genres.liste(
                                Genres.fiche(point -> {
                                    var lu = Point.lire(point);
                                    if (!ids.add(lu.id())) {
                                        point.refuser(
                                                "id", "« " + lu.id() + " » est déjà un autre point de cette liste");
                                    }
                                    return lu;
                                }),
                                1,
                                POINTS_MAX)));
    }
}
