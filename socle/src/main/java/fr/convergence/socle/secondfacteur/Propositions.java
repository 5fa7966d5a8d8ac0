package fr.convergence.socle.secondfacteur;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fr.convergence.socle.authentification.CodeQr;
import fr.convergence.socle.authentification.CodesTotp;
import fr.convergence.socle.chiffrement.Coffre;
import fr.convergence.socle.page.Marque;
import fr.convergence.socle.page.Textes;
import fr.convergence.socle.personne.Personnes;
import fr.convergence.socle.personne.Secrets;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Le secret proposé à qui relie une application, gardé scellé dans sa session tant qu'un code ne l'a pas confirmé : une page
 * rechargée, ou un second onglet, montrent le même.
 */
@Component
final class Propositions {

    /**
     * @param scelle le secret
     * @param reliee ce qui était relié alors : si cela change, la proposition ne vaut plus
     */
    record Proposition(byte[] scelle, byte @Nullable [] reliee, Instant le) implements Serializable {}

    private static final String ATTRIBUT = "secondfacteur.proposition/";
    private static final Duration VALIDITE = Duration.ofMinutes(30);

    private final CodesTotp totp;
    private final Secrets secrets;
    private final Personnes personnes;
    private final Coffre coffre;
    private final Marque marque;
    private final Textes textes;
    private final Clock horloge;

    Propositions(
            CodesTotp totp,
            Secrets secrets,
            Personnes personnes,
            Coffre coffre,
            Marque marque,
            Textes textes,
            Clock horloge) {
        this.totp = totp;
        this.secrets = secrets;
        this.personnes = personnes;
        this.coffre = coffre;
        this.marque = marque;
        this.textes = textes;
        this.horloge = horloge;
    }

    /** La proposition de cette session, ou une neuve si elle n'en a pas qui vaille encore. */
    ApplicationProposee proposer(UUID compte, HttpSession session) {
        return proposee(compte, session).orElseGet(() -> {
            var secret = totp.nouveauSecret().getBytes(US_ASCII);
            session.setAttribute(
                    ATTRIBUT + compte,
                    new Proposition(
                            coffre.sceller(secret, contexte(compte)),
                            secrets.applicationScellee(compte),
                            horloge.instant()));
            return proposee(compte, session).orElseThrow();
        });
    }

    /** Celle de cette session, sans en faire une. */
    Optional<ApplicationProposee> proposee(UUID compte, HttpSession session) {
        return lire(compte, session).map(proposition -> montrer(compte, secret(compte, proposition)));
    }

    Optional<Proposition> lire(UUID compte, HttpSession session) {
        return session.getAttribute(ATTRIBUT + compte) instanceof Proposition proposition
                        && horloge.instant().isBefore(proposition.le().plus(VALIDITE))
                ? Optional.of(proposition)
                : Optional.empty();
    }

    void oublier(UUID compte, HttpSession session) {
        session.removeAttribute(ATTRIBUT + compte);
    }

    String secret(UUID compte, Proposition proposition) {
        return new String(coffre.ouvrir(proposition.scelle(), contexte(compte)), US_ASCII);
    }

    private ApplicationProposee montrer(UUID compte, String secret) {
        var titulaire = personnes.titulaire(compte).orElseThrow();
        var adresse = totp.adresse(
                secret, marque.service(), titulaire.nomUtilisateur().valeur());
        return new ApplicationProposee(
                CodeQr.svg(adresse, textes.de("secondfacteur.qr")), ApplicationProposee.parQuatre(secret));
    }

    private static String contexte(UUID compte) {
        return "secondfacteur-proposition/" + compte;
    }
}
