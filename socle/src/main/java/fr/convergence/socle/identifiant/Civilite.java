package fr.convergence.socle.identifiant;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Les deux civilités de l'administration (circulaire n° 5575/SG du 21 février 2012). */
public enum Civilite {
    MADAME("Madame"),
    MONSIEUR("Monsieur");

    private final String libelle;

    Civilite(String libelle) {
        this.libelle = libelle;
    }

    /** Lit le nom ({@code MADAME}) comme le libellé (« Madame »). */
    public static Lecture<Civilite> lire(@Nullable String saisie) {
        var texte = FormeNormale.code(saisie);
        if (texte.isEmpty()) {
            return Lecture.refusee("identifiant.vide");
        }
        return parNom(texte)
                .<Lecture<Civilite>>map(Lecture.Lue::new)
                .orElseGet(() -> Lecture.refusee("identifiant.civilite.inconnue"));
    }

    public String libelle() {
        return libelle;
    }

    @Override
    public String toString() {
        return libelle;
    }

    private static Optional<Civilite> parNom(String nom) {
        return Arrays.stream(values()).filter(c -> c.name().equals(nom)).findFirst();
    }
}
