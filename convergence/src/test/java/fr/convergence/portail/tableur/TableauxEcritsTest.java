package fr.convergence.portail.tableur;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.tableur.Cellule.Moment;
import fr.convergence.portail.tableur.Cellule.Nombre;
import fr.convergence.portail.tableur.Cellule.Texte;
import fr.convergence.portail.tableur.Cellule.Vide;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Les tableaux que la plateforme écrit (INSTR-7). */
@Tag("INSTR-7")
final class TableauxEcritsTest {

    private static final Instant LE = Instant.parse("2026-07-03T13:03:00Z");
    private static final List<Cellule> TITRES = List.of(Cellule.de("Établissement"), Cellule.de("Montant"));

    @Test
    void un_csv_s_ouvre_d_un_double_clic_dans_un_tableur_francais() throws IOException {
        var csv = csv(List.of(
                new Texte("CHU « Łódź » ; \"annexe\" 🏥"),
                new Nombre(new BigDecimal("-39380.50")),
                new Moment(LE),
                new Vide()));

        assertThat(csv).isEqualTo("\uFEFF\"CHU « Łódź » ; \"\"annexe\"\" 🏥\";-39380,50;03/07/2026 15:03;\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+33 1", "-2", "@SOMME(A1)", "\t=1", "\r=1", "\n1", " =1", "\u00a0=1", "＝1"})
    void un_texte_n_est_pas_une_formule_de_csv(String texte) throws IOException {
        assertThat(csv(List.of(new Texte(texte)))).isEqualTo("\uFEFF\"'" + texte + "\"\r\n");
    }

    @Test
    void un_texte_de_csv_qui_n_en_est_pas_une_reste_tel_quel() throws IOException {
        assertThat(csv(List.of(new Texte("a=b"), new Texte("CH-1")))).isEqualTo("\uFEFF\"a=b\";\"CH-1\"\r\n");
    }

    @Test
    void un_classeur_excel_garde_textes_nombres_et_dates() throws IOException {
        var classeur = ecrire(FormeDeTableau.XLSX, ligne());

        var feuille = xml(classeur, "xl/worksheets/sheet1.xml");
        assertThat(feuille.select("row")).hasSize(2);
        assertThat(feuille.select("c[r=A2]").attr("t")).isEqualTo("inlineStr");
        assertThat(feuille.select("c[r=A2] t").text()).isEqualTo("=HYPERLINK(\"x\") 🏥");
        assertThat(feuille.select("f")).as("aucune formule").isEmpty();
        assertThat(feuille.select("c[r=B2] v").text()).isEqualTo("39380.50");
        assertThat(new BigDecimal(feuille.select("c[r=C2] v").text()))
                .as("jours depuis 1900, à l'heure de Paris")
                .isBetween(new BigDecimal("46206.627"), new BigDecimal("46206.628"));
        assertThat(feuille.select("c[r=D2] v")).isEmpty();
    }

    @Test
    void un_classeur_opendocument_garde_textes_nombres_et_dates() throws IOException {
        var classeur = ecrire(FormeDeTableau.ODS, ligne());

        assertThat(classeur.keySet().iterator().next()).isEqualTo("mimetype");
        assertThat(new String(classeur.get("mimetype"), UTF_8))
                .isEqualTo("application/vnd.oasis.opendocument.spreadsheet");
        var cellules =
                xml(classeur, "content.xml").select("table|table-row").last().children();
        assertThat(cellules.get(0).attr("office:value-type")).isEqualTo("string");
        assertThat(cellules.get(0).text()).isEqualTo("=HYPERLINK(\"x\") 🏥");
        assertThat(cellules).noneMatch(cellule -> cellule.hasAttr("table:formula"));
        assertThat(cellules.get(1).attr("office:value")).isEqualTo("39380.50");
        assertThat(cellules.get(2).attr("office:date-value")).isEqualTo("2026-07-03T15:03:00");
        assertThat(cellules.get(3).text()).isEmpty();
    }

    @Test
    void mille_lignes_y_sont_toutes_dans_leur_ordre() throws IOException {
        for (var forme : List.of(FormeDeTableau.XLSX, FormeDeTableau.ODS)) {
            var octets = new ByteArrayOutputStream();
            var tableau = forme.ouvrir(octets, "Dossiers");
            for (var rang = 0; rang < 1000; rang++) {
                tableau.ligne(List.of(Cellule.de("ligne " + rang)));
            }
            tableau.finir();

            var feuille = xml(
                    archive(octets.toByteArray()),
                    forme == FormeDeTableau.XLSX ? "xl/worksheets/sheet1.xml" : "content.xml");
            var textes = feuille.select(forme == FormeDeTableau.XLSX ? "c t" : "text|p")
                    .eachText();
            assertThat(textes)
                    .isEqualTo(IntStream.range(0, 1000)
                            .mapToObj(rang -> "ligne " + rang)
                            .toList());
        }
    }

    private static List<Cellule> ligne() {
        return List.of(
                new Texte("=HYPERLINK(\"x\")\u0000 🏥"),
                new Nombre(new BigDecimal("39380.50")),
                new Moment(LE),
                new Vide());
    }

    private static String csv(List<Cellule> ligne) throws IOException {
        var octets = new ByteArrayOutputStream();
        var csv = FormeDeTableau.CSV.ouvrir(octets, "");
        csv.ligne(ligne);
        csv.finir();
        return octets.toString(UTF_8);
    }

    private static Map<String, byte[]> ecrire(FormeDeTableau forme, List<Cellule> ligne) throws IOException {
        var octets = new ByteArrayOutputStream();
        var tableau = forme.ouvrir(octets, "Dossiers");
        tableau.ligne(TITRES);
        tableau.ligne(ligne);
        tableau.finir();
        return archive(octets.toByteArray());
    }

    private static Map<String, byte[]> archive(byte[] octets) throws IOException {
        var contenu = new LinkedHashMap<String, byte[]>();
        var fichier = Files.write(Files.createTempFile("tableau", ".zip"), octets);
        try (var archive = new ZipFile(fichier.toFile())) {
            for (var entree : Collections.list(archive.entries())) {
                contenu.put(entree.getName(), archive.getInputStream(entree).readAllBytes());
            }
        } finally {
            Files.delete(fichier);
        }
        return contenu;
    }

    private static Document xml(Map<String, byte[]> archive, String entree) {
        return Jsoup.parse(new String(archive.get(entree), UTF_8), "", Parser.xmlParser());
    }
}
