package fr.convergence.portail.tableaudebord;

import fr.convergence.portail.etablissement.Mots;
import fr.convergence.portail.tableaudebord.TableauDeBordPage.Ligne;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Une colonne de « Vos candidatures », et l'ordre qu'elle donne. */
enum Colonne {
    REFERENCE(Ligne::reference),
    DOMAINE(Ligne::domaine),
    ETABLISSEMENT(Ligne::etablissement),
    ETAPE(Ligne::etape),
    /** Dans l'ordre du dictionnaire, qui est celui du parcours. */
    STATUT(ligne -> String.valueOf((char) ('a' + ligne.statut().ordinal())));

    private final Function<Ligne, String> texte;

    Colonne(Function<Ligne, String> texte) {
        this.texte = texte;
    }

    /** @param tri « domaine » ou « -domaine » */
    static Optional<Colonne> nommee(String tri) {
        var nom = tri.startsWith("-") ? tri.substring(1) : tri;
        return Arrays.stream(values())
                .filter(colonne -> colonne.nom().equals(nom))
                .findFirst();
    }

    /** L'ordre ordinaire, puis chaque colonne dans les deux sens. */
    static List<String> tris() {
        return Stream.concat(
                        Stream.of(""),
                        Arrays.stream(values()).flatMap(colonne -> Stream.of(colonne.nom(), "-" + colonne.nom())))
                .toList();
    }

    Comparator<Ligne> ordre() {
        return Comparator.comparing(texte.andThen(Mots::normaliser));
    }

    private String nom() {
        return name().toLowerCase(Locale.ROOT);
    }
}
