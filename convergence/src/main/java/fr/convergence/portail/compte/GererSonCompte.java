package fr.convergence.portail.compte;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acte.ActeDuCompte.EtablissementAjoute;
import fr.convergence.portail.acte.ActeDuCompte.EtablissementRetire;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.socle.authentification.Appareils;
import fr.convergence.socle.courriel.Courriels;
import fr.convergence.socle.identifiant.Civilite;
import fr.convergence.socle.identifiant.Finess;
import fr.convergence.socle.identifiant.Telephone;
import fr.convergence.socle.journal.Inscrit;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.personne.ActeDePersonne;
import fr.convergence.socle.personne.ActeDePersonne.CompteSupprime;
import fr.convergence.socle.personne.ActeDePersonne.InformationsCorrigees;
import fr.convergence.socle.personne.Personnes;
import fr.convergence.socle.session.Sessions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ce qu'un titulaire fait de son compte (ETB-1, CPT-1). */
@Component
public class GererSonCompte {

    /** Ce que répond un retrait d'établissement ou une suppression de compte. */
    public enum Depart {
        FAIT,
        /** Un dossier vivant en dépend : il se transfère d'abord. */
        DOSSIER_VIVANT,
        /** Rien à retirer : déjà fait, ou dernier établissement du compte. */
        IMPOSSIBLE
    }

    private final Personnes personnes;
    private final EtablissementsDuCompte etablissements;
    private final ObjectProvider<DossiersVivants> dossiers;
    private final Sessions sessions;
    private final Appareils appareils;
    private final Courriels courriels;
    private final Journal journal;

    GererSonCompte(
            Personnes personnes,
            EtablissementsDuCompte etablissements,
            ObjectProvider<DossiersVivants> dossiers,
            Sessions sessions,
            Appareils appareils,
            Courriels courriels,
            Journal journal) {
        this.personnes = personnes;
        this.etablissements = etablissements;
        this.dossiers = dossiers;
        this.sessions = sessions;
        this.appareils = appareils;
        this.courriels = courriels;
        this.journal = journal;
    }

    @Transactional
    public void corriger(Connecte qui, Civilite civilite, String nom, String prenom, @Nullable Telephone telephone) {
        personnes.corriger(qui.compte(), civilite, nom, prenom, telephone);
        tracer(qui.compte(), new InformationsCorrigees());
    }

    @Transactional
    public void ajouter(Connecte qui, CleCandidat candidat, List<Finess> entites) {
        etablissements.ajouter(qui.compte(), candidat, entites);
        tracer(qui.compte(), new EtablissementAjoute(candidat.toString()));
    }

    @Transactional
    public Depart retirer(Connecte qui, CleCandidat candidat) {
        if (dossiers.stream().anyMatch(vivants -> vivants.de(qui.compte(), candidat))) {
            return Depart.DOSSIER_VIVANT;
        }
        if (etablissements.de(qui.compte()).size() < 2 || !etablissements.retirer(qui.compte(), candidat)) {
            return Depart.IMPOSSIBLE;
        }
        tracer(qui.compte(), new EtablissementRetire(candidat.toString()));
        return Depart.FAIT;
    }

    /** Efface le compte : ses données personnelles disparaissent, ses sessions finissent. */
    @Transactional
    public Depart supprimer(Connecte qui) {
        if (dossiers.stream().anyMatch(vivants -> vivants.de(qui.compte()))) {
            return Depart.DOSSIER_VIVANT;
        }
        var titulaire = personnes.titulaire(qui.compte()).orElseThrow();
        if (titulaire.equipe() || !personnes.anonymiser(qui.compte())) {
            return Depart.IMPOSSIBLE;
        }
        courriels.ecrire("compte/supprime", titulaire.courriel().valeur(), Map.of("prenom", titulaire.prenom()));
        etablissements.toutRetirer(qui.compte());
        tracer(qui.compte(), new CompteSupprime());
        appareils.oublierTous(qui.compte());
        sessions.terminerToutes(qui.compte());
        return Depart.FAIT;
    }

    private void tracer(UUID compte, Inscrit acte) {
        journal.ecrire(ActeDePersonne.chaine(compte), compte.toString(), acte);
    }
}
