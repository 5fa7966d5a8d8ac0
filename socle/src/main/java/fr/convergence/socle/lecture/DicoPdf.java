package fr.convergence.socle.lecture;

import fr.convergence.socle.lecture.LecteurPdf.Jeton;
import fr.convergence.socle.lecture.LecteurPdf.Sorte;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ce qu'on garde d'un dictionnaire de PDF : les premiers mots de quelques clés de premier rang. */
public final class DicoPdf {

    private static final Set<String> GARDEES = Set.of(
            "Type",
            "Length",
            "Filter",
            "DecodeParms",
            "DP",
            "N",
            "First",
            "Encrypt",
            "Root",
            "Prev",
            "XRefStm",
            "V",
            "R",
            "O",
            "U",
            "P",
            "ID",
            "EncryptMetadata");

    /** Ce qui ne se trouve jamais dans un dictionnaire : il n'a pas été fermé. */
    private static final Set<String> RUPTURES =
            Set.of("obj", "endobj", "stream", "endstream", "xref", "trailer", "startxref");

    private static final int MOTS_MAX = 6;

    /** Qui regarde passer chaque mot. */
    public interface Guetteur {
        void voir(Jeton jeton) throws IOException;
    }

    private final Map<String, List<Jeton>> valeurs = new HashMap<>();
    private @Nullable Jeton rupture;
    private @Nullable String cle;
    private boolean remplie;

    private DicoPdf() {}

    /** Lit la suite d'un dictionnaire dont les chevrons viennent de s'ouvrir. */
    public static DicoPdf lire(LecteurPdf lecteur, Guetteur guetteur) throws IOException {
        var dico = new DicoPdf();
        var profondeur = 1;
        var crochets = 0;
        while (profondeur > 0) {
            var jeton = lecteur.suivant();
            if (jeton.sorte() == Sorte.FIN || jeton.sorte() == Sorte.MOT && RUPTURES.contains(jeton.texte())) {
                dico.rupture = jeton;
                return dico;
            }
            guetteur.voir(jeton);
            switch (jeton.sorte()) {
                case OUVRE -> dico.ouvrir(profondeur++);
                case FERME -> dico.remplie |= --profondeur == 1;
                case CROCHET_OUVRE -> dico.ouvrir(profondeur + crochets++);
                case CROCHET_FERME -> {
                    crochets = Math.max(0, crochets - 1);
                    dico.remplie |= profondeur == 1 && crochets == 0;
                }
                case NOM, CHAINE, MOT -> {
                    if (profondeur == 1) {
                        dico.garder(jeton, crochets == 0);
                    }
                }
                case FIN -> throw new IllegalStateException("Déjà traité");
            }
        }
        return dico;
    }

    /** Le mot qui a interrompu un dictionnaire jamais fermé. */
    @Nullable
    public Jeton rupture() {
        return rupture;
    }

    public boolean a(String nom) {
        return valeurs.containsKey(nom);
    }

    public List<Jeton> valeur(String nom) {
        return valeurs.getOrDefault(nom, List.of());
    }

    public String texte(String nom) {
        var valeur = valeur(nom);
        return valeur.isEmpty() ? "" : valeur.getFirst().texte();
    }

    /** Un nombre écrit là, et non une référence à un autre objet. */
    public OptionalLong nombre(String nom) {
        var valeur = valeur(nom);
        return valeur.size() == 1 && valeur.getFirst().texte().matches("-?[0-9]{1,12}")
                ? OptionalLong.of(Long.parseLong(valeur.getFirst().texte()))
                : OptionalLong.empty();
    }

    private void ouvrir(int rang) {
        if (rang == 1 && cle != null && GARDEES.contains(cle)) {
            valeurs.computeIfAbsent(cle, _ -> new ArrayList<>());
        }
    }

    private void garder(Jeton jeton, boolean premierRang) {
        if (premierRang && jeton.sorte() == Sorte.NOM && (cle == null || remplie)) {
            cle = jeton.texte();
            remplie = false;
            return;
        }
        remplie |= premierRang;
        if (cle != null && GARDEES.contains(cle)) {
            var valeur = valeurs.computeIfAbsent(cle, _ -> new ArrayList<>());
            if (valeur.size() < MOTS_MAX) {
                valeur.add(jeton);
            }
        }
    }
}
