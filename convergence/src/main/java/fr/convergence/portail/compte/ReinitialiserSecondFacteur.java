package fr.convergence.portail.compte;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acte.Sorte;
import fr.convergence.socle.authentification.Appareils;
import fr.convergence.socle.courriel.Courriels;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.personne.ActeDePersonne;
import fr.convergence.socle.session.Sessions;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** L'opérateur délie l'application d'authentification perdue par un membre ; la prochaine connexion en relie une autre. */
@Component
public class ReinitialiserSecondFacteur {

    private final Comptes comptes;
    private final Secrets secrets;
    private final Sessions sessions;
    private final Appareils appareils;
    private final Courriels courriels;
    private final Journal journal;
    private final ApplicationEventPublisher faits;

    ReinitialiserSecondFacteur(
            Comptes comptes,
            Secrets secrets,
            Sessions sessions,
            Appareils appareils,
            Courriels courriels,
            Journal journal,
            ApplicationEventPublisher faits) {
        this.comptes = comptes;
        this.secrets = secrets;
        this.sessions = sessions;
        this.appareils = appareils;
        this.courriels = courriels;
        this.journal = journal;
        this.faits = faits;
    }

    /** Faux si le compte n'est pas celui d'un autre membre de l'équipe, ou n'a pas de second facteur. */
    @Transactional
    public boolean executer(UUID compte, Connecte operateur) {
        var membre =
                comptes.titulaire(compte).filter(titulaire -> titulaire.role().equipe());
        if (membre.isEmpty() || compte.equals(operateur.compte()) || !secrets.delier(compte)) {
            return false;
        }
        journal.ecrire(Sorte.COMPTE.chaine(compte), operateur.getName(), new ActeDePersonne.SecondFacteurDelie());
        courriels.ecrire(
                "compte/second-facteur-delie",
                membre.get().courriel().valeur(),
                Map.of("prenom", membre.get().prenom()));
        faits.publishEvent(new SecondFacteurDelie(compte));
        appareils.oublierTous(compte);
        sessions.terminerToutes(compte);
        return true;
    }
}
