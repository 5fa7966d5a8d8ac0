package fr.convergence.socle.identifiant;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Le numéro d'un établissement au répertoire SIRENE : le SIREN puis cinq chiffres, clé de Luhn sur l'ensemble. */
public record Siret(String valeur) {

    private static final int LONGUEUR = 14;
    private static final Pattern CHIFFRES = Pattern.compile("\\d+");
    /** La Poste a plus d'établissements que la clé n'en permet : l'Insee y demande une somme multiple de 5. */
    private static final String LA_POSTE = "356000000";

    private static final MotDAnnonce ANNONCE = new MotDAnnonce("siret");

    public Siret {
        RefusDeLecture.interdire(refus(valeur));
    }

    public static Lecture<Siret> lire(@Nullable String saisie) {
        return Lecture.de(FormeNormale.code(ANNONCE.otee(saisie)), Siret::new);
    }

    public Siren siren() {
        return new Siren(siren(valeur));
    }

    /** « 732 829 320 00074 ». */
    public String affichage() {
        return siren().affichage() + " " + valeur.substring(9);
    }

    @Override
    public String toString() {
        return valeur;
    }

    private static @Nullable RefusDeLecture refus(String texte) {
        if (!CHIFFRES.matcher(texte).matches()) {
            return RefusDeLecture.de("identifiant.siret.forme");
        }
        if (texte.length() != LONGUEUR) {
            return RefusDeLecture.de("identifiant.siret.longueur", texte.length());
        }
        if (!Luhn.juste(siren(texte))) {
            return RefusDeLecture.de("identifiant.siret.siren");
        }
        return cleJuste(texte) ? null : RefusDeLecture.de("identifiant.siret.cle");
    }

    private static boolean cleJuste(String texte) {
        var deLaPoste = siren(texte).equals(LA_POSTE);
        return Luhn.juste(texte)
                || (deLaPoste && texte.chars().map(c -> c - '0').sum() % 5 == 0);
    }

    private static String siren(String texte) {
        return texte.substring(0, 9);
    }
}
