package fr.convergence.portail.etablissement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.candidat.TypeCandidat;
import fr.convergence.portail.denomination.Denomination;
import fr.convergence.portail.registre.DonneesFiness;
import fr.convergence.portail.registre.RegistreImporte;
import fr.convergence.socle.base.BaseDeTest;
import fr.convergence.socle.identifiant.CodeGht;
import fr.convergence.socle.identifiant.Finess;
import fr.convergence.socle.identifiant.Region;
import java.util.Arrays;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Comment un candidat se nomme. Les GHT cités sont publics ; leurs noms sont ceux du registre. */
@ExtendWith(BaseDeTest.class)
final class DenominationTest {

    /** Deux lettres capitales de suite dans un nom : seulement un sigle. */
    private static final Pattern CAPITALES = Pattern.compile("\\p{Lu}{2,}");

    private static final Pattern SIGLE =
            Pattern.compile("GHT|CH|CHU|CHR|CHRU|CHS|CHIC|CHICAS|CHD|EPSM|GH|AP|HM|HC|NOVO|SAPHIR|ONE");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OCC-04|EST HÉRAULT ET SUD AVEYRON|CHU MONTPELLIER|MONTPELLIER CEDEX 5|GHT Est Hérault et Sud Aveyron (OCC-04) – CHU de Montpellier",
                "OCC-10|GERS|CH AUCH|AUCH CEDEX|GHT Gers (OCC-10) – CH d’Auch",
                "PDL-04|SARTHE|CH LE MANS|LE MANS CEDEX 9|GHT Sarthe (PDL-04) – CH du Mans",
                "NOR-05|CENTRE MANCHE|CH SAINT-LO|ST LO CEDEX|GHT Centre Manche (NOR-05) – CH de Saint-Lô",
                "BFC-03|21-52 CÔTE D'OR-HAUTE-MARNE|CENTRE HOSPITALIER UNIVERSITAIRE DE DIJON|DIJON|GHT 21-52 Côte d’Or-Haute-Marne (BFC-03) – Centre hospitalier universitaire de Dijon",
                "BFC-02|BOURGOGNE MÉRIDIONALE|CH LES CHANAUX MACON|MACON|GHT Bourgogne Méridionale (BFC-02) – CH Les Chanaux Mâcon",
                "NA-02|ATLANTIQUE 17|GROUPEMENT HOSPITALIER DE LA ROCHELLE-RE-AUNIS|LA ROCHELLE CEDEX 1|GHT Atlantique 17 (NA-02) – Groupement hospitalier de La Rochelle-Ré-Aunis",
                "BRE-06|RANCE EMÉRAUDE|GROUPEMENT HOSPITALIER RANCE EMERAUDE|ST MALO|GHT Rance Émeraude (BRE-06) – Groupement hospitalier Rance Émeraude",
                "GE-03|HAUTE ALSACE|GRPE HOSP REGION MULHOUSE ET SUD ALSACE|MULHOUSE|GHT Haute Alsace (GE-03) – Groupe hospitalier région Mulhouse et Sud Alsace",
                "COR-01|HAUTE-CORSE G2HC|CH BASTIA|BASTIA|GHT Haute-Corse G2HC (COR-01) – CH de Bastia",
                "HF-12|OISE NORD EST (ONE)|CHIC COMPIEGNE-NOYON|COMPIEGNE|GHT Oise Nord Est (ONE) (HF-12) – CHIC Compiègne-Noyon",
                "PACA-04|BOUCHES-DU-RHÔNE|AP-HM|MARSEILLE|GHT Bouches-du-Rhône (PACA-04) – AP-HM",
                "GUA-02|GHT DE LA GUADELOUPE|CHU DE LA GUADELOUPE|LES ABYMES|GHT de la Guadeloupe (GUA-02) – CHU de la Guadeloupe",
                "OCC-08|PYRÉNÉES ARIÉGEOISES|CHIC DU VAL D ARIEGE|ST JEAN DE VERGES|GHT Pyrénées Ariégeoises (OCC-08) – CHIC du Val d’Ariège",
                "NA-12|Vienne|CHU de Poitiers|POITIERS|GHT Vienne (NA-12) – CHU de Poitiers"
            })
    void un_ght_se_nomme_par_son_territoire_son_code_et_son_support(
            String code, String nom, String support, String commune, String attendu) {
        assertThat(Denomination.duGht(new CodeGht(code), nom, support, commune)).isEqualTo(attendu);
    }

    @Test
    void une_entite_juridique_se_nomme_comme_publiee_avec_son_finess() {
        assertThat(Denomination.deLEntite("A.R.P.S.", new Finess("750804940"))).isEqualTo("A.R.P.S. (750804940)");
        assertThat(Denomination.deLEntite("CLINIQUE DE L'ORANGERIE", new Finess("340780477")))
                .isEqualTo("CLINIQUE DE L’ORANGERIE (340780477)");
    }

    @Test
    void aucun_des_135_ght_ne_crie_ni_ne_se_confond_avec_un_autre(
            DataSource source, JdbcClient sql, TransactionTemplate transaction) {
        var registre = new Etablissements(sql);
        RegistreImporte.importer(source, sql, transaction, registre, DonneesFiness.dossier());
        var lignes = Arrays.stream(Region.values())
                .map(region -> CritereDeCandidat.de(TypeCandidat.GHT, region).page(1, 100))
                .map(registre::chercher)
                .peek(page -> assertThat(page.lignes())
                        .extracting(ligne -> ligne.cle().identifiant())
                        .isSorted())
                .flatMap(page -> page.lignes().stream())
                .toList();

        assertThat(lignes).hasSize(135).extracting(LigneCandidat::denomination).doesNotHaveDuplicates();
        assertThat(lignes).allSatisfy(ligne -> {
            assertThat(ligne.denomination()).matches("GHT [^()]+( \\(ONE\\))? \\([A-Z]{2,4}-\\d\\d\\) – .+");
            assertThat(CAPITALES
                            .matcher(ligne.denomination().replace(ligne.cle().identifiant(), ""))
                            .results())
                    .allSatisfy(suite -> assertThat(suite.group()).matches(SIGLE));
        });
        assertThat(registre.noms(lignes.stream().map(LigneCandidat::cle).toList())
                        .values())
                .containsExactlyElementsOf(
                        lignes.stream().map(LigneCandidat::denomination).toList());
    }
}
