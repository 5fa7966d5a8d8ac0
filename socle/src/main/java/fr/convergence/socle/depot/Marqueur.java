package fr.convergence.socle.depot;

/** Ce qu'un dépôt porte, à côté de ses objets, pour se reconnaître : chacun nomme un site par son identifiant. */
enum Marqueur {
    /** Le dépôt d'un site : un point de montage vide n'en porte pas. */
    SITE(".depot-convergence"),

    /** La copie du dépôt d'un site. */
    COPIE(".copie-convergence"),

    /** Le dépôt qu'un site est en train de quitter : plus rien ne s'y écrit, ses derniers objets en partent. */
    DEPART(".depart-convergence");

    private final String nom;

    Marqueur(String nom) {
        this.nom = nom;
    }

    String nom() {
        return nom;
    }
}
