package fr.convergence.parcours;

/** Une page à 1280 et à 375 pixels, contrôlée et montrée à chaque largeur. */
final class DeuxEcrans {

    private DeuxEcrans() {}

    /** La première de sa sorte dans un parcours. */
    static void controler(Navigateur chez, String nom) {
        passer(chez, nom, chez::controler);
    }

    /** La même page dans un autre état : axe la relit à une largeur, ce que l'autre change est contrôlé. */
    static void revoir(Navigateur chez, String nom) {
        passer(chez, nom, chez::tenir);
    }

    private static void passer(Navigateur chez, String nom, Runnable etroite) {
        chez.controler();
        chez.capturer(nom);
        chez.elargir(375);
        etroite.run();
        chez.capturer(nom + "-telephone");
        chez.elargir(1280);
    }
}
