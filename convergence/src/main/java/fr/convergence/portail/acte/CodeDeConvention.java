package fr.convergence.portail.acte;

/** Le nom stable de l'état d'une convention, en base et dans les textes ; aucun autre endroit du code ne l'écrit. */
public enum CodeDeConvention {
    A_ENVOYER,
    ENVOYEE,
    SIGNEE,
    REFUSEE,
    EXPIREE,
    REMPLACEE;

    /** Tel qu'une requête l'écrit, quand un index partiel veut une constante et non un paramètre. */
    public String sql() {
        return "'" + name() + "'";
    }
}
