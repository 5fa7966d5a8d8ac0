package fr.convergence.portail.question;

import fr.convergence.portail.expression.Nature;
import fr.convergence.portail.expression.Vocabulaire;
import fr.convergence.portail.lieu.Lot;
import fr.convergence.portail.lieu.Maille;
import fr.convergence.socle.page.Formats;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Ce que l'application sait du dossier sans le demander : le candidat, son plafond, l'étape. */
public final class Faits {

    private final Vocabulaire vocabulaire;
    private final Map<String, Object> valeurs;
    private final Function<Maille, List<Lot>> lots;

    private Faits(Vocabulaire vocabulaire, Map<String, Object> valeurs, Function<Maille, List<Lot>> lots) {
        this.vocabulaire = vocabulaire;
        this.valeurs = Map.copyOf(valeurs);
        this.lots = lots;
    }

    /**
     * Un fait absent est inconnu ; les conditions qui en dépendent sont fausses.
     *
     * @param valeurs texte, nombre (centimes pour un montant), booléen ou liste de textes, selon le vocabulaire
     */
    public static Faits de(Vocabulaire vocabulaire, Map<String, ?> valeurs) {
        var convertis = new HashMap<String, Object>();
        valeurs.forEach((nom, valeur) -> {
            var mot = vocabulaire.mot(nom).orElseThrow(() -> new IllegalArgumentException("Fait inconnu : " + nom));
            convertis.put(nom, converti(nom, mot.nature(), valeur));
        });
        return new Faits(vocabulaire, convertis, _ -> List.of());
    }

    /** Les mêmes, et les entités pour lesquelles une part du formulaire se répète. */
    public Faits avec(Function<Maille, List<Lot>> entites) {
        return new Faits(vocabulaire, valeurs, entites);
    }

    List<Lot> lots(Maille maille) {
        return lots.apply(maille);
    }

    public Map<String, Object> variables() {
        return valeurs;
    }

    /** Ce qu'un fait donne à lire ; rien s'il est inconnu. */
    public List<String> textes(String nom) {
        var valeur = valeurs.get(nom);
        if (valeur == null) {
            return List.of();
        }
        return switch (vocabulaire.mot(nom).orElseThrow().nature()) {
            case MONTANT -> List.of(Formats.montant((Long) valeur));
            case BOOLEEN -> List.of((Boolean) valeur ? "Oui" : "Non");
            case DECIMAL -> List.of(String.valueOf(valeur).replace('.', ','));
            case LISTE -> ((List<?>) valeur).stream().map(String::valueOf).toList();
            case ENTIER, TEXTE -> List.of(String.valueOf(valeur));
        };
    }

    private static Object converti(String nom, Nature nature, Object valeur) {
        return switch (valeur) {
            case Boolean b when nature == Nature.BOOLEEN -> b;
            case Number n when nature == Nature.ENTIER || nature == Nature.MONTANT -> n.longValue();
            case Number n when nature == Nature.DECIMAL -> n.doubleValue();
            case String s when nature == Nature.TEXTE -> s;
            case Collection<?> c
            when nature == Nature.LISTE -> c.stream().map(String::valueOf).toList();
            default -> throw new IllegalArgumentException("Le fait " + nom + " est de nature " + nature);
        };
    }
}
