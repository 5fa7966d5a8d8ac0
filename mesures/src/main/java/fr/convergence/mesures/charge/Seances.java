package fr.convergence.mesures.charge;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.compte.Compte;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/** Ouvre des sessions dans la table où le portail les lit, avec ce que la connexion y met. */
final class Seances {

    private static final Duration TENUE = Duration.ofHours(6);
    private static final Pattern JETON = Pattern.compile("data-csrf=\"[^\"]+\" content=\"([^\"]+)\"");

    private Seances() {}

    /** Le témoin d'une session neuve de ce compte. */
    static <S extends Session> String ouvrir(SessionRepository<S> depot, Compte compte) {
        var connecte = new Connecte(compte.id(), compte.role(), compte.nomComplet(), compte.perimetre(), Instant.now());
        var session = depot.createSession();
        session.setMaxInactiveInterval(TENUE);
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(connecte, null, List.of())));
        depot.save(session);
        return Base64.getEncoder().encodeToString(session.getId().getBytes(StandardCharsets.UTF_8));
    }

    /** La séance complète : le jeton anti-rejeu se lit dans une page, comme le fait le navigateur. */
    static Seance completer(String temoin, int port, String page) throws IOException {
        try (var connexion = new Connexion(port)) {
            var reponse = connexion.lire(page, new Seance(temoin, "")).attendue(200, page);
            var jeton = JETON.matcher(reponse.texte());
            if (!jeton.find()) {
                throw reponse.inattendue("jeton anti-rejeu");
            }
            return new Seance(temoin, jeton.group(1));
        }
    }
}
