package fr.convergence.portail.registre;

/** Le fichier entier est refusé : rien de lui n'entre dans le registre. Le message est lu par l'opérateur. */
final class FichierRefuse extends Exception {

    private static final long serialVersionUID = 1L;

    FichierRefuse(String motif) {
        super(motif);
    }

    FichierRefuse(String fichier, long ligne, String motif) {
        super("%s, ligne %d : %s".formatted(fichier, ligne, motif));
    }

    String motif() {
        return String.valueOf(getMessage());
    }
}
