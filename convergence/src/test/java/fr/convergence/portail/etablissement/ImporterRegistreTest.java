package fr.convergence.portail.etablissement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.etablissement.HistoriqueDesImports.Issue;
import fr.convergence.portail.etablissement.RapportImport.Compte;
import fr.convergence.portail.etablissement.RapportImport.Objet;
import fr.convergence.portail.etablissement.RapportImport.Rejet;
import fr.convergence.portail.etablissement.ResultatImport.AConfirmer;
import fr.convergence.portail.etablissement.ResultatImport.Importe;
import fr.convergence.portail.etablissement.ResultatImport.Occupe;
import fr.convergence.portail.etablissement.ResultatImport.Refuse;
import fr.convergence.socle.base.BaseDeTest;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.identifiant.CodeGht;
import fr.convergence.socle.identifiant.Finess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ExtendWith(BaseDeTest.class)
final class ImporterRegistreTest {

    private static final String CHU = "349000018";
    private static final String CH = "349000059";
    private static final String CLINIQUE = "339000010";

    @TempDir
    Path dossier;

    private JdbcClient sql;
    private ImporterRegistre importer;
    private Etablissements etablissements;

    @BeforeEach
    void registre_ordinaire(DataSource source, JdbcClient sql, TransactionTemplate transaction) throws IOException {
        this.sql = sql;
        sql.sql("""
                truncate etablissement_import, etablissement_import_compte, etablissement_import_rejet,
                    etablissement_ej, etablissement_eg, etablissement_ght, etablissement_ght_membre""").update();
        importer = new ImporterRegistre(source, sql, transaction, Clock.systemDefaultZone());
        etablissements = new Etablissements(sql);
        assertThat(importer.executer(RegistreEcrit.ordinaire(dossier).ecrire())).isInstanceOf(Importe.class);
    }

    @Test
    void le_meme_fichier_deux_fois_ne_change_rien() {
        var rapport = importe(dossier);

        assertThat(rapport.sansChangement()).isTrue();
        assertThat(rapport.lu().rejets()).isZero();
    }

    @Test
    void le_registre_conclut_le_type_de_chaque_entite() {
        assertThat(ej(CHU).typeActuel()).isEqualTo(TypeCandidat.EJ_MEMBRE_GHT);
        assertThat(ej(CLINIQUE).typeActuel()).isEqualTo(TypeCandidat.EJ_PRIVEE);
        assertThat(ej(CHU).entites()).extracting(Candidat.Entite::nom).containsExactly("HOPITAL DES ARCEAUX");
    }

    @Test
    void un_nom_change_se_compte_et_se_lit() throws IOException {
        var rapport = importe(RegistreEcrit.ordinaire(dossier)
                .remplacer("CH DE PEYRELONGUE", "CH DE L'OUEST")
                .ecrire());

        assertThat(rapport.compte(Objet.EJ)).isEqualTo(new Compte(0, 1, 0));
        assertThat(ej(CH).nom()).isEqualTo("CH DE L'OUEST");
    }

    @Test
    void ce_qui_disparait_est_ferme_et_se_retrouve_encore() throws IOException {
        var rapport = importe(RegistreEcrit.ordinaire(dossier).retirer(CLINIQUE).ecrire());

        assertThat(rapport.compte(Objet.EJ)).isEqualTo(new Compte(0, 0, 1));
        assertThat(rapport.compte(Objet.EG)).isEqualTo(new Compte(0, 0, 1));
        assertThat(ej(CLINIQUE).ouvert()).isFalse();
        assertThat(ej(CLINIQUE).nom()).isEqualTo("POLYCLINIQUE DU GRAND-PIN");
        assertThat(etablissements.choisissable(new CleCandidat(TypeCandidat.EJ_PRIVEE, CLINIQUE)))
                .isEmpty();
    }

    @Test
    void ce_qui_revient_est_rouvert() throws IOException {
        importe(RegistreEcrit.ordinaire(dossier).retirer(CLINIQUE).ecrire());
        var rapport = importe(RegistreEcrit.ordinaire(dossier).ecrire());

        assertThat(rapport.compte(Objet.EJ)).isEqualTo(new Compte(0, 1, 0));
        assertThat(ej(CLINIQUE).ouvert()).isTrue();
    }

    @Test
    void une_ligne_rejetee_ne_ferme_pas_ce_qu_elle_nomme() throws IOException {
        var rapport = importe(RegistreEcrit.ordinaire(dossier)
                .remplacer(CLINIQUE + ";POLYCLINIQUE DU GRAND-PIN", CLINIQUE + ";")
                .ecrire());

        assertThat(rapport.lu().premiersRejets())
                .containsExactly(new Rejet("entites_juridiques.csv", 4, "raison sociale absente"));
        assertThat(rapport.sansChangement()).isTrue();
        assertThat(ej(CLINIQUE).ouvert()).isTrue();
    }

    @Test
    void doublon_ej_inconnue_et_ght_sans_support_sont_rejetes_avec_ligne_et_raison() throws IOException {
        var rapport = importe(RegistreEcrit.ordinaire(dossier)
                .ej(CLINIQUE + ";DEUXIEME FOIS;;73;EJ_PRIVEE;ARCAMBES")
                .eg("349000075;349000141;CMP;156;VALBRUNE")
                .ght("OCC-72;76172;ORPHELIN")
                .membres("OCC-73;" + CLINIQUE + ";M")
                .ecrire());

        assertThat(rapport.lu().premiersRejets())
                .extracting(rejet -> rejet.fichier() + " " + rejet.ligne() + " " + rejet.motif())
                .containsExactly(
                        "entites_geographiques.csv 5 EJ 349000141 inconnue",
                        "entites_juridiques.csv 5 339000010 : doublon de la ligne 4",
                        "ght.csv 3 OCC-72 : il faut un établissement support et un seul, et un code de diffusion à lui",
                        "ght_membres.csv 4 GHT OCC-73 inconnu");
        assertThat(rapport.sansChangement()).isTrue();
    }

    @Test
    void un_hopital_passe_d_un_ght_a_l_autre_le_meme_jour() throws IOException {
        var rapport = importe(RegistreEcrit.ordinaire(dossier)
                .ght("OCC-72;76172;CAUSSES")
                .remplacer("OCC-71;" + CH + ";M", "OCC-72;" + CH + ";S")
                .ecrire());

        assertThat(rapport.compte(Objet.GHT)).isEqualTo(new Compte(1, 0, 0));
        assertThat(rapport.compte(Objet.MEMBRE)).isEqualTo(new Compte(1, 0, 1));
        assertThat(ej(CH).ght())
                .hasValueSatisfying(code -> assertThat(code.valeur()).isEqualTo("OCC-72"));
    }

    @Test
    void un_hopital_qui_quitte_son_ght_devient_public_hors_ght() throws IOException {
        importe(RegistreEcrit.ordinaire(dossier).retirer("OCC-71;" + CH).ecrire());

        assertThat(ej(CH).typeActuel()).isEqualTo(TypeCandidat.EJ_PUBLIQUE_HORS_GHT);
        assertThat(ej(CH).ght()).isEmpty();
    }

    @Test
    void un_ght_disparu_est_ferme_et_ses_membres_le_quittent() throws IOException {
        var rapport = importe(RegistreEcrit.ordinaire(dossier).retirer("OCC-71").ecrire());

        assertThat(rapport.compte(Objet.GHT)).isEqualTo(new Compte(0, 0, 1));
        assertThat(rapport.compte(Objet.MEMBRE)).isEqualTo(new Compte(0, 0, 2));
        assertThat(etablissements.candidat(TypeCandidat.GHT, "OCC-71"))
                .hasValueSatisfying(ght -> assertThat(ght.ouvert()).isFalse());
    }

    @Test
    void un_fichier_tronque_laisse_le_registre_et_la_trace_de_son_refus() throws IOException {
        Files.writeString(
                RegistreEcrit.ordinaire(dossier)
                        .remplacer("CHU", "AUTRE")
                        .ecrire()
                        .resolve("ght_membres.csv"),
                "code_ght;finess_ej;role\nOCC-71;3490");

        assertThat(importer.executer(dossier))
                .isInstanceOfSatisfying(
                        Refuse.class,
                        refus -> assertThat(refus.motif())
                                .isEqualTo("ght_membres.csv, ligne 2 : fichier tronqué, dernière ligne incomplète"));
        assertThat(ej(CHU).nom()).isEqualTo("CHU DE VALBRUNE");
        assertThat(sql.sql("select count(*) from etablissement_import where issue = 'REFUSE'")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void un_import_qui_fermerait_le_dixieme_du_registre_attend_une_confirmation() throws IOException {
        var grand = RegistreEcrit.ordinaire(dossier);
        for (var finess : finess(100)) {
            grand.ej(finess + ";CLINIQUE " + finess + ";;73;EJ_PRIVEE;X");
        }
        importe(grand.ecrire());
        var petit = RegistreEcrit.ordinaire(dossier).ecrire();

        assertThat(importer.executer(petit))
                .isInstanceOfSatisfying(
                        AConfirmer.class,
                        attente -> assertThat(attente.motif()).isEqualTo("EJ : 100 fermetures sur 103 ouverts"));
        assertThat(ouvertes()).isEqualTo(103);
        assertThat(importer.confirmer(petit)).isInstanceOf(Importe.class);
        assertThat(ouvertes()).isEqualTo(3);
    }

    @Test
    void un_essai_dit_tout_et_ne_change_rien() throws IOException {
        var id = Uuid.v7();
        RegistreEcrit.ordinaire(dossier)
                .retirer(CLINIQUE)
                .ej("123456789;X;;13;GHT;Y")
                .ecrire();

        assertThat(importer.verifier(id, dossier, _ -> {}))
                .isInstanceOfSatisfying(
                        AConfirmer.class, attente -> assertThat(attente.motif()).isEmpty());
        assertThat(ej(CLINIQUE).ouvert()).isTrue();
        var historique = new HistoriqueDesImports(sql);
        assertThat(historique.un(id))
                .hasValueSatisfying(essai -> assertThat(essai.issue()).isEqualTo(Issue.A_CONFIRMER));
        assertThat(historique.comptes(id)).containsEntry(Objet.EJ, new Compte(0, 0, 1));
        assertThat(historique.rejets(id)).hasSize(1);
    }

    @Test
    void un_import_confirme_prend_la_place_de_son_essai() throws IOException {
        var id = Uuid.v7();
        RegistreEcrit.ordinaire(dossier).retirer(CLINIQUE).ecrire();
        importer.verifier(id, dossier, _ -> {});
        importer.importer(id, dossier, _ -> {});

        assertThat(ej(CLINIQUE).ouvert()).isFalse();
        var historique = new HistoriqueDesImports(sql);
        assertThat(historique.un(id))
                .hasValueSatisfying(fait -> assertThat(fait.issue()).isEqualTo(Issue.IMPORTE));
        assertThat(historique.comptes(id)).containsEntry(Objet.EJ, new Compte(0, 0, 1));
        assertThat(historique.recents(null, 10)).hasSize(2);
    }

    @Test
    void un_essai_qui_ne_changerait_rien_est_fini() {
        assertThat(importer.verifier(Uuid.v7(), dossier, _ -> {}))
                .isInstanceOfSatisfying(
                        Importe.class,
                        fini -> assertThat(fini.rapport().sansChangement()).isTrue());
    }

    @Test
    void le_fichier_des_etablissements_ne_touche_ni_aux_entites_juridiques_ni_aux_ght() throws IOException {
        var fichier = Files.write(
                dossier.resolve("cs1100502.csv"),
                ("finess;etalab;1;2026-05-12\nstructureet;349000026;349000018;HOPITAL NEUF" + ";".repeat(28) + "\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
        var rapport = importe(fichier);

        assertThat(rapport.compte(Objet.EG)).isEqualTo(new Compte(0, 1, 2));
        assertThat(rapport.compte(Objet.GHT)).isEqualTo(new Compte(0, 0, 0));
        assertThat(ej(CHU).typeActuel()).isEqualTo(TypeCandidat.EJ_MEMBRE_GHT);
    }

    @Test
    void les_rejets_sont_tous_comptes_et_les_premiers_gardes() throws IOException {
        var registre = RegistreEcrit.ordinaire(dossier);
        for (int i = 0; i < 10_500; i++) {
            registre.ej("123456789;X;;13;GHT;Y");
        }
        var rapport = importe(registre.ecrire());

        assertThat(rapport.lu().rejets()).isEqualTo(10_500);
        assertThat(rapport.lu().premiersRejets()).hasSize(10_000);
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
        var rapport = importe(fichier);

        assertThat(rapport.lu().dateDonnees()).contains(LocalDate.of(2026, 11, 22));
        assertThat(rapport.compte(Objet.MEMBRE)).isEqualTo(new Compte(0, 2, 0));
        assertThat(rapport.compte(Objet.EJ).fermes()).isOne();
        assertThat(rapport.lu().premiersRejets()).extracting(Rejet::motif).containsExactly("EJ p3 inconnue");
        assertThat(etablissements.candidat(TypeCandidat.GHT, "OCC-71"))
                .get()
                .satisfies(ght -> assertThat(ght.finess().valeur()).isEqualTo(CH));
        assertThat(importe(fichier).sansChangement()).isTrue();
    }

    @Test
    void une_composition_deduite_se_dit_jusqu_a_ce_qu_une_liste_officielle_la_remplace() throws IOException {
        var provenance = new Provenance(sql);
        var ght = new CodeGht("OCC-71");
        assertThat(provenance.deduite(ght)).isFalse();

        var rapport = importe(RegistreEcrit.ordinaire(dossier)
                .remplacer("code_ght;finess_ej;role", "code_ght;finess_ej;role;origine")
                .remplacer(CHU + ";S", CHU + ";S;finess_plus_2026-10-01")
                .remplacer(CH + ";M", CH + ";M;deduit_sae2023")
                .ecrire());
        assertThat(rapport.compte(Objet.MEMBRE)).isEqualTo(new Compte(0, 1, 0));
        assertThat(provenance.deduite(ght)).isTrue();

        importe(RegistreEcrit.ordinaire(dossier).ecrire());
        assertThat(provenance.deduite(ght)).isFalse();
        assertThat(provenance.extrait())
                .hasValueSatisfying(extrait -> assertThat(extrait.fichier())
                        .isEqualTo(dossier.getFileName().toString()));
    }

    @Test
    void deux_imports_ne_se_melent_pas(TransactionTemplate transaction) {
        transaction.executeWithoutResult(_ -> {
            sql.sql("select pg_advisory_xact_lock(hashtext('etablissement_import'))")
                    .query()
                    .singleRow();
            var autre = CompletableFuture.supplyAsync(() -> importer.executer(dossier));

            assertThat(autre.join()).isInstanceOf(Occupe.class);
        });
    }

    private RapportImport importe(Path chemin) {
        var resultat = importer.executer(chemin);
        assertThat(resultat).isInstanceOf(Importe.class);
        return ((Importe) resultat).rapport();
    }

    private Candidat.EntiteJuridique ej(String finess) {
        return (Candidat.EntiteJuridique) etablissements
                .candidat(new CleCandidat(TypeCandidat.EJ_PRIVEE, finess))
                .orElseThrow();
    }

    private long ouvertes() {
        return sql.sql("select count(*) from etablissement_ej where ferme_le is null")
                .query(Long.class)
                .single();
    }

    /** Des FINESS du Rhône à clé juste. */
    private static List<String> finess(int combien) {
        return IntStream.range(69_900_000, 69_900_000 + combien)
                .mapToObj(huit -> IntStream.range(0, 10)
                        .mapToObj(cle -> huit + "" + cle)
                        .filter(essai -> Finess.lire(essai).siLue().isPresent())
                        .findFirst()
                        .orElseThrow())
                .toList();
    }
}
