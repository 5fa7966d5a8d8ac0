package fr.convergence.portail.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.inscription.RegistreDEssai;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Les dossiers ouverts quand un GHT se nommait par son seul territoire. */
@TestDuPortail
final class DenominationsDAvantTest {

    @Autowired
    Dossiers dossiers;

    @Autowired
    DenominationsDAvant denominations;

    @Autowired
    JdbcClient base;

    @Test
    void un_dossier_d_avant_prend_la_denomination_de_son_candidat_et_la_garde() {
        RegistreDEssai.poser(base);
        var dossier = UnDossier.deGht("OCC-04").auGuichet("ESSAI-NOM").dossier();
        dossiers.creer(dossier);
        nommer(dossier, "EST HERAULT ET SUD AVEYRON");

        for (var fois = 0; fois < 2; fois++) {
            denominations.reprendre();
            assertThat(nom(dossier)).isEqualTo("GHT Est Herault et Sud Aveyron (OCC-04) – CHU Montpellier");
            assertThat(tris(dossier)).containsExactly("ght est herault et sud aveyron occ 04 chu montpellier");
        }
    }

    @Test
    void une_entite_garde_sa_raison_sociale_un_groupement_inconnu_son_nom() {
        var entite = UnDossier.deGht("OCC-91").auGuichet("ESSAI-NOM").dossier();
        dossiers.creer(entite);
        base.sql("update dossier set candidat_type = 'EJ_PRIVEE', candidat = '340780477' where id = ?")
                .param(entite.id())
                .update();
        nommer(entite, "CLINIQUE DE L ORB");
        var inconnu = UnDossier.deGht("OCC-92").auGuichet("ESSAI-NOM").dossier();
        dossiers.creer(inconnu);
        nommer(inconnu, "PAYS INCONNU");

        denominations.reprendre();

        assertThat(nom(entite)).isEqualTo("CLINIQUE DE L ORB (340780477)");
        assertThat(tris(entite)).containsExactly("clinique de l orb 340780477");
        assertThat(nom(inconnu)).isEqualTo("PAYS INCONNU");
    }

    private void nommer(Dossier dossier, String nom) {
        base.sql("update dossier set candidat_nom = ? where id = ?")
                .params(nom, dossier.id())
                .update();
    }

    private String nom(Dossier dossier) {
        return base.sql("select candidat_nom from dossier where id = ?")
                .param(dossier.id())
                .query(String.class)
                .single();
    }

    private List<String> tris(Dossier dossier) {
        return base.sql("select distinct tri from dossier_etape where dossier = ?")
                .param(dossier.id())
                .query(String.class)
                .list();
    }
}
