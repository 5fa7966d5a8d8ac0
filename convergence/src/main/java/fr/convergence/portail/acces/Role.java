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

    public String cle() {
        return "acces.role." + name().toLowerCase();
    }
}
