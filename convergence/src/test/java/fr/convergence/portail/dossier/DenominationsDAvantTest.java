package fr.convergence.portail.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.inscription.RegistreDEssai;
import fr.convergence.socle.tache.Tranche;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Les dossiers ouverts quand un GHT se nommait par son seul territoire. */
@TestDuPortail
@RecordApplicationEvents
final class DenominationsDAvantTest {

    @Autowired
    Dossiers dossiers;

    @Autowired
    DenominationsDAvant denominations;

    @Autowired
    JdbcClient base;

    @Autowired
    ApplicationEvents faits;

    @Test
    void un_dossier_d_avant_prend_la_denomination_de_son_candidat_et_la_garde() {
        RegistreDEssai.poser(base);
        var dossier = UnDossier.deGht("OCC-04").auGuichet("ESSAI-NOM").dossier();
        dossiers.creer(dossier);
        nommer(dossier, "EST HERAULT ET SUD AVEYRON");

        for (var fois = 0; fois < 2; fois++) {
            reprendre();
            assertThat(nom(dossier)).isEqualTo("GHT Est Herault et Sud Aveyron (OCC-04) – CHU Montpellier");
            assertThat(tris(dossier)).containsExactly("ght est herault et sud aveyron occ 04 chu montpellier");
        }
    }

    @Test
    void renomme_il_dit_sous_quel_nom_il_se_rangeait() {
        RegistreDEssai.poser(base);
        var dossier = UnDossier.deGht("OCC-04").auGuichet("ESSAI-TRI").dossier();
        dossiers.creer(dossier);
        nommer(dossier, "EST HERAULT ET SUD AVEYRON");

        reprendre();

        assertThat(faits.stream(DossierRenomme.class)
                        .filter(fait -> fait.dossier().equals(dossier.id())))
                .containsExactly(new DossierRenomme(dossier.id(), "ght d essai"));
    }

    @Test
    void une_entite_garde_sa_raison_sociale_un_groupement_inconnu_son_nom() {
        var entite = entite("OCC-91", "340780477");
        nommer(entite, "CLINIQUE DE L ORB");
        var inconnu = UnDossier.deGht("OCC-92").auGuichet("ESSAI-NOM").dossier();
        dossiers.creer(inconnu);
        nommer(inconnu, "PAYS INCONNU");

        reprendre();

        assertThat(nom(entite)).isEqualTo("CLINIQUE DE L ORB (340780477)");
        assertThat(tris(entite)).containsExactly("clinique de l orb 340780477");
        assertThat(nom(inconnu)).isEqualTo("PAYS INCONNU");
    }

    @Test
    void un_dossier_illisible_n_empeche_pas_de_nommer_les_suivants() {
        var illisible = UnDossier.deGht("OCC-93").auGuichet("ESSAI-NOM").dossier();
        dossiers.creer(illisible);
        type(illisible, "INCONNU");
        nommer(illisible, "ILLISIBLE");
        var suivant = entite("OCC-94", "340780478");
        nommer(suivant, "CLINIQUE DU LEZ");

        reprendre();

        assertThat(nom(illisible)).isEqualTo("ILLISIBLE");
        assertThat(nom(suivant)).isEqualTo("CLINIQUE DU LEZ (340780478)");
        type(illisible, "GHT");
    }

    @Test
    void une_tranche_qui_n_en_nomme_aucun_ne_se_refait_pas_aussitot() {
        reprendre();
        var inconnu = UnDossier.deGht("OCC-95").auGuichet("ESSAI-NOM").dossier();
        dossiers.creer(inconnu);
        nommer(inconnu, "PAYS INCONNU");
        assertThat(denominations.reprendre(Tranche.de(Duration.ZERO))).isFalse();

        var entite = entite("OCC-96", "340780479");
        nommer(entite, "CLINIQUE DU VIDOURLE");
        assertThat(denominations.reprendre(Tranche.de(Duration.ZERO))).isTrue();
        assertThat(nom(entite)).isEqualTo("CLINIQUE DU VIDOURLE (340780479)");
    }

    private void reprendre() {
        assertThat(denominations.reprendre(Tranche.de(Duration.ofMinutes(1)))).isFalse();
    }

    private Dossier entite(String ght, String finess) {
        var dossier = UnDossier.deGht(ght).auGuichet("ESSAI-NOM").dossier();
        dossiers.creer(dossier);
        base.sql("update dossier set candidat_type = 'EJ_PRIVEE', candidat = ? where id = ?")
                .params(finess, dossier.id())
                .update();
        return dossier;
    }

    private void type(Dossier dossier, String type) {
        base.sql("update dossier set candidat_type = ? where id = ?")
                .params(type, dossier.id())
                .update();
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
