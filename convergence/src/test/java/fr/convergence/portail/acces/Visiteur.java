package fr.convergence.portail.acces;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.convergence.socle.session.Sessions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/** Quelqu'un devant le vrai serveur : sa session, et le jeton anti-rejeu qu'elle donne. */
public final class Visiteur {

    private static final String FORMULAIRE = "application/x-www-form-urlencoded";
    private static final String[] TUS = {
        "Tus-Resumable", "1.0.0", "Upload-Length", "10", "Upload-Metadata", "filename bm90ZS5wZGY="
    };
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private final String site;
    private final String temoin;
    private final String jeton;

    /** @param session identifiant d'une session, ou vide pour un visiteur que personne ne connaît */
    private Visiteur(String site, String session) {
        this.site = site;
        if (session.isEmpty()) {
            var accueil = envoyer(HttpRequest.newBuilder(URI.create(site + "/connexion")));
            this.temoin = accueil.headers().allValues("Set-Cookie").stream()
                    .map(valeur -> valeur.replaceFirst(";.*", ""))
                    .filter(valeur -> valeur.startsWith("__Host-session="))
                    .findFirst()
                    .orElseThrow();
            this.jeton = Jsoup.parse(texte(accueil)).select("input[name=_csrf]").val();
        } else {
            this.temoin = "__Host-session=" + Base64.getEncoder().encodeToString(session.getBytes(UTF_8));
            this.jeton = Jsoup.parse(texte(envoyer(HttpRequest.newBuilder(URI.create(site + "/contact"))
                            .header("Cookie", temoin))))
                    .select("meta[name=csrf]")
                    .attr("content");
        }
        if (jeton.isEmpty()) {
            throw new IllegalStateException("La session n’est pas reconnue");
        }
    }

    static Visiteur anonyme(String site) {
        return new Visiteur(site, "");
    }

    /** Une session ouverte sans passer par la connexion, que ses propres essais éprouvent. */
    public static <S extends Session> Visiteur connecte(String site, SessionRepository<S> sessions, Connecte qui) {
        return new Visiteur(site, ouvrir(sessions, qui));
    }

    /** L'identifiant d'une telle session. */
    public static <S extends Session> String ouvrir(SessionRepository<S> sessions, Connecte qui) {
        var contexte = SecurityContextHolder.createEmptyContext();
        contexte.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(qui, null, List.of()));
        var session = sessions.createSession();
        session.setAttribute("SPRING_SECURITY_CONTEXT", contexte);
        session.setAttribute(Sessions.APPAREIL, "Firefox sur Linux");
        sessions.save(session);
        return session.getId();
    }

    public String jeton() {
        return jeton;
    }

    /** Une requête bien formée, y compris pour l'envoi reprenable. */
    public HttpResponse<byte[]> demander(String methode, String adresse) {
        return adresse.contains("televersements")
                ? demander(methode, adresse, null, new byte[0], true, TUS)
                : demander(methode, adresse, FORMULAIRE, new byte[0], true);
    }

    /** @param avecJeton faux pour une requête qu'un autre site aurait forgée */
    HttpResponse<byte[]> demander(
            String methode, String adresse, @Nullable String type, byte[] corps, boolean avecJeton, String... entetes) {
        var requete = HttpRequest.newBuilder(URI.create(site + adresse))
                .header("Cookie", temoin)
                .header("Accept", "text/html")
                .method(methode, corps.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(corps));
        if (type != null) {
            requete.header("Content-Type", type);
        }
        if (avecJeton) {
            requete.header("X-CSRF-TOKEN", jeton);
        }
        for (var i = 0; i < entetes.length; i += 2) {
            requete.setHeader(entetes[i], entetes[i + 1]);
        }
        return envoyer(requete);
    }

    /** Ce que le navigateur garde de sa session. */
    public String temoin() {
        return temoin.substring(temoin.indexOf('=') + 1);
    }

    /** L'identifiant que porte le témoin. */
    String session() {
        return new String(Base64.getDecoder().decode(temoin()), UTF_8);
    }

    static String texte(HttpResponse<byte[]> reponse) {
        return new String(reponse.body(), UTF_8);
    }

    private static HttpResponse<byte[]> envoyer(HttpRequest.Builder requete) {
        try {
            return CLIENT.send(requete.build(), BodyHandlers.ofByteArray());
        } catch (IOException echec) {
            throw new UncheckedIOException(echec);
        } catch (InterruptedException arret) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(arret);
        }
    }
}
