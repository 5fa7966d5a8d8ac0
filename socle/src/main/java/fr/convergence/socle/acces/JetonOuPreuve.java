package fr.convergence.socle.acces;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/** Le jeton anti-rejeu d'une demande ; à sa place, un formulaire rendu peut porter la {@link PreuveDeCompte} de son auteur. */
final class JetonOuPreuve implements CsrfTokenRequestHandler {

    private final XorCsrfTokenRequestAttributeHandler jetons = new XorCsrfTokenRequestAttributeHandler();
    private final PreuveDeCompte preuves;

    JetonOuPreuve(PreuveDeCompte preuves) {
        this.preuves = preuves;
    }

    @Override
    public void handle(HttpServletRequest requete, HttpServletResponse reponse, Supplier<CsrfToken> jeton) {
        jetons.handle(requete, reponse, jeton);
    }

    @Override
    public @Nullable String resolveCsrfTokenValue(HttpServletRequest requete, CsrfToken jeton) {
        var recu = requete.getParameter(jeton.getParameterName());
        return recu != null && preuves.vautJeton(requete, recu) ? jeton.getToken() : lu(requete, jeton);
    }

    /** Un jeton contrefait, que rien ne déchiffre, n'est pas un jeton : la demande se refuse, elle n'échoue pas. */
    private @Nullable String lu(HttpServletRequest requete, CsrfToken jeton) {
        try {
            return jetons.resolveCsrfTokenValue(requete, jeton);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
