package fr.convergence.portail.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.inscription.RegistreDEssai;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Les dossiers ouverts quand un GHT se nommait par son seul territoire. */
@TestDuPortail
final class DenominationDesDossiersTest {

    @Autowired
    Dossiers dossiers;

    @Autowired
    JdbcClient base;

    @Value("classpath:db/portail/V2026.11.29.2007__dossier_denomination.sql")
    Resource migration;

    @Test
    void un_dossier_d_avant_prend_la_denomination_de_son_candidat_et_la_garde() throws Exception {
        RegistreDEssai.poser(base);
        var dossier = UnDossier.deGht("OCC-04").auGuichet("ESSAI-NOM").dossier();
        dossiers.creer(dossier);
        base.sql("update dossier set candidat_nom = 'EST HERAULT ET SUD AVEYRON' where id = ?")
                .param(dossier.id())
                .update();

        for (var fois = 0; fois < 2; fois++) {
            for (var ordre :
                    migration.getContentAsString(StandardCharsets.UTF_8).split(";")) {
                base.sql(ordre).update();
            }
            assertThat(base.sql("select candidat_nom from dossier where id = ?")
                            .param(dossier.id())
                            .query(String.class)
                            .single())
                    .isEqualTo("GHT Est Herault Et Sud Aveyron (OCC-04) – CHU MONTPELLIER");
            assertThat(base.sql("select distinct tri from dossier_etape where dossier = ?")
                            .param(dossier.id())
                            .query(String.class)
                            .single())
                    .startsWith("ght ")
                    .doesNotStartWith("ght ght");
        }
    }
}
