package fr.convergence.socle.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.CookieSerializer.CookieValue;
import org.springframework.stereotype.Component;

/** La session d'une requête : celle que le navigateur a présentée, celle qu'elle ouvre, celle où elle le ramène. */
@Component
public final class SessionDeLaRequete {

    /** De quoi écrire la session sans attendre la fin de la requête. */
    static final String ECRITURE = SessionDeLaRequete.class.getName() + ".ecriture";

    /** Posé quand la réponse porte déjà le témoin où ramener : aucun autre ne s'y ajoute. */
    static final String REPRISE = SessionDeLaRequete.class.getName() + ".reprise";

    private final CookieSerializer temoins;

    SessionDeLaRequete(CookieSerializer temoins) {
        this.temoins = temoins;
    }

    /** Le témoin que le navigateur a présenté, que sa session dure encore ou non. */
    public static Optional<String> presentee(HttpServletRequest requete) {
        return Optional.ofNullable(requete.getRequestedSessionId());
    }

    /** Le témoin de la session en cours, s'il y en a une. */
    public static Optional<String> courante(HttpServletRequest requete) {
        var session = requete.getSession(false);
        return session == null ? Optional.empty() : Optional.of(session.getId());
    }

    /** Écrit la session maintenant, dans la transaction en cours : qui attendait sa fin l'y trouve. */
    public static void ecrire(HttpServletRequest requete) {
        if (requete.getAttribute(ECRITURE) instanceof Runnable ecriture) {
            ecriture.run();
        }
    }

    /** Rend au navigateur le témoin d'une session ouverte pour lui, à la place de celle que sa requête avait. */
    public void reprendre(String temoin, HttpServletRequest requete, HttpServletResponse reponse) {
        var inutile = requete.getSession(false);
        temoins.writeCookieValue(new CookieValue(requete, reponse, temoin));
        requete.setAttribute(REPRISE, true);
        if (inutile != null) {
            inutile.invalidate();
        }
    }
}
