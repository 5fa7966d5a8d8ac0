package fr.convergence.socle.cgu;

import static java.util.Objects.requireNonNull;

import fr.convergence.socle.page.Typographie;
import fr.convergence.socle.site.Langue;
import fr.convergence.socle.site.Site;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Les CGU en vigueur et leurs acceptations (CNX-6). La plus haute des versions livrées
 * avec le site est en vigueur, et chacun l'accepte à sa première connexion.
 */
@Component
public final class Cgu {

    private final JdbcClient base;
    private final Clock horloge;
    private final int version;
    private final Site site;
    private final Map<Langue, String> html = new EnumMap<>(Langue.class);

    Cgu(JdbcClient base, VersionsDesCgu versions, Site site, Clock horloge) {
        this.site = site;
        this.base = base;
        this.horloge = horloge;
        this.version = derniere(versions);
        site.langues().forEach(langue -> html.put(langue, html(versions.texte(version, langue), langue)));
    }

    /** Numéro de la version en vigueur. */
    public int version() {
        return version;
    }

    /** Quand ce compte a accepté la version en vigueur. */
    public Optional<Instant> accepteesLe(UUID compte) {
        return base.sql("select acceptee_le from cgu_acceptation where compte = ? and version = ?")
                .params(compte, version)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** À la connexion : si la version en vigueur reste à accepter, cette session n'ouvrira rien d'autre avant. */
    public void presenter(UUID compte, HttpSession session) {
        if (accepteesLe(compte).isEmpty()) {
            session.setAttribute(GardienDesCgu.A_ACCEPTER, true);
        }
    }

    /** Vrai si cette session attend une acceptation ; ce qui ne passe pas par un contrôleur le demande. */
    public static boolean aAccepter(HttpSession session) {
        return session.getAttribute(GardienDesCgu.A_ACCEPTER) != null;
    }

    /** Vrai si cette acceptation est la première de cette version. */
    public boolean accepter(UUID compte) {
        return base.sql("""
                insert into cgu_acceptation (compte, version, acceptee_le) values (?, ?, ?)
                on conflict do nothing
                """)
                        .params(compte, version, Timestamp.from(horloge.instant()))
                        .update()
                == 1;
    }

    /** Le texte en vigueur, en HTML de confiance : il est livré avec le site. */
    String html() {
        return requireNonNull(html.get(site.langue()));
    }

    private static int derniere(VersionsDesCgu versions) {
        var numero = 0;
        while (versions.texte(numero + 1, Langue.FRANCAIS).exists()) {
            numero++;
        }
        if (numero == 0) {
            throw new IllegalStateException("Aucune version des CGU n’est livrée");
        }
        return numero;
    }

    private static String html(Resource version, Langue langue) {
        try {
            var texte = version.getContentAsString(StandardCharsets.UTF_8);
            return HtmlRenderer.builder()
                    .escapeHtml(true)
                    .sanitizeUrls(true)
                    .build()
                    .render(Parser.builder().build().parse(Typographie.composer(texte, langue)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
