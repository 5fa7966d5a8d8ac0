package fr.convergence.portail.etablissement;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * La condition SQL d'une saisie : chaque mot demandé, ou l'un de ses voisins, commence un mot de la ligne.
 *
 * <p>Les motifs sont écrits dans l'ordre SQL et non passés en paramètres : PostgreSQL garderait pour tous un même plan, bon
 * pour un mot rare et vingt fois trop lent pour « centre ». Un mot normalisé n'a que des lettres et des chiffres, ce que
 * le constructeur exige.
 */
final class Filtre {

    private static final Pattern MOT = Pattern.compile("[a-z0-9]+( [a-z0-9]+)*");

    private final String saisie;
    private final List<String> saisis;
    private final List<List<String>> choix;

    private Filtre(String saisie, List<String> saisis, List<List<String>> choix) {
        choix.stream().flatMap(List::stream).forEach(Filtre::exiger);
        if (!saisis.isEmpty()) {
            exiger(saisie);
        }
        this.saisie = saisie;
        this.saisis = saisis;
        this.choix = choix;
    }

    static Filtre de(String tapee) {
        var saisie = Mots.saisie(tapee);
        var mots = Mots.chercher(tapee);
        return new Filtre(saisie, mots, mots.stream().map(List::of).toList());
    }

    /** Le même, où {@code voisins} donne pour chaque mot ceux qui peuvent le remplacer. */
    Filtre elargi(List<List<String>> voisins) {
        var elargis = IntStream.range(0, saisis.size())
                .mapToObj(i -> {
                    var tous = new ArrayList<>(List.of(saisis.get(i)));
                    tous.addAll(voisins.get(i));
                    return List.copyOf(tous);
                })
                .toList();
        return new Filtre(saisie, saisis, elargis);
    }

    List<String> mots() {
        return saisis;
    }

    /** Vrai partout quand rien n'est saisi. */
    String condition(String colonne) {
        return choix.isEmpty()
                ? "true"
                : choix.stream().map(mots -> unDe(colonne, mots)).collect(Collectors.joining(" and "));
    }

    /** Le nom commence par la saisie, telle quelle. */
    String enTete(String colonne) {
        return saisis.isEmpty() ? "false" : "%s like '%s%%'".formatted(colonne, saisie);
    }

    /** L'identifiant exact d'abord, puis les noms qui commencent ainsi, puis ceux qui ont les mots, puis le reste. */
    String rang(String identifiant, String nom) {
        if (saisis.isEmpty()) {
            return "0";
        }
        return "case when lower(replace(%s, '-', '')) = '%s' then 0 when %s then 1 when %s then 2 else 3 end"
                .formatted(identifiant, String.join("", saisis), enTete(nom), condition("(' ' || " + nom + ")"));
    }

    private static String unDe(String colonne, List<String> mots) {
        return mots.stream()
                .map(mot -> "%s like '%% %s%%'".formatted(colonne, mot))
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    private static void exiger(String mot) {
        if (!MOT.matcher(mot).matches()) {
            throw new IllegalArgumentException("un mot non normalisé n’entre pas dans un ordre SQL");
        }
    }
}
