package fr.convergence.portail.registre;

import static fr.convergence.portail.registre.RegistreEcrit.CH;
import static fr.convergence.portail.registre.RegistreEcrit.CHU;
import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.candidat.TypeCandidat;
import fr.convergence.portail.registre.RapportImport.Compte;
import fr.convergence.portail.registre.RapportImport.Objet;
import fr.convergence.portail.registre.RapportImport.Rejet;
import fr.convergence.socle.base.BaseDeTest;
import fr.convergence.socle.identifiant.CodeGht;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Qui entre dans un GHT, en sort, et d'où on le sait. */
@ExtendWith(BaseDeTest.class)
final class CompositionDesGhtTest {

    @TempDir
    Path dossier;

    private JdbcClient sql;
    private RegistreImporte registre;

    @BeforeEach
    void registre_ordinaire(DataSource source, JdbcClient sql, TransactionTemplate transaction) throws IOException {
        this.sql = sql;
        registre = new RegistreImporte(source, sql, transaction, dossier);
    }

    @Test
    void un_hopital_passe_d_un_ght_a_l_autre_le_meme_jour() throws IOException {
        var rapport = registre.importe(RegistreEcrit.ordinaire(dossier)
                .ght("OCC-72;76172;CAUSSES")
                .remplacer("OCC-71;" + CH + ";M", "OCC-72;" + CH + ";S")
                .ecrire());

        assertThat(rapport.compte(Objet.GHT)).isEqualTo(new Compte(1, 0, 0));
        assertThat(rapport.compte(Objet.MEMBRE)).isEqualTo(new Compte(1, 0, 1));
        assertThat(registre.ej(CH).ght())
                .hasValueSatisfying(code -> assertThat(code.valeur()).isEqualTo("OCC-72"));
    }

    @Test
    void un_hopital_qui_quitte_son_ght_devient_public_hors_ght() throws IOException {
        registre.importe(
                RegistreEcrit.ordinaire(dossier).retirer("OCC-71;" + CH).ecrire());

        assertThat(registre.ej(CH).typeActuel()).isEqualTo(TypeCandidat.EJ_PUBLIQUE_HORS_GHT);
        assertThat(registre.ej(CH).ght()).isEmpty();
    }

    @Test
    void un_ght_disparu_est_ferme_et_ses_membres_le_quittent() throws IOException {
        var rapport = registre.importe(
                RegistreEcrit.ordinaire(dossier).retirer("OCC-71").ecrire());

        assertThat(rapport.compte(Objet.GHT)).isEqualTo(new Compte(0, 0, 1));
        assertThat(rapport.compte(Objet.MEMBRE)).isEqualTo(new Compte(0, 0, 2));
        assertThat(registre.etablissements.candidat(TypeCandidat.GHT, "OCC-71"))
                .hasValueSatisfying(ght -> assertThat(ght.ouvert()).isFalse());
    }

    @Test
    void finess_plus_remplace_la_composition_deduite_et_garde_les_codes_de_ght() throws IOException {
        var fichier = Files.writeString(dossier.resolve("finess-structures-journalier-20261122.json"), """
                {"generatedAt": "2026-11-22T04:00:00Z",
                 "gcc": [{"nomGcc": "GARRIGUES ET CAUSSES", "gccIdentifiantExterne": "76171", "pmejDuGcc": [
                    {"pmSmsseId": "p1", "typeRoleEntiteGroupe": "M"}, {"pmSmsseId": "p2", "typeRoleEntiteGroupe": "S"},
                    {"pmSmsseId": "p3", "typeRoleEntiteGroupe": "M"}]}],
                 "pmej": [
                  {"informationsGeneralesPMEJ": {"pmSmsseId": "p1", "numFinessPm": "349000018",
                    "denominationPm": "CHU DE VALBRUNE", "statutJuridique": {"code": "11"}},
                   "ege": [{"numFinessEge": "349000026", "nomEgeCourt": "HOPITAL DES ARCEAUX",
                            "categorieEntiteGeographiqueExercice": {"code": "101"}}]},
                  {"informationsGeneralesPMEJ": {"pmSmsseId": "p2", "numFinessPm": "349000059",
                    "denominationPm": "CH DE PEYRELONGUE", "statutJuridique": {"code": "13"}}, "ege": []},
                  {"informationsGeneralesPMEJ": {"pmSmsseId": "p4", "numFinessPm": "339000010",
                    "denominationPm": "POLYCLINIQUE", "statutJuridique": {"code": "73"},
                    "dateFermeture": "2026-01-31"}, "ege": []}]}
                """);
        var rapport = registre.importe(fichier);

        assertThat(rapport.lu().dateDonnees()).contains(LocalDate.of(2026, 11, 22));
        assertThat(rapport.compte(Objet.MEMBRE)).isEqualTo(new Compte(0, 2, 0));
        assertThat(rapport.compte(Objet.EJ).fermes()).isOne();
        assertThat(rapport.lu().premiersRejets()).extracting(Rejet::motif).containsExactly("EJ p3 inconnue");
        assertThat(registre.etablissements.candidat(TypeCandidat.GHT, "OCC-71"))
                .get()
                .satisfies(ght -> assertThat(ght.finess().valeur()).isEqualTo(CH));
        assertThat(registre.importe(fichier).sansChangement()).isTrue();
    }

    @Test
    void une_composition_deduite_se_dit_jusqu_a_ce_qu_une_liste_officielle_la_remplace() throws IOException {
        var provenance = new Provenance(sql);
        var ght = new CodeGht("OCC-71");
        assertThat(provenance.deduite(ght)).isFalse();

        var rapport = registre.importe(RegistreEcrit.ordinaire(dossier)
                .remplacer("code_ght;finess_ej;role", "code_ght;finess_ej;role;origine")
                .remplacer(CHU + ";S", CHU + ";S;finess_plus_2026-10-01")
                .remplacer(CH + ";M", CH + ";M;deduit_sae2023")
                .ecrire());
        assertThat(rapport.compte(Objet.MEMBRE)).isEqualTo(new Compte(0, 1, 0));
        assertThat(provenance.deduite(ght)).isTrue();

        registre.importe(RegistreEcrit.ordinaire(dossier).ecrire());
        assertThat(provenance.deduite(ght)).isFalse();
        assertThat(provenance.extrait())
                .hasValueSatisfying(extrait -> assertThat(extrait.fichier())
                        .isEqualTo(dossier.getFileName().toString()));
    }
}
