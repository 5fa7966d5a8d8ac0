package fr.convergence.isc.rattachement;

import fr.convergence.isc.acces.Fonction;

/** Les deux rôles qui se demandent à une entreprise, tels que les adresses les nomment. */
public enum RoleDemande {
    REPRESENTANT("representant", Fonction.REPRESENTANT),
    SALARIE("salarie", Fonction.SALARIE);

    private final String chemin;
    private final Fonction fonction;

    RoleDemande(String chemin, Fonction fonction) {
        this.chemin = chemin;
        this.fonction = fonction;
    }

    static RoleDemande de(String chemin) {
        return REPRESENTANT.chemin.equals(chemin) ? REPRESENTANT : SALARIE;
    }

    public Fonction fonction() {
        return fonction;
    }

    /** Le début de ses adresses. */
    public String adresse() {
        return "/inscription/" + chemin;
    }

    /** Clé du titre de ses pages. */
    public String titre() {
        return "rattachement.titre." + chemin;
    }
}
