package fr.convergence.socle.courriel;

/** Ce qui empêche de prendre un modèle réécrit. */
public sealed interface ReprocheDeModele {

    /** Une variable que l'acte ne donne pas. */
    record Inconnue(String nom) implements ReprocheDeModele {}

    /** Des accolades qui ne nomment pas une variable. */
    record Illisible(String citation) implements ReprocheDeModele {}

    /** Le code ou le lien sans lequel le courriel ne sert à rien. */
    record Perdu(String citation) implements ReprocheDeModele {}
}
