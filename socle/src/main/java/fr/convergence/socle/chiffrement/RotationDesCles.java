package fr.convergence.socle.chiffrement;

import java.io.PrintStream;
import java.nio.file.Path;

/**
 * La rotation du trousseau, en commande d'exploitation : « preparer FICHIER » puis, quand tous les nœuds ont redémarré
 * avec le nouveau fichier, « promouvoir FICHIER ».
 */
final class RotationDesCles {

    private static final int REFUS = 1;
    private static final int MAUVAIS_USAGE = 2;

    private RotationDesCles() {}

    public static void main(String[] arguments) {
        System.exit(executer(arguments, System.out, System.err));
    }

    /** @return le code de sortie */
    static int executer(String[] arguments, PrintStream dit, PrintStream refuse) {
        if (arguments.length != 2) {
            refuse.println("Usage : preparer FICHIER, ou promouvoir FICHIER");
            return MAUVAIS_USAGE;
        }
        var fichier = Path.of(arguments[1]);
        try {
            var trousseau = Trousseau.charger(fichier);
            switch (arguments[0]) {
                case "preparer" -> {
                    if (trousseau.enRotation()) {
                        refuse.println("Une clé attend déjà d’écrire : « promouvoir », quand tous les nœuds l’ont.");
                        return REFUS;
                    }
                    trousseau.preparee().enregistrer(fichier);
                    dit.println("Une clé est ajoutée, que rien n’écrit encore. Sauvegardez le fichier, copiez-le sur"
                            + " tous les nœuds, redémarrez-les, puis « promouvoir ».");
                }
                case "promouvoir" -> {
                    if (!trousseau.enRotation()) {
                        refuse.println("Aucune clé n’attend d’écrire : « preparer » d’abord.");
                        return REFUS;
                    }
                    trousseau.promue().enregistrer(fichier);
                    dit.println("La dernière clé écrira. Sauvegardez le fichier, copiez-le, redémarrez les nœuds ;"
                            + " les anciennes clés y restent, elles lisent l’ancien.");
                }
                default -> {
                    refuse.println("Commande inconnue : " + arguments[0]);
                    return MAUVAIS_USAGE;
                }
            }
            return 0;
        } catch (RuntimeException e) {
            refuse.println(e.getMessage());
            return REFUS;
        }
    }
}
