package fr.convergence.isc.autorisation;

import fr.convergence.socle.chiffrement.Empreintes;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Les preuves signées qu'un service présente (DPoP, assertion) : chacune sert une fois, quel que soit le nœud. */
@Component
public final class PreuvesUneFois {

    private final JdbcClient base;
    private final Empreintes empreintes;

    PreuvesUneFois(JdbcClient base, @Qualifier("empreintesDesJetons") Empreintes empreintes) {
        this.base = base;
        this.empreintes = empreintes;
    }

    /**
     * Vrai pour la première seulement.
     *
     * @param signataire celui dont les numéros ne se répètent pas
     * @param fin quand elle ne vaudra plus rien d'elle-même
     */
    public boolean premiere(String signataire, String numero, Instant fin) {
        return base.sql("insert into autorisation_preuve (empreinte, expire_le) values (?, ?) on conflict do nothing")
                        .params(empreintes.de("autorisation/preuve/" + signataire + "/" + numero), Timestamp.from(fin))
                        .update()
                == 1;
    }

    boolean purger(int combien) {
        return base.sql("""
                delete from autorisation_preuve where empreinte in (
                    select empreinte from autorisation_preuve where expire_le < ? limit ?)
                """).params(Timestamp.from(Instant.now()), combien).update() == combien;
    }
}
