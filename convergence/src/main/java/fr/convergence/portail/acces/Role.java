package fr.convergence.portail.acces;

/** Ce que l'on est sur le portail ; les libellés se lisent dans {@code acces.role.*}. */
public enum Role {
    REFERENT,
    ARS,
    ANS,
    OPERATEUR;

    /** L'équipe se connecte sur sa propre page, avec un second facteur matériel. */
    public boolean equipe() {
        return this != REFERENT;
    }

    /** Où travaille ce rôle : c'est là que mène une connexion qui n'allait nulle part. */
    public String espace() {
        return switch (this) {
            case REFERENT -> "/tableau-de-bord";
            case ARS, ANS -> "/instruction";
            case OPERATEUR -> "/administration";
        };
    }

    public String cle() {
        return "acces.role." + name().toLowerCase();
    }
}
