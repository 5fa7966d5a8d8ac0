package fr.convergence.portail.registre;

import static fr.convergence.portail.registre.RegistreEcrit.CH;
import static fr.convergence.portail.registre.RegistreEcrit.CHU;
import static fr.convergence.portail.registre.RegistreEcrit.CLINIQUE;
import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.candidat.TypeCandidat;
import fr.convergence.portail.etablissement.Candidat;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.portail.registre.RapportImport.Compte;
import fr.convergence.portail.registre.RapportImport.Objet;
import fr.convergence.portail.registre.RapportImport.Rejet;
import fr.convergence.portail.registre.ResultatImport.Occupe;
import fr.convergence.portail.registre.ResultatImport.Refuse;
import fr.convergence.socle.base.BaseDeTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Ce qu'un import ajoute, change, ferme et écarte. */
@ExtendWith(BaseDeTest.class)
final class ImporterRegistreTest {

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
    void le_meme_fichier_deux_fois_ne_change_rien() {
        var rapport = registre.importe(dossier);

        assertThat(rapport.sansChangement()).isTrue();
        assertThat(rapport.lu().rejets()).isZero();
    }

    @Test
    void le_registre_conclut_le_type_de_chaque_entite() {
        assertThat(registre.ej(CHU).typeActuel()).isEqualTo(TypeCandidat.EJ_MEMBRE_GHT);
        assertThat(registre.ej(CLINIQUE).typeActuel()).isEqualTo(TypeCandidat.EJ_PRIVEE);
        assertThat(registre.ej(CHU).entites()).extracting(Candidat.Entite::nom).containsExactly("HOPITAL DES ARCEAUX");
    }

    @Test
    void un_nom_change_se_compte_et_se_lit() throws IOException {
        var rapport = registre.importe(RegistreEcrit.ordinaire(dossier)
                .remplacer("CH DE PEYRELONGUE", "CH DE L'OUEST")
                .ecrire());

        assertThat(rapport.compte(Objet.EJ)).isEqualTo(new Compte(0, 1, 0));
        assertThat(registre.ej(CH).nom()).isEqualTo("CH DE L'OUEST");
    }

    @Test
    void un_candidat_se_relit_une_fois_et_un_import_le_fait_relire() throws IOException {
        var avant = registre.ej(CH);
        sql.sql("update etablissement_ej set raison_sociale = 'RELU' where finess = ?")
                .param(CH)
                .update();
        assertThat(registre.ej(CH)).isSameAs(avant);

        registre.importe(RegistreEcrit.ordinaire(dossier)
                .remplacer("CH DE PEYRELONGUE", "CH DU NORD")
                .ecrire());

        assertThat(registre.ej(CH).nom()).isEqualTo("CH DU NORD");
    }

    @Test
    void ce_qui_disparait_est_ferme_et_se_retrouve_encore() throws IOException {
        var rapport = registre.importe(
                RegistreEcrit.ordinaire(dossier).retirer(CLINIQUE).ecrire());

        assertThat(rapport.compte(Objet.EJ)).isEqualTo(new Compte(0, 0, 1));
        assertThat(rapport.compte(Objet.EG)).isEqualTo(new Compte(0, 0, 1));
        assertThat(registre.ej(CLINIQUE).ouvert()).isFalse();
        assertThat(registre.ej(CLINIQUE).nom()).isEqualTo("POLYCLINIQUE DU GRAND-PIN");
        assertThat(registre.etablissements.choisissable(new CleCandidat(TypeCandidat.EJ_PRIVEE, CLINIQUE)))
                .isEmpty();
    }

    @Test
    void ce_qui_revient_est_rouvert() throws IOException {
        registre.importe(RegistreEcrit.ordinaire(dossier).retirer(CLINIQUE).ecrire());
        var rapport = registre.importe(RegistreEcrit.ordinaire(dossier).ecrire());

        assertThat(rapport.compte(Objet.EJ)).isEqualTo(new Compte(0, 1, 0));
        assertThat(registre.ej(CLINIQUE).ouvert()).isTrue();
    }

    @Test
    void une_ligne_rejetee_ne_ferme_pas_ce_qu_elle_nomme() throws IOException {
        var rapport = registre.importe(RegistreEcrit.ordinaire(dossier)
                .remplacer(CLINIQUE + ";POLYCLINIQUE DU GRAND-PIN", CLINIQUE + ";")
                .ecrire());

        assertThat(rapport.lu().premiersRejets())
                .containsExactly(new Rejet("entites_juridiques.csv", 4, "raison sociale absente"));
        assertThat(rapport.sansChangement()).isTrue();
        assertThat(registre.ej(CLINIQUE).ouvert()).isTrue();
    }

    @Test
    void doublon_ej_inconnue_et_ght_sans_support_sont_rejetes_avec_ligne_et_raison() throws IOException {
        var rapport = registre.importe(RegistreEcrit.ordinaire(dossier)
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
    void un_fichier_tronque_laisse_le_registre_et_la_trace_de_son_refus() throws IOException {
        Files.writeString(
                RegistreEcrit.ordinaire(dossier)
                        .remplacer("CHU", "AUTRE")
                        .ecrire()
                        .resolve("ght_membres.csv"),
                "code_ght;finess_ej;role\nOCC-71;3490");

        assertThat(registre.importer.executer(dossier))
                .isInstanceOfSatisfying(
                        Refuse.class,
                        refus -> assertThat(refus.motif())
                                .isEqualTo("ght_membres.csv, ligne 2 : fichier tronqué, dernière ligne incomplète"));
        assertThat(registre.ej(CHU).nom()).isEqualTo("CHU DE VALBRUNE");
        assertThat(sql.sql("select count(*) from etablissement_import where issue = 'REFUSE'")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void le_fichier_des_etablissements_ne_touche_ni_aux_entites_juridiques_ni_aux_ght() throws IOException {
        var fichier = Files.write(
                dossier.resolve("cs1100502.csv"),
                ("finess;etalab;1;2026-05-12\nstructureet;349000026;349000018;HOPITAL NEUF" + ";".repeat(28) + "\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
        var rapport = registre.importe(fichier);

        assertThat(rapport.compte(Objet.EG)).isEqualTo(new Compte(0, 1, 2));
        assertThat(rapport.compte(Objet.GHT)).isEqualTo(new Compte(0, 0, 0));
        assertThat(registre.ej(CHU).typeActuel()).isEqualTo(TypeCandidat.EJ_MEMBRE_GHT);
    }

    @Test
    void les_rejets_sont_tous_comptes_et_les_premiers_gardes() throws IOException {
        var ecrit = RegistreEcrit.ordinaire(dossier);
        for (int i = 0; i < 10_500; i++) {
            ecrit.ej("123456789;X;;13;GHT;Y");
        }
        var rapport = registre.importe(ecrit.ecrire());

        assertThat(rapport.lu().rejets()).isEqualTo(10_500);
        assertThat(rapport.lu().premiersRejets()).hasSize(10_000);
    }

    @Test
    void deux_imports_ne_se_melent_pas(TransactionTemplate transaction) {
        transaction.executeWithoutResult(_ -> {
            sql.sql("select pg_advisory_xact_lock(hashtext('etablissement_import'))")
                    .query()
                    .singleRow();
            var autre = CompletableFuture.supplyAsync(() -> registre.importer.executer(dossier));

            assertThat(autre.join()).isInstanceOf(Occupe.class);
        });
    }
}
