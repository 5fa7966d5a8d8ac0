package fr.convergence.portail.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.instruction.UneInstruction;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.fichier.Fichiers;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.journal.LigneDuJournal;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Ce qu'un vérificateur emporte de sa liste (INSTR-7). */
@TestDuPortail
@Tag("INSTR-7")
final class ExportsTest {

    private static final String EXPORTS = LesExports.ADRESSE;

    @Autowired
    UneInstruction instruction;

    @Autowired
    Requetes requetes;

    @Autowired
    LesExports lesExports;

    @Autowired
    FaireExport faire;

    @Autowired
    Exports exports;

    @Autowired
    Fichiers fichiers;

    @Autowired
    Journal journal;

    @Autowired
    BoiteAuxLettres boite;

    @Autowired
    HorlogeDeTest horloge;

    @Autowired
    JdbcClient base;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void la_liste_filtree_se_prepare_et_se_telecharge_avec_les_colonnes_choisies() throws Exception {
        var alice = instruction.ars("27");
        var mien = instruction.transmis("27", "CH DE DIJON");
        instruction.transmis("28", "CH DE ROUEN");

        assertThat(lesExports.demander(alice, "CSV", "REFERENCE", "CANDIDAT", "STATUT"))
                .hasStatus(303);
        assertThat(lesExports.page(alice, EXPORTS).select("main").text()).contains("En préparation", "Actualiser");
        assertThat(faire.liste()).isTrue();

        var lien = lesExports.page(alice, EXPORTS).selectFirst("a[download]");
        var fichier = requetes.lire(alice, lien.attr("href"));
        assertThat(fichier).hasStatusOk();
        assertThat(fichier.getResponse().getHeader("Content-Disposition"))
                .startsWith("attachment")
                .contains(".csv");
        assertThat(fichier.getResponse().getContentAsString(UTF_8).lines())
                .startsWith("\uFEFF\"Référence du dossier\";\"Établissement\";\"Statut\"")
                .contains("\"%s\";\"CH DE DIJON\";\"Transmis à l’ARS\"".formatted(mien.reference()))
                .noneMatch(ligne -> ligne.contains("ROUEN"));
        assertThat(boite.derniere(UneInstruction.courriel(alice)).texte()).contains("dossiers-", EXPORTS);
    }

    @Test
    void ce_qui_est_emporte_est_au_journal_et_chaque_telechargement_aussi() throws Exception {
        var alice = instruction.ars("27");
        var pret = lesExports.pret(alice, "XLSX", "REFERENCE");

        requetes.lire(alice, LesExports.adresse(pret));

        assertThat(journal.chaine("export/" + pret))
                .extracting(LigneDuJournal::acte, LigneDuJournal::acteur)
                .containsExactly(tuple("export-fait", alice.getName()), tuple("export-telecharge", alice.getName()));
        assertThat(journal.chaine("export/" + pret).getFirst().detail().get("filtres"))
                .contains("Statut : Transmis à l’ARS", "Colonnes : Référence du dossier");
    }

    @Test
    void demande_dans_deux_onglets_il_ne_se_fait_qu_une_fois() throws Exception {
        var alice = instruction.ars("27");

        lesExports.demander(alice, "ODS", "REFERENCE", "STATUT");
        lesExports.demander(alice, "ODS", "STATUT", "REFERENCE");
        assertThat(exports.de(alice)).hasSize(1);

        faire.liste();
        lesExports.demander(alice, "ODS", "REFERENCE", "STATUT");
        assertThat(exports.de(alice)).as("il vient d'être fait").hasSize(1);

        horloge.avancer(Duration.ofMinutes(2));
        lesExports.demander(alice, "ODS", "REFERENCE", "STATUT");
        assertThat(exports.de(alice)).as("la liste a pu changer").hasSize(2);
        faire.liste();
    }

    @Test
    void personne_d_autre_ne_le_telecharge_ni_son_auteur_dans_un_autre_perimetre() throws Exception {
        var alice = instruction.ars("27");
        var adresse = LesExports.adresse(lesExports.pret(alice, "CSV", "REFERENCE"));
        var ailleurs = new Connecte(alice.compte(), Role.ARS, alice.nom(), Role.ARS.perimetre("28"), alice.depuis());

        assertThat(requetes.lire(instruction.ars("27"), adresse)).hasStatus(404);
        assertThat(requetes.lire(instruction.ans(), adresse)).hasStatus(404);
        assertThat(requetes.lire(ailleurs, adresse)).hasStatus(404);
        assertThat(lesExports.page(ailleurs, EXPORTS).select("a[download]")).isEmpty();
        assertThat(requetes.lire(alice, adresse)).hasStatusOk();
    }

    @Test
    void il_contient_ce_que_son_auteur_peut_lire_quand_il_se_fait() throws Exception {
        var alice = instruction.ars("27");
        var ancien = instruction.transmis("27", "CH ANCIEN PERIMETRE");
        var nouveau = instruction.transmis("28", "CH NOUVEAU PERIMETRE");
        lesExports.demander(alice, "CSV", "REFERENCE");
        base.sql("update compte set region = '28' where id = ?")
                .param(alice.compte())
                .update();
        faire.liste();

        var ailleurs = new Connecte(alice.compte(), Role.ARS, alice.nom(), Role.ARS.perimetre("28"), alice.depuis());
        var fait = requetes.lire(
                ailleurs,
                LesExports.adresse(exports.de(ailleurs).getFirst().demande().id()));
        assertThat(fait.getResponse().getContentAsString(UTF_8))
                .contains(nouveau.reference().valeur())
                .doesNotContain(ancien.reference().valeur());
        assertThat(requetes.lire(
                        alice,
                        LesExports.adresse(
                                exports.de(ailleurs).getFirst().demande().id())))
                .as("une session d'avant")
                .hasStatus(404);
    }

    @Test
    void un_compte_desactive_entre_temps_n_emporte_rien() throws Exception {
        var alice = instruction.ars("27");
        lesExports.demander(alice, "CSV", "REFERENCE");
        base.sql("update compte set etat = 'DESACTIVE' where id = ?")
                .param(alice.compte())
                .update();

        faire.liste();

        assertThat(exports.de(alice))
                .singleElement()
                .matches(suivi -> suivi.echec().isPresent());
        assertThat(boite.de(UneInstruction.courriel(alice))).isEmpty();
    }

    @Test
    void apres_un_jour_il_n_existe_plus() throws Exception {
        var alice = instruction.ars("27");
        var pret = lesExports.pret(alice, "CSV", "REFERENCE");
        var fichier = exports.rendu(alice, pret).orElseThrow().fichier();

        horloge.avancer(Duration.ofHours(24));

        assertThat(requetes.lire(alice, LesExports.adresse(pret))).hasStatus(404);
        while (TravauxDExport.oublier(exports, fichiers, transaction)) {
            // un lot plein : il en reste peut-être
        }
        assertThat(fichiers.lire(fichier)).isEmpty();
        assertThat(base.sql("select count(*) from export_demande where id = ?")
                        .param(pret)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void un_noeud_mort_est_relaye_et_ce_qu_il_finirait_ensuite_est_oublie() throws Exception {
        var alice = instruction.ars("27");
        lesExports.demander(alice, "CSV", "REFERENCE");
        var mort = exports.prendre(false).orElseThrow();
        assertThat(faire.liste()).as("il est en main").isFalse();

        horloge.avancer(Duration.ofMinutes(1));
        assertThat(faire.liste()).isTrue();

        assertThat(exports.rendu(alice, mort.id())).isPresent();
        assertThat(exports.finir(mort, "27", UUID.randomUUID(), "dossiers.csv", 1, 1))
                .isFalse();
    }

    @Test
    void un_export_qui_echoue_toujours_se_dit_au_lieu_de_se_refaire_sans_fin() throws Exception {
        var alice = instruction.ars("27");
        lesExports.demander(alice, "CSV", "REFERENCE");
        for (var n = 0; n < 3; n++) {
            exports.rendre(exports.prendre(false).orElseThrow());
        }

        faire.liste();

        assertThat(lesExports.page(alice, EXPORTS).select("main").text())
                .contains("Non fait", "s’est interrompu plusieurs fois");
    }

    @Test
    void sans_colonne_ni_format_la_page_dit_ce_qui_manque_et_garde_les_filtres() throws Exception {
        var alice = instruction.ars("27");

        var refus = requetes.envoyer(alice, EXPORTS, "etat", "refuse", "q", "dijon");

        assertThat(refus).hasStatus(422);
        var page = LesExports.lue(refus);
        assertThat(page.select(".fr-alert--error").text()).contains("Choisissez au moins une colonne", "un format");
        assertThat(page.select("input[name=etat]").val()).isEqualTo("refuse");
        assertThat(page.select("input[name=q]").val()).isEqualTo("dijon");
        assertThat(exports.de(alice)).isEmpty();
    }

    @Test
    void les_coordonnees_du_referent_ne_sont_emportees_que_si_on_les_demande() throws Exception {
        var page = lesExports.page(instruction.ars("27"), EXPORTS + "/nouveau?etat=tous");

        assertThat(page.select("input[name=colonnes][checked]").eachAttr("value"))
                .contains("REFERENCE", "CANDIDAT")
                .doesNotContain("REFERENT", "COURRIEL", "TELEPHONE");
    }
}
