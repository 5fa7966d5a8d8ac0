package fr.convergence.socle.personne;

import fr.convergence.socle.acces.PersonneConnectee;
import fr.convergence.socle.authentification.Appareils;
import fr.convergence.socle.courriel.Courriels;
import fr.convergence.socle.journal.Journal;
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

    private final Personnes personnes;
    private final Sessions sessions;
    private final Appareils appareils;
    private final Courriels courriels;
    private final Journal journal;

    DesactiverCompte(
            Personnes personnes, Sessions sessions, Appareils appareils, Courriels courriels, Journal journal) {
        this.personnes = personnes;
        this.sessions = sessions;
        this.appareils = appareils;
        this.courriels = courriels;
        this.journal = journal;
    }

    /** Faux si le compte n'était pas actif, ou si c'est celui de l'opérateur lui-même. */
    @Transactional
    public boolean executer(UUID compte, PersonneConnectee operateur) {
        if (compte.equals(operateur.compte()) || !personnes.desactiver(compte)) {
            return false;
        }
        tracer(compte, operateur, new CompteDesactive(), "compte/desactive");
        appareils.oublierTous(compte);
        sessions.terminerToutes(compte);
        return true;
    }

    /** Faux si le compte n'était pas désactivé. */
    @Transactional
    public boolean annuler(UUID compte, PersonneConnectee operateur) {
        if (!personnes.reactiver(compte)) {
            return false;
        }
        tracer(compte, operateur, new CompteReactive(), "compte/reactive");
        return true;
    }

    private void tracer(UUID compte, PersonneConnectee operateur, ActeDePersonne acte, String courriel) {
        journal.ecrire(ActeDePersonne.chaine(compte), operateur.getName(), acte);
        var titulaire = personnes.titulaire(compte).orElseThrow();
        courriels.ecrire(courriel, titulaire.courriel().valeur(), Map.of("prenom", titulaire.prenom()));
    }
}
