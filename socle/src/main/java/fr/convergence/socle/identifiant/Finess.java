package fr.convergence.socle.identifiant;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Un numéro FINESS, d'entité juridique ou géographique : neuf caractères, le dernier est une clé de Luhn. */
public record Finess(String valeur) {

    private static final int LONGUEUR = 9;
    private static final Pattern FORME = Pattern.compile("\\d[\\dAB]\\d{7}");

    private static final MotDAnnonce ANNONCE = new MotDAnnonce("finess(?: ?(?:ej|eg|juridique|géographique))?");

    public Finess {
        RefusDeLecture.interdire(refus(valeur));
    }

    public static Lecture<Finess> lire(@Nullable String saisie) {
        return Lecture.de(FormeNormale.code(ANNONCE.otee(saisie)), Finess::new);
    }

    /**
     * Le code du département d'immatriculation, « 34 », « 2A » ou « 974 ». Outre-mer le FINESS commence par 970 suivi du
     * dernier chiffre du département, à Mayotte par 98.
     */
    public String departement() {
        return switch (valeur.substring(0, 2)) {
            case "97" -> "97" + valeur.charAt(3);
            case "98" -> "976";
            case String deux -> deux;
        };
    }

    /** Vide hors des dix-huit régions (Saint-Pierre-et-Miquelon). */
    public Optional<Region> region() {
        return Region.duDepartement(departement());
    }

    @Override
    public String toString() {
        return valeur;
    }

    private static @Nullable RefusDeLecture refus(String texte) {
        if (texte.length() != LONGUEUR) {
            return RefusDeLecture.de("identifiant.finess.longueur", texte.length());
        }
        if (!FORME.matcher(texte).matches()) {
            return RefusDeLecture.de("identifiant.finess.forme");
        }
        // Corse : 2A vaut 21 et 2B vaut 22 dans le calcul de la clé (vérifié sur tout le référentiel).
        if (!Luhn.juste(texte.replace('A', '1').replace('B', '2'))) {
            return RefusDeLecture.de("identifiant.finess.cle");
        }
        return null;
    }
}
