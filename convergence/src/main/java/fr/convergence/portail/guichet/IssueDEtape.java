package fr.convergence.portail.guichet;

import java.util.Locale;

/** Ce qu'une condition d'ouverture regarde d'une autre étape : « etape.candidature.acceptee ». */
public enum IssueDEtape {
    TRANSMISE,
    ACCEPTEE,
    REFUSEE;

    /** Le mot des conditions. */
    public String de(String etape) {
        return "etape." + etape + "." + name().toLowerCase(Locale.ROOT);
    }
}
