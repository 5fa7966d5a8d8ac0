package fr.convergence.socle.jeton;

import fr.convergence.socle.chiffrement.Empreintes;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Secrets de 256 bits portés par une adresse, à usage unique et à durée comptée. */
@Component
public final class Liens {

    private static final SecureRandom HASARD = new SecureRandom();
    private static final int OCTETS = 32;
    private static final Pattern FORME = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final JdbcClient base;
    private final Clock horloge;
    private final Empreintes empreintes;

    Liens(JdbcClient base, Clock horloge, @Qualifier("empreintesDesJetons") Empreintes empreintes) {
        this.base = base;
        this.horloge = horloge;
        this.empreintes = empreintes;
    }

    /**
     * Le secret à mettre dans l'adresse. Ceux que ce sujet avait reçus pour cet usage valent encore, jusqu'à ce que l'un serve :
     * qui en demande un à sa place ne lui reprend pas le sien.
     */
    public String emettre(String usage, String sujet, Duration validite) {
        var octets = new byte[OCTETS];
        HASARD.nextBytes(octets);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
        base.sql("insert into jeton_lien (empreinte, usage, sujet, expire_le) values (?, ?, ?, ?)")
                .params(
                        employe(usage, secret).empreinte(empreintes),
                        usage,
                        sujet,
                        Timestamp.from(horloge.instant().plus(validite)))
                .update();
        return secret;
    }

    /** Regarde un lien sans l'employer : une messagerie qui visite les liens reçus ne doit pas les user. */
    public EtatDuLien lire(String usage, String secret) {
        if (!FORME.matcher(secret).matches()) {
            return new EtatDuLien.Inconnu();
        }
        return base.sql("select sujet, utilise_le, expire_le from jeton_lien where empreinte = any(?)")
                .param(employe(usage, secret).possibles(empreintes))
                .query((ligne, rang) -> {
                    if (ligne.getTimestamp("utilise_le") != null) {
                        return new EtatDuLien.DejaUtilise();
                    }
                    return ligne.getTimestamp("expire_le").toInstant().isAfter(horloge.instant())
                            ? new EtatDuLien.Valide(ligne.getString("sujet"))
                            : new EtatDuLien.Expire();
                })
                .optional()
                .orElseGet(EtatDuLien.Inconnu::new);
    }

    /** Emploie un lien, dans la transaction de l'acte qu'il permet ; {@code Valide} n'est rendu qu'une fois. */
    public EtatDuLien employer(String usage, String secret) {
        if (!FORME.matcher(secret).matches()) {
            return new EtatDuLien.Inconnu();
        }
        var maintenant = Timestamp.from(horloge.instant());
        tenirLesFreres(usage, secret);
        return base.sql("""
                update jeton_lien set utilise_le = :maintenant
                where empreinte = any(:empreintes) and utilise_le is null and expire_le > :maintenant
                returning sujet
                """)
                .param("empreintes", employe(usage, secret).possibles(empreintes))
                .param("maintenant", maintenant)
                .query(String.class)
                .optional()
                .<EtatDuLien>map(sujet -> {
                    epuiser(usage, sujet, maintenant);
                    return new EtatDuLien.Valide(sujet);
                })
                .orElseGet(() -> lire(usage, secret));
    }

    /** Deux liens d'un sujet employés au même instant passent l'un après l'autre : le second a déjà servi. */
    private void tenirLesFreres(String usage, String secret) {
        base.sql("""
                select empreinte from jeton_lien
                where usage = :usage and utilise_le is null
                  and sujet = (select sujet from jeton_lien where empreinte = any(:empreintes))
                order by empreinte for update
                """)
                .param("usage", usage)
                .param("empreintes", employe(usage, secret).possibles(empreintes))
                .query(byte[].class)
                .list();
    }

    /** Un lien a servi : ses frères aussi. */
    private void epuiser(String usage, String sujet, Timestamp maintenant) {
        base.sql("""
                update jeton_lien set utilise_le = :maintenant
                where usage = :usage and sujet = :sujet and utilise_le is null
                """)
                .param("usage", usage)
                .param("sujet", sujet)
                .param("maintenant", maintenant)
                .update();
    }

    /** Les liens encore valides de ce sujet ne le sont plus. */
    public void revoquer(String usage, String sujet) {
        base.sql("""
                update jeton_lien set expire_le = :maintenant
                where usage = :usage and sujet = :sujet and utilise_le is null and expire_le > :maintenant
                """)
                .param("usage", usage)
                .param("sujet", sujet)
                .param("maintenant", Timestamp.from(horloge.instant()))
                .update();
    }

    private static SecretEmploye employe(String usage, String secret) {
        return new SecretEmploye(usage, "", secret);
    }
}
