package fr.convergence.socle.secondfacteur;

import fr.convergence.socle.authentification.Appareils;
import fr.convergence.socle.authentification.CodesTotp;
import fr.convergence.socle.courriel.Courriels;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.personne.ActeDePersonne;
import fr.convergence.socle.personne.ActeDePersonne.SecondFacteurLie;
import fr.convergence.socle.personne.Personnes;
import fr.convergence.socle.personne.Secrets;
import fr.convergence.socle.secondfacteur.Propositions.Proposition;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Relie l'application proposée à cette session, une fois qu'un de ses codes montre qu'elle en tient le secret. */
@Component
public class RelierApplication {

    /** Ce que vaut le code saisi. */
    public enum Issue {
        RELIEE,
        CODE_FAUX,
        /** La proposition a expiré, ou une autre application a été reliée entre-temps. */
        DEPASSEE
    }

    private final Propositions propositions;
    private final CodesTotp totp;
    private final Secrets secrets;
    private final Personnes personnes;
    private final Appareils appareils;
    private final Courriels courriels;
    private final Journal journal;

    RelierApplication(
            Propositions propositions,
            CodesTotp totp,
            Secrets secrets,
            Personnes personnes,
            Appareils appareils,
            Courriels courriels,
            Journal journal) {
        this.propositions = propositions;
        this.totp = totp;
        this.secrets = secrets;
        this.personnes = personnes;
        this.appareils = appareils;
        this.courriels = courriels;
        this.journal = journal;
    }

    /** L'application à relier dans cette session : la même tant qu'elle vaut. */
    public ApplicationProposee proposer(UUID compte, HttpSession session) {
        return propositions.proposer(compte, session);
    }

    /**
     * La première, à la connexion : le mot de passe et un courriel ne remplacent jamais une application déjà reliée, pas même si
     * elle l'a été depuis le début de cette connexion.
     */
    @Transactional
    public Issue premiere(UUID compte, HttpSession session, String code) {
        return propositions
                .lire(compte, session)
                .filter(proposition -> proposition.reliee() == null)
                .map(proposition -> relier(compte, proposition, session, code))
                .orElse(Issue.DEPASSEE);
    }

    /** Celle-ci, à la place de celle qui était reliée s'il y en avait une : l'appelant a redemandé le mot de passe à qui est connecté. */
    @Transactional
    public Issue executer(UUID compte, HttpSession session, String code) {
        return propositions
                .lire(compte, session)
                .map(proposition -> relier(compte, proposition, session, code))
                .orElse(Issue.DEPASSEE);
    }

    private Issue relier(UUID compte, Proposition proposition, HttpSession session, String code) {
        var secret = propositions.secret(compte, proposition);
        var pas = totp.verifier(secret, code, CodesTotp.AUCUN_PAS);
        if (pas.isEmpty()) {
            return Issue.CODE_FAUX;
        }
        propositions.oublier(compte, session);
        if (!secrets.remplacer(compte, proposition.reliee(), secret, pas.getAsLong())) {
            return Issue.DEPASSEE;
        }
        // Aucun appareil n'en est dispensé : c'est pour entrer partout avec elle qu'on la relie.
        appareils.leverLesDispenses(compte);
        var titulaire = personnes.titulaire(compte).orElseThrow();
        journal.ecrire(ActeDePersonne.chaine(compte), compte.toString(), new SecondFacteurLie());
        courriels.ecrire(
                "connexion/application-reliee", titulaire.courriel().valeur(), Map.of("prenom", titulaire.prenom()));
        return Issue.RELIEE;
    }
}
