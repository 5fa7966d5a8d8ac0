package fr.convergence.mesures.charge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.convergence.mesures.pannes.LigneDuBilan;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Le banc de mesure lui-même : chaque geste s'y mène, contre un vrai serveur, et y vérifie sa réponse. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "le temps processeur se lit dans /proc")
final class MesurerTest {

    @Test
    void chaque_geste_se_mesure(@TempDir Path travail) throws Exception {
        var rapport = Mesurer.executer(OptionsDuBanc.lire(
                "--rapide",
                "--parties=plancher,pages,envois,tas,courriels,pointe,demarrage",
                "--pointe=1",
                "--travail=" + travail));

        assertThat(rapport.mesures())
                .hasSize(28)
                .allSatisfy(mesure -> assertThat(mesure.requetes()).isPositive());
        assertThat(rapport.texte()).contains("| transmission | 10000 | 4 |", "nu, liste", "lecteur nu", "Tas retenu");
        assertThat(rapport.texte()).contains("0 en double", "Démarrage, schéma en place, jar tel quel");
        assertThat(rapport.texte().lines().filter(ligne -> ligne.startsWith("- Pointe, ")))
                .hasSize(8)
                .allMatch(ligne -> ligne.contains(" ; 0 erreurs"));
    }

    @Test
    void ce_qui_a_sa_propre_base_se_mesure_a_part(@TempDir Path travail) throws Exception {
        var rapport = Mesurer.executer(
                OptionsDuBanc.lire("--rapide", "--parties=registre,enumeration,migrations", "--travail=" + travail));

        assertThat(rapport.texte())
                .contains("finess-structures-journalier.json : ", "montpellier", "connexion, adresse e-mail")
                .contains("Migrations sur une table de 2000 lignes", "colonne ajoutée pendant une lecture")
                .doesNotContain("REFUSE");
        assertThat(travail).isEmptyDirectory();
    }

    @Test
    void les_fichiers_que_les_gens_font_se_controlent(@TempDir Path travail) throws Exception {
        var rapport = Mesurer.executer(OptionsDuBanc.lire("--rapide", "--parties=fichiers", "--travail=" + travail));

        assertThat(rapport.texte())
                .contains("- Fichiers sains fabriqués : ", "- Producteurs absents : ")
                .doesNotContain("REFUSÉ", "MAL DIT");
        assertThat(travail).isEmptyDirectory();
    }

    @Test
    void deux_cents_corps_a_la_fois_se_mesurent_a_part(@TempDir Path travail) throws Exception {
        var rapport = Mesurer.executer(OptionsDuBanc.lire("--rapide", "--parties=corps", "--travail=" + travail));

        assertThat(rapport.texte())
                .contains("200 envois de fichiers sans fin : tas vivant", "200 formulaires lents de quatre réseaux");
        // Les durées dépendent de la machine : elles se lisent dans le rapport.
        assertThat(rapport.constats().stream().filter(constat -> !constat.selonLaMachine()))
                .as(rapport.texte())
                .hasSize(5)
                .allMatch(LigneDuBilan::tenu);
        assertThat(travail).isEmptyDirectory();
    }

    @Test
    @DisabledIfEnvironmentVariable(
            named = "CI",
            matches = ".+",
            disabledReason = "deux portails et leurs bases de plus")
    void des_conventions_et_de_gros_envois_se_mesurent_a_part(@TempDir Path travail) throws Exception {
        var rapport =
                Mesurer.executer(OptionsDuBanc.lire("--rapide", "--parties=conventions,gros", "--travail=" + travail));

        assertThat(rapport.texte())
                .contains("balisée", "Conventions par seconde, 2 fils", "3 sur 3, relus par leur adresse")
                .doesNotContain("NON BALISÉE");
        assertThat(rapport.constats()).as(rapport.texte()).hasSize(3).allMatch(LigneDuBilan::tenu);
        assertThat(travail).isEmptyDirectory();
    }

    @Test
    void une_partie_inconnue_est_dite() {
        assertThatThrownBy(() -> OptionsDuBanc.lire("--parties=pages,registres"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Partie inconnue : registres");
    }

    @Test
    void une_page_d_erreur_ne_se_mesure_pas() {
        var refus = new ReponseDuServeur(403, Map.of(), "Accès refusé".getBytes());

        assertThatThrownBy(() -> refus.attendue(200, "formulaire"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("formulaire", "403");
    }
}
