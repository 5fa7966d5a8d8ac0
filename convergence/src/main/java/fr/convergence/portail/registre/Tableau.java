package fr.convergence.portail.registre;

import fr.convergence.portail.registre.Enregistrement.Origine;
import fr.convergence.portail.registre.Lignes.Ligne;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Les colonnes d'un fichier à points-virgules et ce qu'une ligne y met. */
final class Tableau {

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
