package fr.convergence.socle.courriel;

/** Ce qui empêche de prendre un modèle réécrit. */
public sealed interface Reproche {

    /** Une variable que l'acte ne donne pas. */
    record Inconnue(String nom) implements Reproche {}

    /** Des accolades qui ne nomment pas une variable. */
    record Illisible(String citation) implements Reproche {}

    /** Le code ou le lien sans lequel le courriel ne sert à rien. */
    record Perdu(String citation) implements Reproche {}
}
