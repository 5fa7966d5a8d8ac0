package fr.convergence.socle.connexion;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fr.convergence.socle.authentification.CodesTotp;
import fr.convergence.socle.chiffrement.Coffre;
import fr.convergence.socle.courriel.Courriels;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.personne.ActeDePersonne;
import fr.convergence.socle.personne.ActeDePersonne.SecondFacteurLie;
import fr.convergence.socle.personne.Personnes;
import fr.convergence.socle.personne.Secrets;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Relie une application d'authentification à un compte de l'équipe, une fois son adresse électronique prouvée. */
@Component
class RelierApplication {

    private static final String PROPOSE = "connexion.secret-propose";

    private final CodesTotp totp;
    private final Secrets secrets;
    private final Personnes personnes;
    private final Coffre coffre;
    private final Courriels courriels;
    private final Journal journal;

    RelierApplication(
            CodesTotp totp, Secrets secrets, Personnes personnes, Coffre coffre, Courriels courriels, Journal journal) {
        this.totp = totp;
        this.secrets = secrets;
        this.personnes = personnes;
        this.coffre = coffre;
        this.courriels = courriels;
        this.journal = journal;
    }

    /** Le secret proposé à cette tentative, en base 32 ; une page rechargée montre le même. */
    String secret(Tentative tentative, HttpSession session) {
        var contexte = "connexion-secret/" + tentative.id();
        if (session.getAttribute(PROPOSE + tentative.id()) instanceof byte[] scelle) {
            return new String(coffre.ouvrir(scelle, contexte), US_ASCII);
        }
        var secret = totp.nouveauSecret();
        session.setAttribute(PROPOSE + tentative.id(), coffre.sceller(secret.getBytes(US_ASCII), contexte));
        return secret;
    }

    /** L'adresse que lit l'application, à montrer en code QR. */
    String adresse(Tentative tentative, String secret, String service) {
        var compte = personnes.titulaire(tentative.compte()).orElseThrow();
        return totp.adresse(secret, service, compte.nomUtilisateur().valeur());
    }

    /** Relie l'application si ce code montre qu'elle tient le secret proposé. */
    @Transactional
    boolean executer(Tentative tentative, String secret, String code) {
        var pas = totp.verifier(secret, code, CodesTotp.AUCUN_PAS);
        if (pas.isEmpty()) {
            return false;
        }
        var compte = personnes.titulaire(tentative.compte()).orElseThrow();
        secrets.lier(compte.id(), secret, pas.getAsLong());
        journal.ecrire(ActeDePersonne.chaine(compte.id()), compte.id().toString(), new SecondFacteurLie());
        courriels.ecrire("connexion/application-reliee", compte.courriel().valeur(), Map.of("prenom", compte.prenom()));
        return true;
    }
}
