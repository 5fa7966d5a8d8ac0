package fr.convergence.socle.acces;

import fr.convergence.socle.envoi.EnvoisUniques;
import fr.convergence.socle.envoi.EnvoisUniques.Acte;
import fr.convergence.socle.origine.PageDOrigine;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import fr.convergence.socle.session.SessionDeLaRequete;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/**
 * Un formulaire qui ouvre une session, ou la finit, et qu'un double clic envoie deux fois : le second mène là où le premier a
 * mené, dans la session qu'il a ouverte. Il part de la même session que lui, ou n'en a que le témoin si elle a fini entre-temps : le
 * même formulaire venu d'un autre navigateur n'est rien.
 */
@Component
public final class PassageDeSession {

    /** Un second clic, sur un service lent ; au-delà, on se connecte de nouveau. */
    static final Duration MEMOIRE = Duration.ofMinutes(2);

    private static final String LIEU = "session/";

    /** Attribut d'une session ouverte : le témoin de celle, finie, d'où elle vient. */
    private static final String AVANT = "acces.session-d-avant";

    private final EnvoisUniques envois;
    private final SessionDeLaRequete sessions;
    private final EntreeDuSite entree;
    private final Clock horloge;

    PassageDeSession(EnvoisUniques envois, SessionDeLaRequete sessions, EntreeDuSite entree, Clock horloge) {
        this.envois = envois;
        this.sessions = sessions;
        this.entree = entree;
        this.horloge = horloge;
    }

    /** @param ouverte le témoin de la session ouverte ; {@code null} si l'acte n'en ouvre pas */
    record Arrivee(Redirection vers, @Nullable String ouverte, Instant le) {}

    /** Fait l'acte, une fois ; une page, qui dit ce qui ne va pas, se refait. */
    public Vue executer(HttpServletRequest requete, HttpServletResponse reponse, Acte<Vue> acte) throws Exception {
        var avant = SessionDeLaRequete.presentee(requete);
        var fait = avant.isEmpty()
                ? acte.faire()
                : envois.deSession(
                        requete, LIEU + avant.get(), Arrivee.class, () -> arrivee(avant.get(), acte.faire(), requete));
        return fait instanceof Arrivee arrivee ? mener(arrivee, requete, reponse) : Objects.requireNonNull((Vue) fait);
    }

    /**
     * Ce que vaut un code ; mauvais, un double clic ne coûte qu'un essai.
     *
     * @param mauvais ce qui se retient ; le bon code, lui, mène où le premier clic a mené
     */
    public Object juger(HttpServletRequest requete, Class<?> mauvais, Acte<Object> acte) throws Exception {
        return envois.juger(requete, "code", mauvais, acte);
    }

    /** Où mène un formulaire que son jeton arrête, quand le premier clic l'a déjà fait ; vide pour tout autre. */
    public Optional<Redirection> dejaFait(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        if (!HttpMethod.POST.matches(requete.getMethod()) || !PageDOrigine.duSite(requete)) {
            return Optional.empty();
        }
        if (requete.getRequestURI().equals(SecuriteWeb.DECONNEXION)
                && PersonneConnectee.presente().isEmpty()) {
            return Optional.of(new Redirection(SecuriteWeb.DECONNECTE));
        }
        for (var avant : avant(requete).toList()) {
            var fait = envois.dejaFait(requete, LIEU + avant, Arrivee.class);
            if (fait.isPresent()) {
                return Optional.of(mener(fait.get(), requete, reponse));
            }
        }
        return Optional.empty();
    }

    /** La session finie dont le navigateur n'a pas encore oublié le témoin, ou celle d'où vient la sienne. */
    private static Stream<String> avant(HttpServletRequest requete) {
        var session = requete.getSession(false);
        return Stream.concat(
                SessionDeLaRequete.presentee(requete).stream(),
                session != null && session.getAttribute(AVANT) instanceof String avant
                        ? Stream.of(avant)
                        : Stream.empty());
    }

    /** La session s'écrit avec l'acte : le second clic, qui l'attendait, l'y trouve. */
    private @Nullable Object arrivee(String avant, @Nullable Vue fait, HttpServletRequest requete) {
        if (!(fait instanceof Redirection vers)) {
            return fait;
        }
        var session = requete.getSession(false);
        var ouverte = session != null
                && !session.getId().equals(avant)
                && PersonneConnectee.presente().isPresent();
        if (ouverte) {
            session.setAttribute(AVANT, avant);
        }
        SessionDeLaRequete.ecrire(requete);
        return new Arrivee(vers, ouverte ? session.getId() : null, horloge.instant());
    }

    private Redirection mener(Arrivee arrivee, HttpServletRequest requete, HttpServletResponse reponse) {
        var ouverte = arrivee.ouverte();
        if (ouverte == null
                || SessionDeLaRequete.courante(requete).filter(ouverte::equals).isPresent()) {
            return arrivee.vers();
        }
        if (horloge.instant().isAfter(arrivee.le().plus(MEMOIRE))) {
            return new Redirection(entree.porte("/"));
        }
        sessions.reprendre(ouverte, requete, reponse);
        return arrivee.vers();
    }
}
