package fr.convergence.socle.personne;

import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.identifiant.Lecture;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Un nom d'utilisateur : sans arobase, il ne se confond pas avec une adresse électronique. */
public record NomUtilisateur(String valeur) {

    private static final int MIN = 3;
    private static final int MAX = 50;
    private static final Pattern FORME = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?");

    public NomUtilisateur {
        if (valeur.length() < MIN
                || valeur.length() > MAX
                || !FORME.matcher(valeur).matches()) {
            throw new IllegalArgumentException("Pas un nom d’utilisateur");
        }
    }

    public static Lecture<NomUtilisateur> lire(@Nullable String saisie) {
        var texte = FormeNormale.nom(saisie);
        if (texte.isEmpty()) {
            return Lecture.refusee("identifiant.vide");
        }
        if (texte.length() < MIN || texte.length() > MAX) {
            return Lecture.refusee("personne.nom-utilisateur.longueur", MIN, MAX);
        }
        return FORME.matcher(texte).matches()
                ? new Lecture.Lue<>(new NomUtilisateur(texte))
                : Lecture.refusee("personne.nom-utilisateur.forme");
    }

    /** Deux noms de même clé sont le même : la casse ne distingue personne. */
    public String cle() {
        return valeur.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return valeur;
    }
}
