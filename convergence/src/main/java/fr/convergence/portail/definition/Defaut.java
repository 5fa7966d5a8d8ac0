package fr.convergence.portail.definition;

/** Ce qui empêche de publier un fichier de définition : où, et pourquoi. */
public record Defaut(String fichier, int ligne, String raison) {

    @Override
    public String toString() {
        return fichier + ", ligne " + ligne + " : " + raison;
    }
}
