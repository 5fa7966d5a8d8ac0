package fr.convergence.socle.authentification;

import fr.convergence.socle.authentification.VerdictDuFrein.Admis;
import fr.convergence.socle.authentification.VerdictDuFrein.Verrouille;
import fr.convergence.socle.base.Sha256;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Ralentit qui se trompe, puis le verrouille pour un temps (CNX-3). Les compteurs sont dans la base : changer de nœud n'en
 * remet aucun à zéro.
 *
 * <p>L'essai se compte avant d'être jugé : cinquante essais simultanés n'en passent pas plus que cinq.
 */
@Component
public final class Freins {

    private final JdbcClient base;
    private final Clock horloge;

    Freins(JdbcClient base, Clock horloge) {
        this.base = base;
        this.horloge = horloge;
    }

    /**
     * Prend un essai. La clé n'est retenue que hachée. Une règle sans durée de verrou compte toujours : deux essais au même
     * instant font deux essais, dans quelque ordre qu'ils arrivent.
     */
    public VerdictDuFrein essayer(RegleDeFrein regle, String cle) {
        var maintenant = horloge.instant();
        return base.sql("""
                insert into authentification_frein as frein (cle, essais, dernier_le, verrou, oubli_le)
                values (:cle, 1, :maintenant, case when :premier > 0 and :admis <= 1 then cast(:maintenant as timestamptz) + :premier * interval '1 s' end, :oubli)
                on conflict (cle) do update
                set essais = case when frein.oubli_le < excluded.dernier_le then 1 else frein.essais + 1 end,
                    dernier_le = excluded.dernier_le,
                    oubli_le = excluded.oubli_le,
                    verrou = case when :premier > 0 and frein.oubli_le >= excluded.dernier_le and frein.essais + 1 >= :admis
                        then excluded.dernier_le
                            + least(:max, :premier * power(2, least(20, frein.essais + 1 - :admis))) * interval '1 s'
                        end
                where frein.verrou is null or frein.verrou <= excluded.dernier_le
                returning essais
                """)
                .param("cle", empreinte(regle, cle))
                .param("maintenant", Timestamp.from(maintenant))
                .param("oubli", Timestamp.from(maintenant.plus(regle.oubli())))
                .param("admis", regle.essais())
                .param("premier", (double) regle.premierVerrou().toSeconds())
                .param("max", (double) regle.verrouMax().toSeconds())
                .query(Integer.class)
                .optional()
                .<VerdictDuFrein>map(essais -> new Admis(essais >= regle.essais()))
                .orElseGet(() -> verrou(regle, cle));
    }

    /**
     * L'essai était bon : il ne compte pas, ni le verrou qu'il aurait laissé. Ceux des autres restent : se connecter à son
     * propre compte n'efface pas les échecs faits de la même adresse sur d'autres.
     */
    public void rendre(RegleDeFrein regle, String cle) {
        base.sql("""
                update authentification_frein
                set essais = greatest(0, essais - 1), verrou = case when essais > :admis then verrou end
                where cle = :cle
                """)
                .param("admis", regle.essais())
                .param("cle", empreinte(regle, cle))
                .update();
    }

    /** Remet le compteur à zéro. */
    public void oublier(RegleDeFrein regle, String cle) {
        base.sql("delete from authentification_frein where cle = ?")
                .param(empreinte(regle, cle))
                .update();
    }

    int purger() {
        return base.sql("delete from authentification_frein where oubli_le < ?")
                .param(Timestamp.from(horloge.instant()))
                .update();
    }

    private VerdictDuFrein verrou(RegleDeFrein regle, String cle) {
        return base.sql("select verrou from authentification_frein where cle = ?")
                .param(empreinte(regle, cle))
                .query(Timestamp.class)
                .optional()
                .<VerdictDuFrein>map(verrou -> new Verrouille(verrou.toInstant()))
                // Le compteur vient d'être remis à zéro par ailleurs.
                .orElseGet(() -> new Admis(false));
    }

    private static String empreinte(RegleDeFrein regle, String cle) {
        return Sha256.hexa(regle.nom() + "\0" + cle);
    }
}
