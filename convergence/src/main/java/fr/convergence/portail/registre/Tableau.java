package fr.convergence.portail.registre;

import fr.convergence.portail.registre.Enregistrement.Origine;
import fr.convergence.portail.registre.Lignes.Ligne;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Les colonnes d'un fichier à points-virgules et ce qu'une ligne y met. */
final class Tableau {

    private static final char SEPARATEUR = ';';

    private final String fichier;
    private final Map<String, Integer> rangs = new HashMap<>();

    Tableau(String fichier, List<String> colonnes) {
        this.fichier = fichier;
        for (int i = 0; i < colonnes.size(); i++) {
            rangs.putIfAbsent(colonnes.get(i), i);
        }
    }

    int largeur() {
        return rangs.size();
    }

    List<String> manquantes(List<String> attendues) {
        return attendues.stream().filter(nom -> !rangs.containsKey(nom)).toList();
    }

    /** Pourquoi une ligne qui n'a pas autant de champs que de colonnes est écartée. */
    String largeurFausse(int champs) {
        return "%d %s au lieu de %d".formatted(champs, champs < 2 ? "champ" : "champs", largeur());
    }

    Rangee rangee(Ligne ligne, List<String> valeurs) {
        return new Rangee(new Origine(fichier, ligne.numero()), valeurs);
    }

    /** Vide quand un guillemet n'est pas refermé : un champ ne s'étend jamais sur deux lignes. */
    static Optional<List<String>> decouper(String texte) {
        var champs = new ArrayList<String>();
        var champ = new StringBuilder();
        var entreGuillemets = false;
        for (int i = 0; i < texte.length(); i++) {
            var c = texte.charAt(i);
            if (entreGuillemets && c == '"' && i + 1 < texte.length() && texte.charAt(i + 1) == '"') {
                champ.append(c);
                i++;
            } else if (c == '"' && (entreGuillemets || champ.isEmpty())) {
                entreGuillemets = !entreGuillemets;
            } else if (c == SEPARATEUR && !entreGuillemets) {
                champs.add(champ.toString());
                champ.setLength(0);
            } else {
                champ.append(c);
            }
        }
        champs.add(champ.toString());
        return entreGuillemets ? Optional.empty() : Optional.of(champs);
    }

    /** Une ligne dont chaque valeur se demande par le nom de sa colonne. */
    final class Rangee {

        private final Origine origine;
        private final List<String> valeurs;

        private Rangee(Origine origine, List<String> valeurs) {
            this.origine = origine;
            this.valeurs = valeurs;
        }

        Origine origine() {
            return origine;
        }

        /** Nul quand la case est vide ou la colonne absente. */
        @Nullable
        String de(String colonne) {
            var rang = rangs.get(colonne);
            return rang == null ? null : Champs.texte(valeurs.get(rang));
        }
    }
}
