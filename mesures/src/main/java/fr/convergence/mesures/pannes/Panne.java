package fr.convergence.mesures.pannes;

/** Ce qui arrive à un service du dehors, vu de qui lui parle. */
enum Panne {
    AUCUNE("tout va"),
    REFUSE("refusé"),
    COUPE("coupé en plein échange"),
    LENTE("lent"),
    MUETTE("à demi ouvert"),
    CHARABIA("charabia");

    private final String nom;

    Panne(String nom) {
        this.nom = nom;
    }

    String nom() {
        return nom;
    }
}
