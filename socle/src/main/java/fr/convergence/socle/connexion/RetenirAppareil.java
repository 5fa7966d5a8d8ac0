package fr.convergence.socle.connexion;

import fr.convergence.socle.acces.EntreeDuSite;
import fr.convergence.socle.authentification.Appareils;
import fr.convergence.socle.authentification.CookieDAppareil;
import fr.convergence.socle.courriel.Courriels;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.personne.ActeDePersonne;
import fr.convergence.socle.personne.ActeDePersonne.CodeDispense;
import fr.convergence.socle.personne.Personne;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Retient le navigateur d'où un compte se connecte et, si le titulaire l'a demandé, n'y demande plus de code (CNX-5). */
@Component
class RetenirAppareil {

    private final Appareils appareils;
    private final CookieDAppareil cookie;
    private final Courriels courriels;
    private final Journal journal;
    private final EntreeDuSite entree;

    RetenirAppareil(
            Appareils appareils, CookieDAppareil cookie, Courriels courriels, Journal journal, EntreeDuSite entree) {
        this.appareils = appareils;
        this.cookie = cookie;
        this.courriels = courriels;
        this.journal = journal;
        this.entree = entree;
    }

    /** @param dispenser vrai si le code ne doit plus y être demandé ; qui doit un facteur fort n'en est jamais dispensé */
    @Transactional
    void executer(Personne compte, boolean dispenser, HttpServletRequest requete, HttpServletResponse reponse) {
        var dispense = dispenser && !entree.exigeUnFacteurFort(compte.id());
        var connu = cookie.lire(requete);
        // Qui a pu copier l'ancien secret, quand il n'ouvrait rien, n'en tire rien maintenant.
        var secret = Appareils.secret(connu) && !dispense ? connu : appareils.nouveau();
        appareils.retenir(compte.id(), secret);
        cookie.poser(requete, reponse, secret);
        if (dispense) {
            var nom = NomDuNavigateur.decrire(requete.getHeader("User-Agent"));
            appareils.dispenser(compte.id(), secret, nom);
            journal.ecrire(ActeDePersonne.chaine(compte.id()), compte.id().toString(), new CodeDispense(nom));
            courriels.ecrire(
                    "connexion/appareil-dispense",
                    compte.courriel().valeur(),
                    Map.of("prenom", compte.prenom(), "appareil", nom));
        }
    }
}
