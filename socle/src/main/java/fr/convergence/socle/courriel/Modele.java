package fr.convergence.socle.courriel;

import fr.convergence.socle.site.Langue;

/**
 * Un modèle de courriel : objet et corps en Markdown, avec des variables {@code {{…}}} (Mustache, sans logique).
 *
 * @param nom « paquet/fichier », par exemple « connexion/code »
 */
public record Modele(String nom, String objet, String corps) {

    private static final String ENTETE = "Objet:";

    /** Celle où il est écrit : son nom le dit. */
    Langue langue() {
        return nom.endsWith(Langue.ANGLAIS.suffixe()) ? Langue.ANGLAIS : Langue.FRANCAIS;
    }

    /** Lit un fichier dont la première ligne est « Objet: … », suivie d'une ligne vide puis du corps. */
    static Modele lire(String nom, String texte) {
        var fin = texte.indexOf('\n');
        if (!texte.startsWith(ENTETE) || fin < 0) {
            throw new IllegalStateException("Le modèle « " + nom + " » doit commencer par « Objet: »");
        }
        return new Modele(
                nom,
                texte.substring(ENTETE.length(), fin).strip(),
                texte.substring(fin).strip());
    }
}
