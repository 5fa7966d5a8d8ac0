package fr.convergence.portail.referentiel;

import fr.convergence.portail.registre.HistoriqueDesImports.Issue;
import fr.convergence.socle.page.Etiquette.Ton;

/** Où en est un import, les mêmes mots partout. */
public enum EtatDImport {
    VERIFICATION("referentiel.etat.verification", Ton.INFORMATION),
    IMPORTATION("referentiel.etat.importation", Ton.INFORMATION),
    A_CONFIRMER("referentiel.etat.a-confirmer", Ton.ATTENTION),
    IMPORTE("referentiel.etat.importe", Ton.SUCCES),
    REFUSE("referentiel.etat.refuse", Ton.ERREUR),
    ABANDONNE("referentiel.etat.abandonne", Ton.NEUTRE);

    private final String cle;
    private final Ton ton;

    EtatDImport(String cle, Ton ton) {
        this.cle = cle;
        this.ton = ton;
    }

    public String cle() {
        return cle;
    }

    public Ton ton() {
        return ton;
    }

    /** Un envoi dont un travail reste à faire. */
    static EtatDImport de(EnvoiDuRegistre envoi) {
        return envoi.etat() == EnvoiDuRegistre.Etat.A_IMPORTER ? IMPORTATION : VERIFICATION;
    }

    static EtatDImport de(Issue issue) {
        return switch (issue) {
            case EN_COURS -> IMPORTATION;
            case IMPORTE -> IMPORTE;
            case A_CONFIRMER -> A_CONFIRMER;
            case REFUSE -> REFUSE;
            case ABANDONNE -> ABANDONNE;
        };
    }
}
