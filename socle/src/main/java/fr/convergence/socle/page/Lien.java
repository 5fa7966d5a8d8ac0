package fr.convergence.socle.page;

/**
 * Un lien de navigation.
 *
 * @param texte ce qui se lit, déjà dans la langue du lecteur
 * @param vers chemin sur ce site
 * @param courant vrai pour la page où l'on est
 */
public record Lien(String texte, String vers, boolean courant) {

    public Lien(String texte, String vers) {
        this(texte, vers, false);
    }
}
