package fr.convergence.socle.authentification;

import fr.convergence.socle.base.Sha256;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Les navigateurs d'où un compte s'est déjà connecté. Ils ont leurs propres freins : celui qu'un inconnu serre ne retient
 * pas le titulaire.
 */
@Component
public final class Appareils {

    public static final Duration MEMOIRE = Duration.ofDays(180);

    private static final SecureRandom HASARD = new SecureRandom();
    private static final Pattern FORME = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final JdbcClient base;
    private final Clock horloge;

    Appareils(JdbcClient base, Clock horloge) {
        this.base = base;
        this.horloge = horloge;
    }

    /** Un secret neuf à confier au navigateur. */
    public String nouveau() {
        var octets = new byte[32];
        HASARD.nextBytes(octets);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    /** Vrai si ce texte a la forme d'un de nos secrets. */
    public static boolean secret(String texte) {
        return FORME.matcher(texte).matches();
    }

    public boolean connait(UUID compte, String secret) {
        return secret(secret)
                && base.sql("""
                        select exists (select from authentification_appareil
                            where empreinte = ? and compte = ? and vu_le > ?)
                        """)
                        .params(
                                empreinte(secret),
                                compte,
                                Timestamp.from(horloge.instant().minus(MEMOIRE)))
                        .query(Boolean.class)
                        .single();
    }

    public void retenir(UUID compte, String secret) {
        base.sql("""
                insert into authentification_appareil (empreinte, compte, vu_le) values (?, ?, ?)
                on conflict (empreinte, compte) do update set vu_le = excluded.vu_le
                """)
                .params(empreinte(secret), compte, Timestamp.from(horloge.instant()))
                .update();
    }

    public void oublierTous(UUID compte) {
        base.sql("delete from authentification_appareil where compte = ?")
                .param(compte)
                .update();
    }

    int purger() {
        return base.sql("delete from authentification_appareil where vu_le < ?")
                .param(Timestamp.from(horloge.instant().minus(MEMOIRE)))
                .update();
    }

    private static byte[] empreinte(String secret) {
        return Sha256.de(secret);
    }
}
