package fr.convergence.socle.personne;

import fr.convergence.socle.acces.PersonneConnectee;
import fr.convergence.socle.authentification.Appareils;
import fr.convergence.socle.courriel.Courriels;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.session.Sessions;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** L'opérateur délie l'application d'authentification perdue par quelqu’un, avec ses codes de secours ; qui doit un facteur fort en relie une autre. */
@Component
public class ReinitialiserSecondFacteur {

    private final Personnes personnes;
    private final Secrets secrets;
    private final Sessions sessions;
    private final Appareils appareils;
    private final Courriels courriels;
    private final Journal journal;
    private final ApplicationEventPublisher faits;

    ReinitialiserSecondFacteur(
            Personnes personnes,
            Secrets secrets,
            Sessions sessions,
            Appareils appareils,
            Courriels courriels,
            Journal journal,
            ApplicationEventPublisher faits) {
        this.personnes = personnes;
        this.secrets = secrets;
        this.sessions = sessions;
        this.appareils = appareils;
        this.courriels = courriels;
        this.journal = journal;
        this.faits = faits;
    }

    /** Faux si le compte est le sien, ou n'a pas d'application. */
    @Transactional
    public boolean executer(UUID compte, PersonneConnectee operateur) {
        var titulaire = personnes.titulaire(compte);
        if (titulaire.isEmpty() || compte.equals(operateur.compte()) || !secrets.delier(compte)) {
            return false;
        }
        journal.ecrire(ActeDePersonne.chaine(compte), operateur.getName(), new ActeDePersonne.SecondFacteurDelie());
        courriels.ecrire(
                "compte/second-facteur-delie",
                titulaire.get().courriel().valeur(),
                Map.of("prenom", titulaire.get().prenom()));
        faits.publishEvent(new SecondFacteurDelie(compte));
        appareils.oublierTous(compte);
        sessions.terminerToutes(compte);
        return true;
    }
}
