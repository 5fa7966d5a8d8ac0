package fr.convergence.isc.demande;

import java.util.Locale;

/** Une information qu'une demande donne ou change. L'ordre est celui des pages. */
public enum Donnee {
    NOM_UTILISATEUR,
    CIVILITE,
    PRENOM,
    NOM,
    COURRIEL,
    TELEPHONE,
    MOBILE,
    RAISON_SOCIALE,
    ADRESSE;

    /** Clé de son nom affiché. */
    public String cle() {
        return "demande.donnee." + name().toLowerCase(Locale.ROOT);
    }
}
