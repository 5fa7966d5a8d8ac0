package fr.convergence.portail.tableaudebord;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.compte.ComptesDeTest;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.tableaudebord.CreerDossier.Creation;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import org.springframework.context.annotation.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Une référente et sa clinique, neuves, devant les guichets d'essai : chaque essai a la sienne. */
@Component
@Scope("prototype")
public final class UneReferente {

    private final CreerDossier creer;
    private final CleCandidat clinique;
    private final Compte compte;
    private final Connecte connectee;

    UneReferente(JdbcClient base, ComptesDeTest comptes, GuichetsPublies guichets, CreerDossier creer) {
        GuichetsDEssai.publier(guichets);
        this.creer = creer;
        this.clinique = EtablissementDEssai.nouveau(base);
        this.compte = comptes.referent(clinique);
        this.connectee = comptes.connecte(compte);
    }

    public CleCandidat clinique() {
        return clinique;
    }

    public Compte compte() {
        return compte;
    }

    public Connecte connectee() {
        return connectee;
    }

    /** Ouvre un dossier pour sa clinique. */
    public ReferenceDeDossier candidate(String guichet) {
        return ((Creation.Cree) creer.executer(connectee, guichet, clinique)).reference();
    }
}
