package fr.convergence.portail.registre;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.etablissement.Etablissements;
import fr.convergence.socle.base.BaseDeTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Un fichier abîmé n'importe comment est lu ou refusé ; il ne fait jamais tomber l'import. */
final class LecteursHostilesTest {

    private static final List<String> DEBUTS = List.of(
            "finess;etalab;3;2026-05-12\nstructureet;349000026;349000018;HOPITAL" + ";".repeat(28) + "\n",
            "structureej;349000018;CHU;;;1;RUE;X;;;;001;34910 VALBRUNE;34;;;11;;;;999000011;;\n",
            """
            {"generatedAt": "2026-10-01", "gcc": [{"nomGcc": "G", "gccIdentifiantExterne": "76171",
             "pmejDuGcc": [{"pmSmsseId": "p1", "typeRoleEntiteGroupe": "S"}]}], "pmej": [{"informationsGeneralesPMEJ":
             {"pmSmsseId": "p1", "numFinessPm": "349000018", "denominationPm": "CHU"}, "adresse": [], "ege":
             [{"numFinessEge": "349000026", "nomEgeCourt": "H"}]}]}
            """);

    private static Path dossier;
    private static ImporterRegistre importer;

    @BeforeContainer
    static void creer() throws IOException {
        dossier = Files.createTempDirectory("registre-hostile");
        var base = BaseDeTest.nouvelle();
        var sql = JdbcClient.create(base);
        importer = new ImporterRegistre(
                base,
                sql,
                new TransactionTemplate(new DataSourceTransactionManager(base)),
                new Etablissements(sql),
                Clock.systemDefaultZone(),
                _ -> {});
    }

    @AfterContainer
    static void effacer() throws IOException {
        Files.deleteIfExists(dossier.resolve("essai"));
        Files.deleteIfExists(dossier);
    }

    @Property(tries = 1500)
    void un_fichier_abime_est_lu_ou_refuse(@ForAll("abimes") byte[] octets) throws IOException {
        var fichier = Files.write(dossier.resolve("essai"), octets);
        try {
            FormatDuRegistre.reconnaitre(fichier)
                    .lire(lu -> assertThat(lu.origine().ligne()).isNotNegative());
        } catch (FichierRefuse | IOException | UncheckedIOException e) {
            assertThat(e).hasMessageNotContaining("NullPointer");
        }
    }

    @Property(tries = 100)
    void un_import_abime_rend_toujours_un_resultat(@ForAll("abimes") byte[] octets) throws IOException {
        assertThat(importer.confirmer(Files.write(dossier.resolve("essai"), octets)))
                .isNotNull();
    }

    /** Un fichier juste dont un morceau a été remplacé par des octets quelconques, coupé ou redit. */
    @Provide
    Arbitrary<byte[]> abimes() {
        var bruit = Arbitraries.bytes().array(byte[].class).ofMaxSize(40);
        var juste = Arbitraries.of(DEBUTS).map(texte -> texte.getBytes(StandardCharsets.UTF_8));
        return Combinators.combine(
                        juste,
                        bruit,
                        Arbitraries.integers().between(0, 700),
                        Arbitraries.integers().between(0, 60))
                .as((texte, insere, ou, ote) -> {
                    var coupe = Math.min(ou, texte.length);
                    var reprise = Math.min(coupe + ote, texte.length);
                    var sortie = Arrays.copyOf(texte, coupe + insere.length + texte.length - reprise);
                    System.arraycopy(insere, 0, sortie, coupe, insere.length);
                    System.arraycopy(texte, reprise, sortie, coupe + insere.length, texte.length - reprise);
                    return sortie;
                });
    }
}
