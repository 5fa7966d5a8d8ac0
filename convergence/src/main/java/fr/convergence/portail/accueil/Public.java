package fr.convergence.portail.accueil;

/** Ceux à qui l'accueil s'adresse, et où mènent leurs deux boutons (ACC-1). */
public enum Public {
    ETABLISSEMENT("/connexion", "/inscription"),
    ENTREPRISE("/connexion/entreprise", "/inscription/entreprise"),
    REGION("/connexion/equipe", "/inscription/region");

    private final String connexion;
    private final String inscription;

    Public(String connexion, String inscription) {
        this.connexion = connexion;
        this.inscription = inscription;
    }

    public String connexion() {
        return connexion;
    }

    public String inscription() {
        return inscription;
    }

    /** Clé de la question qui lui est posée. */
    public String cle() {
        return "accueil.public." + name().toLowerCase();
    }
}
