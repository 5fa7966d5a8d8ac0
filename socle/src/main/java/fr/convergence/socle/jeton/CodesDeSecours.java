package fr.convergence.socle.jeton;

import fr.convergence.socle.chiffrement.Empreintes;
import fr.convergence.socle.identifiant.FormeNormale;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Les codes de secours d'un second facteur : dix, que le titulaire garde pour le jour où il n'a plus son application. Chacun
 * ne sert qu'une fois ; deux essais simultanés du même ont un seul gagnant.
 */
@Component
public final class CodesDeSecours {

    private static final int NOMBRE = 10;
    private static final int SIGNES = 10;
    private static final String USAGE = "secours";

    /** Ni 0, O, 1, I, L, ni U qu'on prend pour V : ce qui se recopie se lit. */
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final SecureRandom HASARD = new SecureRandom();

    private final JdbcClient base;
    private final Clock horloge;
    private final Empreintes empreintes;

    CodesDeSecours(JdbcClient base, Clock horloge, @Qualifier("empreintesDesJetons") Empreintes empreintes) {
        this.base = base;
        this.horloge = horloge;
        this.empreintes = empreintes;
    }

    /** Dix codes neufs, à montrer une fois ; les précédents ne valent plus rien. */
    public List<String> renouveler(UUID compte) {
        var codes =
                Stream.generate(CodesDeSecours::neuf).distinct().limit(NOMBRE).toList();
        // Par rang, dans l'ordre : deux renouvellements à la fois s'attendent, et le dernier laisse ses dix codes.
        base.sql("""
                insert into jeton_secours (compte, rang, empreinte)
                select :compte, rang, empreinte
                from unnest(cast(:empreintes as bytea[])) with ordinality as neuf (empreinte, rang)
                order by rang
                on conflict (compte, rang) do update set empreinte = excluded.empreinte, employe_le = null
                """)
                .param("compte", compte)
                .param(
                        "empreintes",
                        codes.stream()
                                .map(code ->
                                        employe(compte, FormeNormale.code(code)).empreinte(empreintes))
                                .toArray(byte[][]::new))
                .update();
        return codes;
    }

    /** Emploie un code, majuscules, espaces et traits d'union d'une recopie à part ; faux s'il n'est pas de ceux qui restent. */
    public boolean employer(UUID compte, String saisi) {
        return base.sql("""
                update jeton_secours set employe_le = :maintenant
                where compte = :compte and empreinte = any(:empreintes) and employe_le is null
                """)
                        .param("compte", compte)
                        .param("maintenant", Timestamp.from(horloge.instant()))
                        .param(
                                "empreintes",
                                employe(compte, FormeNormale.code(saisi)).possibles(empreintes))
                        .update()
                == 1;
    }

    /** Combien en restent à employer. */
    public int restants(UUID compte) {
        return base.sql("select count(*) from jeton_secours where compte = ? and employe_le is null")
                .param(compte)
                .query(Integer.class)
                .single();
    }

    public void oublier(UUID compte) {
        base.sql("delete from jeton_secours where compte = ?").param(compte).update();
    }

    private static String neuf() {
        var signes = HASARD.ints(SIGNES, 0, ALPHABET.length())
                .mapToObj(rang -> ALPHABET.substring(rang, rang + 1))
                .collect(Collectors.joining());
        return signes.substring(0, SIGNES / 2) + "-" + signes.substring(SIGNES / 2);
    }

    private static SecretEmploye employe(UUID compte, String code) {
        return new SecretEmploye(USAGE, compte.toString(), code);
    }
}
