package fr.convergence.portail.fournee;

import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Une validation groupée d'un vérificateur d'Occitanie. */
public final class FourneeDEssai {

    private FourneeDEssai() {}

    public static void poser(ApplicationContext portail, UUID id, UUID compte) {
        portail.getBean(JdbcClient.class)
                .sql("""
                        with posee as (
                            insert into fournee (id, compte, demande_le, fini_le) values (:id, :compte, now(), now())
                            returning id)
                        insert into fournee_etape (fournee, rang, reference, etape, version, candidat, issue)
                        select id, 1, 'AAAAAAAAAA', 'candidature', 1, 'ESSAI', 'VALIDEE' from posee
                        """)
                .param("id", id)
                .param("compte", compte)
                .update();
    }
}
