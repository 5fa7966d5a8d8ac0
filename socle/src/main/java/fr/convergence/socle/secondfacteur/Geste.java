package fr.convergence.socle.secondfacteur;

/** Ce qu'on ne fait de son second facteur qu'en redonnant son mot de passe. */
public enum Geste {
    RELIER("relier"),
    RETIRER("retrait"),
    CODES("codes");

    private final String chemin;

    Geste(String chemin) {
        this.chemin = chemin;
    }

    public String chemin() {
        return SecondFacteurController.CHEMIN + "/" + chemin;
    }

    /** Son nom ; suivi de « .quoi », ce qui s'ensuit. */
    public String cle() {
        return "secondfacteur." + chemin;
    }
}
