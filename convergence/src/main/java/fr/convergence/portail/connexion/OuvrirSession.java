package fr.convergence.portail.connexion;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acte.Sorte;
import fr.convergence.portail.cgu.Cgu;
import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.compte.Comptes;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.personne.ActeDePersonne.Connexion;
import fr.convergence.socle.personne.ActeDePersonne.Moyen;
import fr.convergence.socle.session.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** L'identité est prouvée, par deux facteurs ou par une clé d'accès : ouvre une session neuve, et ramène où l'on allait. */
@Component
public final class OuvrirSession {

    private final Comptes comptes;
    private final SecurityContextRepository contextes;
    private final Cgu cgu;
    private final RetenirAppareil appareils;
    private final Journal journal;
    private final Clock horloge;

    OuvrirSession(
            Comptes comptes,
            SecurityContextRepository contextes,
            Cgu cgu,
            RetenirAppareil appareils,
            Journal journal,
            Clock horloge) {
        this.comptes = comptes;
        this.contextes = contextes;
        this.cgu = cgu;
        this.appareils = appareils;
        this.journal = journal;
        this.horloge = horloge;
    }

    /** @param moyen ce qui a prouvé l'identité, pour le journal */
    public Redirection executer(UUID id, Moyen moyen, HttpServletRequest requete, HttpServletResponse reponse) {
        return executer(id, moyen, false, requete, reponse);
    }

    /** @param dispenser vrai si le code ne doit plus être demandé sur ce navigateur */
    Redirection executer(
            UUID id, Moyen moyen, boolean dispenser, HttpServletRequest requete, HttpServletResponse reponse) {
        var compte = comptes.titulaire(id).filter(Compte::actif);
        var retour = PageDemandee.de(requete);
        // Rien de ce que portait la session du visiteur (identifiant, jeton anti-rejeu, brouillons) ne passe au
        // titulaire.
        requete.getSession().invalidate();
        if (compte.isEmpty()) {
            // Désactivé entre les deux facteurs.
            return new Redirection("/connexion");
        }
        connecter(compte.get(), moyen, dispenser, requete, reponse);
        return new Redirection(retour.orElseGet(() -> compte.get().role().espace()));
    }

    private void connecter(
            Compte compte, Moyen moyen, boolean dispenser, HttpServletRequest requete, HttpServletResponse reponse) {
        var connecte =
                new Connecte(compte.id(), compte.role(), compte.nomComplet(), compte.perimetre(), horloge.instant());
        var contexte = SecurityContextHolder.createEmptyContext();
        contexte.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(connecte, null, List.of()));
        SecurityContextHolder.setContext(contexte);
        var session = requete.getSession(true);
        session.setAttribute(Sessions.APPAREIL, NomDuNavigateur.decrire(requete.getHeader("User-Agent")));
        contextes.saveContext(contexte, requete, reponse);
        cgu.presenter(compte.id(), session);
        appareils.executer(compte, dispenser, requete, reponse);
        journal.ecrire(Sorte.COMPTE.chaine(compte.id()), compte.id().toString(), new Connexion(moyen));
    }
}
