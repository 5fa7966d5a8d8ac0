package fr.convergence.socle.authentification;

import fr.convergence.socle.base.Sha256;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
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

    /** Combien de temps le titulaire peut y être dispensé de second facteur. */
    public static final Duration DISPENSE = Duration.ofDays(30);

    /** @param nom du navigateur, en mots que le titulaire reconnaît */
    public record Dispense(String nom, Instant jusqu) {}

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

    /** Retient que le second facteur n'est plus demandé à ce compte sur ce navigateur, pendant {@link #DISPENSE}. */
    public void dispenser(UUID compte, String secret, String nom) {
        base.sql("""
                update authentification_appareil set dispense_jusqu_a = ?, nom = ? where empreinte = ? and compte = ?
                """)
                .params(Timestamp.from(horloge.instant().plus(DISPENSE)), nom, empreinte(secret), compte)
                .update();
    }

    public boolean dispense(UUID compte, String secret) {
        return secret(secret)
                && base.sql("""
                        select exists (select from authentification_appareil
                            where empreinte = ? and compte = ? and dispense_jusqu_a > ?)
                        """)
                        .params(empreinte(secret), compte, Timestamp.from(horloge.instant()))
                        .query(Boolean.class)
                        .single();
    }

    /** Là où le second facteur n'est plus demandé, la plus longue d'abord. */
    public List<Dispense> dispenses(UUID compte) {
        return base.sql("""
                select nom, dispense_jusqu_a from authentification_appareil
                where compte = ? and dispense_jusqu_a > ? order by dispense_jusqu_a desc
                """)
                .params(compte, Timestamp.from(horloge.instant()))
                .query((ligne, rang) -> new Dispense(
                        ligne.getString("nom"),
                        ligne.getTimestamp("dispense_jusqu_a").toInstant()))
                .list();
    }

    /** Redemande partout le second facteur ; faux s'il l'était déjà. */
    public boolean leverLesDispenses(UUID compte) {
        return base.sql("""
                update authentification_appareil set dispense_jusqu_a = null, nom = null
                where compte = ? and dispense_jusqu_a is not null
                """).param(compte).update() > 0;
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
