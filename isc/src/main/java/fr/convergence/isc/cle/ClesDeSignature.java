package fr.convergence.isc.cle;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.chiffrement.Coffre;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * La table des clés, et ce que le protocole en lit : la clé active avec sa partie privée, les autres sans. Rien n'en est retenu : un
 * nœud signe de la nouvelle clé dès qu'un autre l'a mise en service.
 */
@Component
public final class ClesDeSignature implements JWKSource<SecurityContext> {

    private final JdbcClient base;
    private final Coffre coffre;
    private final Clock horloge;

    ClesDeSignature(JdbcClient base, Coffre coffre, Clock horloge) {
        this.base = base;
        this.coffre = coffre;
        this.horloge = horloge;
    }

    /** Celles qui sont publiées, l'active d'abord : c'est elle qui signe. */
    @Override
    public List<JWK> get(JWKSelector choix, @Nullable SecurityContext contexte) {
        var publiees = publiees();
        if (publiees.isEmpty()) {
            // Le premier service qui se présente les fait naître ; deux nœuds à la fois n'en gardent qu'une par
            // algorithme.
            for (var algorithme : AlgorithmeDeCle.values()) {
                ajouter(algorithme, EtatDeCle.ACTIVE);
            }
            publiees = publiees();
        }
        return choix.select(new JWKSet(publiees));
    }

    public List<CleDuSite> toutes() {
        return base.sql("select kid, algorithme, etat, etat_depuis from cle_signature order by etat_depuis desc, kid")
                .query(ClesDeSignature::lire)
                .list();
    }

    /** Sans effet s'il y en a déjà une dans cet état. */
    void ajouter(AlgorithmeDeCle algorithme, EtatDeCle etat) {
        var kid = Uuid.v7().toString();
        var cle = nouvelle(algorithme, kid);
        base.sql("""
                insert into cle_signature (kid, algorithme, etat, etat_depuis, publique, scellee)
                values (?, ?, ?, ?, ?, ?) on conflict do nothing
                """)
                .params(
                        kid,
                        algorithme.name(),
                        etat.name(),
                        maintenant(),
                        cle.toPublicJWK().toJSONString(),
                        coffre.sceller(cle.toJSONString().getBytes(UTF_8), contexte(kid)))
                .update();
    }

    /** @return combien de clés ont changé */
    int passer(AlgorithmeDeCle algorithme, EtatDeCle de, EtatDeCle vers, Instant avant) {
        return base.sql("""
                update cle_signature set etat = :vers, etat_depuis = :maintenant,
                    scellee = case when :vers <> 'RETIREE' then scellee end
                where algorithme = :algorithme and etat = :de and etat_depuis <= :avant
                """)
                .param("vers", vers.name())
                .param("de", de.name())
                .param("algorithme", algorithme.name())
                .param("maintenant", maintenant())
                .param("avant", Timestamp.from(avant))
                .update();
    }

    boolean ya(AlgorithmeDeCle algorithme, EtatDeCle etat, Instant avant) {
        return base.sql("""
                select exists (select from cle_signature where algorithme = ? and etat = ? and etat_depuis <= ?)
                """)
                .params(algorithme.name(), etat.name(), Timestamp.from(avant))
                .query(Boolean.class)
                .single();
    }

    /** Celle-ci seulement, si elle ne signe plus. */
    boolean retirer(String kid) {
        return base.sql("""
                update cle_signature set etat = 'RETIREE', etat_depuis = ?, scellee = null where kid = ? and etat = 'PASSIVE'
                """).params(maintenant(), kid).update() == 1;
    }

    private List<JWK> publiees() {
        return base.sql("""
                select kid, etat, publique, case when etat = 'ACTIVE' then scellee end as privee
                from cle_signature where etat <> 'RETIREE' order by etat = 'ACTIVE' desc, etat_depuis desc, kid
                """).query((ligne, _) -> cle(ligne)).list();
    }

    private JWK cle(ResultSet ligne) throws SQLException {
        var privee = ligne.getBytes("privee");
        try {
            return JWK.parse(
                    privee == null
                            ? ligne.getString("publique")
                            : new String(coffre.ouvrir(privee, contexte(ligne.getString("kid"))), UTF_8));
        } catch (ParseException e) {
            throw new IllegalStateException("Clé illisible", e);
        }
    }

    private static JWK nouvelle(AlgorithmeDeCle algorithme, String kid) {
        try {
            return algorithme.nouvelle(kid);
        } catch (JOSEException e) {
            throw new IllegalStateException("Fabrication de clé impossible", e);
        }
    }

    private static String contexte(String kid) {
        return "cle/" + kid;
    }

    private Timestamp maintenant() {
        return Timestamp.from(horloge.instant());
    }

    private static CleDuSite lire(ResultSet ligne, int rang) throws SQLException {
        return new CleDuSite(
                ligne.getString("kid"),
                AlgorithmeDeCle.valueOf(ligne.getString("algorithme")),
                EtatDeCle.valueOf(ligne.getString("etat")),
                ligne.getTimestamp("etat_depuis").toInstant());
    }
}
