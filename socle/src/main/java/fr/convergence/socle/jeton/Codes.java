package fr.convergence.socle.jeton;

import fr.convergence.socle.chiffrement.Empreintes;
import fr.convergence.socle.identifiant.FormeNormale;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Codes à usage unique, liés à une tentative : ailleurs que là où il fut demandé, un code ne vaut rien.
 *
 * <p>Une seule instruction compte l'essai et tranche ; cinquante essais simultanés d'un code juste ont un seul gagnant.
 */
@Component
public final class Codes {

    /** Guide eCaRE 2025, « Double authentification ». */
    public static final Duration VALIDITE = Duration.ofMinutes(10);

    /** Cinq essais sur un million de codes. */
    static final int ESSAIS = 5;

    private static final SecureRandom HASARD = new SecureRandom();
    private static final Pattern SIX_CHIFFRES = Pattern.compile("[0-9]{6}");

    private final JdbcClient base;
    private final Clock horloge;
    private final Empreintes empreintes;

    Codes(JdbcClient base, Clock horloge, @Qualifier("empreintesDesJetons") Empreintes empreintes) {
        this.base = base;
        this.horloge = horloge;
        this.empreintes = empreintes;
    }

    /** Le code à transmettre ; il remplace celui que la tentative avait reçu, qui ne vaut plus rien. */
    public String emettre(String usage, UUID tentative) {
        var code = "%06d".formatted(HASARD.nextInt(1_000_000));
        var maintenant = horloge.instant();
        base.sql("""
                insert into jeton_code (usage, tentative, empreinte, expire_le) values (:usage, :tentative, :empreinte, :fin)
                on conflict (usage, tentative) do update
                set empreinte = excluded.empreinte, expire_le = excluded.expire_le, essais = 0, utilise_le = null
                """)
                .param("usage", usage)
                .param("tentative", tentative)
                .param("empreinte", employe(usage, tentative, code).empreinte(empreintes))
                .param("fin", Timestamp.from(maintenant.plus(VALIDITE)))
                .update();
        return code;
    }

    /** Juge une saisie ; juste, le code est consommé. Les espaces d'une recopie ne comptent pas. */
    public VerdictDeCode verifier(String usage, UUID tentative, String saisie) {
        var code = FormeNormale.code(saisie);
        if (!SIX_CHIFFRES.matcher(code).matches()) {
            // Une saisie qui n'est pas un code ne coûte pas d'essai : elle n'a aucune chance d'être juste.
            return VerdictDeCode.FAUX;
        }
        return base.sql("""
                update jeton_code
                set essais = essais + 1, utilise_le = case when empreinte = any(:empreintes) then cast(:maintenant as timestamptz) end
                where usage = :usage and tentative = :tentative
                  and utilise_le is null and essais < :essais and expire_le > :maintenant
                returning case when utilise_le is not null then 'JUSTE' when essais < :essais then 'FAUX' else 'MORT' end
                """)
                .param("usage", usage)
                .param("tentative", tentative)
                .param("empreintes", employe(usage, tentative, code).possibles(empreintes))
                .param("essais", ESSAIS)
                .param("maintenant", Timestamp.from(horloge.instant()))
                .query((ligne, rang) -> VerdictDeCode.valueOf(ligne.getString(1)))
                .optional()
                .orElse(VerdictDeCode.MORT);
    }

    private static SecretEmploye employe(String usage, UUID tentative, String code) {
        return new SecretEmploye(usage, tentative.toString(), code);
    }
}
