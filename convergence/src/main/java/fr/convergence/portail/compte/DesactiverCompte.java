package fr.convergence.portail.compte;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acte.Sorte;
import fr.convergence.socle.authentification.Appareils;
import fr.convergence.socle.courriel.Courriels;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.personne.ActeDePersonne;
import fr.convergence.socle.personne.ActeDePersonne.CompteDesactive;
import fr.convergence.socle.personne.ActeDePersonne.CompteReactive;
import fr.convergence.socle.session.Sessions;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** L'opérateur ferme un compte, ou le rouvre. Les sessions ouvertes finissent sur-le-champ. */
@Component
public class DesactiverCompte {

    private final Comptes comptes;
    private final Sessions sessions;
    private final Appareils appareils;
    private final Courriels courriels;
    private final Journal journal;

    DesactiverCompte(Comptes comptes, Sessions sessions, Appareils appareils, Courriels courriels, Journal journal) {
        this.comptes = comptes;
        this.sessions = sessions;
        this.appareils = appareils;
        this.courriels = courriels;
        this.journal = journal;
    }

    /** Faux si le compte n'était pas actif, ou si c'est celui de l'opérateur lui-même. */
    @Transactional
    public boolean executer(UUID compte, Connecte operateur) {
        if (compte.equals(operateur.compte()) || !comptes.desactiver(compte)) {
            return false;
        }
        tracer(compte, operateur, new CompteDesactive(), "compte/desactive");
        appareils.oublierTous(compte);
        sessions.terminerToutes(compte);
        return true;
    }

    /** Faux si le compte n'était pas désactivé. */
    @Transactional
    public boolean annuler(UUID compte, Connecte operateur) {
        if (!comptes.reactiver(compte)) {
            return false;
        }
        tracer(compte, operateur, new CompteReactive(), "compte/reactive");
        return true;
    }

    private void tracer(UUID compte, Connecte operateur, ActeDePersonne acte, String courriel) {
        journal.ecrire(Sorte.COMPTE.chaine(compte), operateur.getName(), acte);
        var titulaire = comptes.titulaire(compte).orElseThrow();
        courriels.ecrire(courriel, titulaire.courriel().valeur(), Map.of("prenom", titulaire.prenom()));
    }
}
