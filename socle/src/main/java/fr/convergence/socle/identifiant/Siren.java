package fr.convergence.socle.identifiant;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Le numéro d'une entreprise ou d'un organisme au répertoire SIRENE : neuf chiffres, clé de Luhn. */
public record Siren(String valeur) {

    private static final int LONGUEUR = 9;
    private static final Pattern CHIFFRES = Pattern.compile("\\d+");

    private static final MotDAnnonce ANNONCE = new MotDAnnonce("siren");

    public Siren {
        RefusDeLecture.interdire(refus(valeur));
    }

    public static Lecture<Siren> lire(@Nullable String saisie) {
        return Lecture.de(FormeNormale.code(ANNONCE.otee(saisie)), Siren::new);
    }

    /** « 732 829 320 ». */
    public String affichage() {
        return valeur.substring(0, 3) + " " + valeur.substring(3, 6) + " " + valeur.substring(6);
    }

    @Override
    public String toString() {
        return valeur;
    }

    private static @Nullable RefusDeLecture refus(String texte) {
        if (!CHIFFRES.matcher(texte).matches()) {
            return RefusDeLecture.de("identifiant.siren.forme");
        }
        if (texte.length() != LONGUEUR) {
            return RefusDeLecture.de("identifiant.siren.longueur", texte.length());
        }
        return Luhn.juste(texte) ? null : RefusDeLecture.de("identifiant.siren.cle");
    }
}
