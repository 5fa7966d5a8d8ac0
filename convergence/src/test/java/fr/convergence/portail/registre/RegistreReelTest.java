package fr.convergence.portail.registre;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.candidat.TypeCandidat;
import fr.convergence.portail.etablissement.CritereDeCandidat;
import fr.convergence.portail.etablissement.Etablissements;
import fr.convergence.portail.registre.RapportImport.Objet;
import fr.convergence.portail.registre.ResultatImport.Importe;
import fr.convergence.socle.base.BaseDeTest;
import fr.convergence.socle.identifiant.Region;
import java.time.Clock;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Le référentiel réel, quand il est là : les nombres publiés s'y retrouvent. */
@ExtendWith(BaseDeTest.class)
final class RegistreReelTest {

    private static ImporterRegistre importer;
    private static RapportImport rapport;

    @BeforeAll
    static void importer(DataSource source, JdbcClient sql, TransactionTemplate transaction) {
        var dossier = DonneesFiness.dossier();
        importer = new ImporterRegistre(
                source, sql, transaction, new Etablissements(sql), Clock.systemDefaultZone(), _ -> {});
        rapport = ((Importe) importer.executer(dossier)).rapport();
    }

    @Test
    void il_compte_135_ght_et_3032_entites_juridiques() {
        assertThat(rapport.compte(Objet.GHT).ajoutes()).isEqualTo(135);
        assertThat(rapport.compte(Objet.EJ).ajoutes()).isEqualTo(3032);
        assertThat(rapport.compte(Objet.EG).ajoutes()).isEqualTo(10_238);
        assertThat(rapport.compte(Objet.MEMBRE).ajoutes()).isEqualTo(739);
    }

    @Test
    void les_989_etablissements_sans_entite_juridique_sont_rejetes_avec_leur_ligne() {
        assertThat(rapport.lu().rejets()).isEqualTo(989 + 69);
        assertThat(rapport.lu().premiersRejets())
                .hasSize(989 + 69)
                .allSatisfy(rejet -> assertThat(rejet.fichier()).isEqualTo("entites_geographiques.csv"))
                .allSatisfy(rejet -> assertThat(rejet.motif()).matches("FINESS EJ absent|SIRET « \\d{9} » faux : .*"));
    }

    @Test
    void le_meme_dossier_une_seconde_fois_ne_change_rien() {
        var second = ((Importe) importer.executer(DonneesFiness.dossier())).rapport();
        assertThat(second.sansChangement()).isTrue();
        assertThat(second.lu().rejets()).isEqualTo(rapport.lu().rejets());
    }

    @Test
    void ses_candidats_sont_ceux_que_le_fichier_declare(JdbcClient sql) {
        assertThat(sql.sql("select type from etablissement_ej group by type order by count(*), type")
                        .query(String.class)
                        .list())
                .containsExactly("EJ_PUBLIQUE_HORS_GHT", "EJ_MEMBRE_GHT", "HORS_CHAMP", "EJ_PRIVEE");
    }

    @Test
    void occ_04_a_neuf_entites_juridiques_et_se_trouve_malgre_une_faute(JdbcClient sql) {
        var etablissements = new Etablissements(sql);
        var critere = CritereDeCandidat.de(TypeCandidat.GHT, Region.OCCITANIE).saisie("montpelier");

        assertThat(etablissements.candidat(TypeCandidat.GHT, "OCC-04")).get().satisfies(ght -> {
            assertThat(ght.entites()).hasSize(9);
            assertThat(ght.finess().valeur()).isEqualTo("340780477");
            assertThat(ght.region()).contains(Region.OCCITANIE);
        });
        assertThat(etablissements.chercher(critere).lignes())
                .extracting(ligne -> ligne.cle().identifiant())
                .containsExactly("OCC-04");
    }
}
