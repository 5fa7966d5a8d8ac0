package fr.convergence.mesures.charge;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.mesures.pannes.LigneDuBilan;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Les parties du banc qui ont leur propre serveur ou leur propre base : à côté des autres, elles n'attendent personne. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "le temps processeur se lit dans /proc")
final class MesurerAPartTest {

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
}
