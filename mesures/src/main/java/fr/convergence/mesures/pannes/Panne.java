package fr.convergence.mesures.pannes;

/** Ce qui arrive à un service du dehors, vu de qui lui parle. */
enum Panne {
    AUCUNE("tout va"),
    REFUSE("refusé"),
    COUPE("coupé en plein échange"),
    LENTE("lent"),
    MUETTE("à demi ouvert"),
    CHARABIA("charabia"),
    /** Tout ce qui part arrive, mais la réponse à la fin d'un message ne revient pas : qui envoie ne peut pas savoir. */
    SANS_ACCUSE("coupé avant l'accusé de réception"),
    /** De même, la réponse n'ayant plus de sens. */
    ACCUSE_ALTERE("accusé de réception altéré"),
    /** Le service va, mais remet tout à plus tard (SMTP 451). */
    PLUS_TARD("qui remet à plus tard (451)"),
    /** Répond que tout va, sans avoir rien lu. */
    MENTEUSE("menteur");

    private final String nom;

    Panne(String nom) {
        this.nom = nom;
    }

    String nom() {
        return nom;
    }
}
