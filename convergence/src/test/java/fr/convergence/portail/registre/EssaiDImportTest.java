package fr.convergence.portail.registre;

import static fr.convergence.portail.registre.RegistreEcrit.CLINIQUE;
import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.registre.HistoriqueDesImports.Issue;
import fr.convergence.portail.registre.RapportImport.Compte;
import fr.convergence.portail.registre.RapportImport.Objet;
import fr.convergence.portail.registre.ResultatImport.AConfirmer;
import fr.convergence.portail.registre.ResultatImport.Importe;
import fr.convergence.socle.base.BaseDeTest;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.identifiant.Finess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** L'import essayé avant d'être confirmé : il dit tout et ne change rien. */
@ExtendWith(BaseDeTest.class)
final class EssaiDImportTest {

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
    void un_import_qui_fermerait_le_dixieme_du_registre_attend_une_confirmation() throws IOException {
        var grand = RegistreEcrit.ordinaire(dossier);
        for (var finess : finess(100)) {
            grand.ej(finess + ";CLINIQUE " + finess + ";;73;EJ_PRIVEE;X");
        }
        registre.importe(grand.ecrire());
        var petit = RegistreEcrit.ordinaire(dossier).ecrire();

        assertThat(registre.importer.executer(petit))
                .isInstanceOfSatisfying(
                        AConfirmer.class,
                        attente -> assertThat(attente.motif()).isEqualTo("EJ : 100 fermetures sur 103 ouverts"));
        assertThat(ouvertes()).isEqualTo(103);
        assertThat(registre.importer.confirmer(petit)).isInstanceOf(Importe.class);
        assertThat(ouvertes()).isEqualTo(3);
    }

    @Test
    void un_essai_dit_tout_et_ne_change_rien() throws IOException {
        var id = Uuid.v7();
        RegistreEcrit.ordinaire(dossier)
                .retirer(CLINIQUE)
                .ej("123456789;X;;13;GHT;Y")
                .ecrire();

        assertThat(registre.importer.verifier(id, dossier, _ -> {}))
                .isInstanceOfSatisfying(
                        AConfirmer.class, attente -> assertThat(attente.motif()).isEmpty());
        assertThat(registre.ej(CLINIQUE).ouvert()).isTrue();
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
        registre.importer.verifier(id, dossier, _ -> {});
        registre.importer.importer(id, dossier, _ -> {});

        assertThat(registre.ej(CLINIQUE).ouvert()).isFalse();
        var historique = new HistoriqueDesImports(sql);
        assertThat(historique.un(id))
                .hasValueSatisfying(fait -> assertThat(fait.issue()).isEqualTo(Issue.IMPORTE));
        assertThat(historique.comptes(id)).containsEntry(Objet.EJ, new Compte(0, 0, 1));
        assertThat(historique.recents(null, 10)).hasSize(2);
    }

    @Test
    void un_essai_qui_ne_changerait_rien_est_fini() {
        assertThat(registre.importer.verifier(Uuid.v7(), dossier, _ -> {}))
                .isInstanceOfSatisfying(
                        Importe.class,
                        fini -> assertThat(fini.rapport().sansChangement()).isTrue());
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
