package fr.convergence.portail.acte;

/**
 * Le nom stable de l'état d'une étape : en base, au journal, dans les adresses de filtre. Aucun autre endroit du code ne
 * l'écrit ; les migrations, qui ne changent plus, le répètent.
 */
public enum CodeDEtat {
    FERMEE,
    BROUILLON,
    EN_VERIFICATION,
    A_MODIFIER,
    ACCEPTEE,
    REFUSEE,
    CLOSE;

    /** Un vérificateur l'a-t-il déjà eue entre les mains ? */
    public boolean transmise() {
        return switch (this) {
            case FERMEE, BROUILLON, CLOSE -> false;
            case EN_VERIFICATION, A_MODIFIER, ACCEPTEE, REFUSEE -> true;
        };
    }

    /** Tel qu'une requête l'écrit, quand un index partiel veut une constante et non un paramètre. */
    public String sql() {
        return "'" + name() + "'";
    }
}
