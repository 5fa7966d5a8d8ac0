package fr.convergence.isc.deconnexion;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.convergence.isc.acces.Membre;
import fr.convergence.socle.chiffrement.Empreintes;
import fr.convergence.socle.chiffrement.Sceau;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * La session d'ici, sous le nom (sid) que les services en connaissent. Qui se reconnecte à la demande d'un service la continue :
 * une empreinte portée par l'adresse de retour dit laquelle, de qui, et depuis quand une connexion y suffit.
 */
@Component
public final class SessionDesServices {

    /** Le paramètre qui revient de la page de connexion. */
    public static final String RECONNEXION = "reconnexion";

    private static final String ATTRIBUT = "deconnexion.session";
    private static final Base64.Encoder ECRITURE = Base64.getUrlEncoder().withoutPadding();

    private final Empreintes empreintes;
    private final Sceau sceau;
    private final Clock horloge;

    SessionDesServices(@Qualifier("empreintesDesJetons") Empreintes empreintes, Sceau sceau, Clock horloge) {
        this.empreintes = empreintes;
        this.sceau = sceau;
        this.horloge = horloge;
    }

    /** Ce que dit une reconnexion : la session continuée, de quel compte, et l'instant après lequel se connecter. */
    private record Reprise(String session, String compte, Instant depuis) {

        String texte() {
            return session + "." + compte + "." + depuis.toEpochMilli();
        }
    }

    public String nom(HttpSession session) {
        return session.getAttribute(ATTRIBUT) instanceof String continuee
                ? continuee
                : ECRITURE.encodeToString(empreintes.de("deconnexion/session/" + session.getId()));
    }

    /**
     * À joindre à la demande avant d'envoyer la personne se reconnecter.
     *
     * @param demande ce qui la distingue de toute autre : elle seule en sera satisfaite
     */
    public String reconnecter(Membre qui, HttpSession session, String demande) {
        var texte = new Reprise(nom(session), qui.compte().toString(), horloge.instant()).texte();
        return texte + "." + ECRITURE.encodeToString(sceau.hmac(dit(texte, demande)));
    }

    /** Vrai si la personne s'est connectée depuis qu'on le lui a demandé ; sa session continue alors celle d'avant. */
    public boolean reconnectee(Membre qui, HttpServletRequest requete, String demande) {
        return Optional.ofNullable(requete.getParameter(RECONNEXION))
                .flatMap(ecrite -> lire(ecrite, demande))
                .filter(reprise -> !qui.depuis().isBefore(reprise.depuis()))
                .map(reprise -> {
                    if (reprise.compte().equals(qui.compte().toString())) {
                        requete.getSession().setAttribute(ATTRIBUT, reprise.session());
                    }
                    return true;
                })
                .orElse(false);
    }

    private Optional<Reprise> lire(String ecrite, String demande) {
        var parties = ecrite.split("\\.");
        if (parties.length != 4) {
            return Optional.empty();
        }
        var texte = String.join(".", parties[0], parties[1], parties[2]);
        try {
            return sceau.verifier(Base64.getUrlDecoder().decode(parties[3]), dit(texte, demande))
                    ? Optional.of(new Reprise(parties[0], parties[1], Instant.ofEpochMilli(Long.parseLong(parties[2]))))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static byte[] dit(String texte, String demande) {
        return ("deconnexion/reconnexion/" + texte + "/" + demande).getBytes(UTF_8);
    }
}
