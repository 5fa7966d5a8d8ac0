package fr.convergence.isc.federation;

/** Les adresses du fournisseur ; la découverte les publie. */
final class Adresses {

    static final String AUTORISATION = "/federation/autorisation";
    static final String SUITE = "/federation/suite";
    static final String CONSENTEMENT = "/federation/consentement";
    static final String DEMANDES = "/federation/demandes";
    static final String JETONS = "/federation/jetons";
    static final String EXAMEN = "/federation/examen";
    static final String REVOCATION = "/federation/revocation";
    static final String CLES = "/federation/cles";
    static final String IDENTITE = "/federation/identite";
    static final String DECONNEXION = "/federation/deconnexion";

    private Adresses() {}
}
