package fr.convergence.socle.connexion;

import fr.convergence.socle.acces.EntreeDuSite;
import fr.convergence.socle.acces.PersonneConnectee;
import fr.convergence.socle.cgu.Cgu;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.personne.ActeDePersonne;
import fr.convergence.socle.personne.ActeDePersonne.Connexion;
import fr.convergence.socle.personne.ActeDePersonne.Moyen;
import fr.convergence.socle.personne.Personne;
import fr.convergence.socle.personne.Personnes;
import fr.convergence.socle.session.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** L'identité est prouvée, par deux facteurs ou par une clé d'accès : ouvre une session neuve, et ramène où l'on allait. */
@Component
public final class OuvrirSession {

    private static final String MOYEN = "connexion.moyen";

    private final Personnes personnes;
    private final SecurityContextRepository contextes;
    private final Cgu cgu;
    private final RetenirAppareil appareils;
    private final Journal journal;
    private final EntreeDuSite entree;
    private final Clock horloge;

    OuvrirSession(
            Personnes personnes,
            SecurityContextRepository contextes,
            Cgu cgu,
            RetenirAppareil appareils,
            Journal journal,
            EntreeDuSite entree,
            Clock horloge) {
        this.personnes = personnes;
        this.contextes = contextes;
        this.cgu = cgu;
        this.appareils = appareils;
        this.journal = journal;
        this.entree = entree;
        this.horloge = horloge;
    }

    /** @param moyen ce qui a prouvé l'identité, pour le journal */
    public Redirection executer(UUID id, Moyen moyen, HttpServletRequest requete, HttpServletResponse reponse) {
        return executer(id, moyen, false, requete, reponse);
    }

    /** @param dispenser vrai si le code ne doit plus être demandé sur ce navigateur */
    Redirection executer(
            UUID id, Moyen moyen, boolean dispenser, HttpServletRequest requete, HttpServletResponse reponse) {
        var compte = personnes.titulaire(id).filter(Personne::active);
        var retour = PageDemandee.de(requete);
        // Rien de ce que portait la session du visiteur (identifiant, jeton anti-rejeu, brouillons) ne passe au
        // titulaire.
        requete.getSession().invalidate();
        if (compte.isEmpty()) {
            // Désactivé entre les deux facteurs.
            return new Redirection("/connexion");
        }
        var connectee = entree.connectee(id, horloge.instant());
        connecter(connectee, requete, reponse);
        appareils.executer(compte.get(), dispenser, requete, reponse);
        requete.getSession().setAttribute(MOYEN, moyen.name());
        journal.ecrire(ActeDePersonne.chaine(id), id.toString(), new Connexion(moyen));
        return new Redirection(retour.orElseGet(() -> espace(connectee)));
    }

    /** Ce qui a prouvé l'identité à l'ouverture de cette session. */
    public static Optional<Moyen> moyen(HttpSession session) {
        return session.getAttribute(MOYEN) instanceof String nom ? Optional.of(Moyen.valueOf(nom)) : Optional.empty();
    }

    /** Où va qui est connecté et ne demande rien. */
    public String espace(PersonneConnectee personne) {
        return entree.espace(personne);
    }

    private void connecter(PersonneConnectee personne, HttpServletRequest requete, HttpServletResponse reponse) {
        var contexte = SecurityContextHolder.createEmptyContext();
        contexte.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(personne, null, List.of()));
        SecurityContextHolder.setContext(contexte);
        var session = requete.getSession(true);
        session.setAttribute(Sessions.APPAREIL, NomDuNavigateur.decrire(requete.getHeader("User-Agent")));
        contextes.saveContext(contexte, requete, reponse);
        cgu.presenter(personne.compte(), session);
    }
}
