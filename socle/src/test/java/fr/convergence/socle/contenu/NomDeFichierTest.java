package fr.convergence.socle.contenu;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.socle.page.Message;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NomDeFichierTest {

    private static final Limites PDF_ZIP = Limites.de(List.of("pdf", "zip"), 10_000_000);

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "../../etc/passwd.pdf → passwd.pdf",
                "C:\\Users\\moi\\note.pdf → note.pdf",
                "a<b>:\"c|?*.pdf → a_b___c___.pdf",
                "  .caché.pdf.  → caché.pdf",
                "con.pdf → _con.pdf",
                "e\u0301tat.pdf → état.pdf",
                "ann\u202efdp.exe → annfdp.exe",
                ".. → fichier"
            })
    void un_nom_est_nettoye(String brut, String propre) {
        assertThat(NomDeFichier.lire(brut).valeur()).isEqualTo(propre);
    }

    @Test
    void un_nom_ne_porte_ni_retour_a_la_ligne_ni_controle() {
        assertThat(NomDeFichier.lire("a\r\nSet-Cookie: b\u0000\u2028.pdf").valeur())
                .isEqualTo("aSet-Cookie_ b.pdf");
    }

    @Test
    void un_nom_trop_long_garde_son_extension() {
        assertThat(NomDeFichier.lire("😀".repeat(200) + ".pdf").valeur())
                .hasSizeLessThanOrEqualTo(NomDeFichier.LONGUEUR_MAX)
                .endsWith("😀.pdf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"facture.exe.pdf", "photo.SVG.pdf", "a.html .pdf", "facture.exe.pdf.pdf", "a.docm.zip"})
    void une_extension_qui_s_execute_sous_la_derniere_est_refusee(String nom) {
        assertThat(raison(nom, 1)).contains(Raison.DOUBLE_EXTENSION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DIM - M. SH. Martin.pdf",
                "Rapport.docx.pdf",
                "scan.pdf.pdf",
                "facture.pdf.zip",
                "M.SH.Martin.pdf",
                "note v1.2.PDF",
                "Photos J.-S. 2025.jpeg.zip"
            })
    void un_nom_honnete_est_admis(String nom) {
        assertThat(raison(nom, 1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "IMG_0412.HEIC, HEIC",
        "budget.gsheet, NUAGE",
        "note.pdf.icloud, NUAGE",
        "rapport.pdf.crdownload, NUAGE",
        "~$note.pdf, TEMPORAIRE"
    })
    void ce_qui_n_est_pas_le_fichier_voulu_dit_ce_que_c_est(String nom, Raison raison) {
        assertThat(raison(nom, 162)).contains(raison);
    }

    @ParameterizedTest
    @ValueSource(strings = {"facture.pdf.exe", "note", "macro.docm", "dessin.svg", "page.html", "note.docx"})
    void une_extension_que_la_question_ne_demande_pas_est_refusee(String nom) {
        assertThat(raison(nom, 1)).contains(Raison.EXTENSION);
    }

    @Test
    void la_taille_se_juge_sur_l_annonce() {
        assertThat(raison("note v1.2.PDF", 10_000_000)).isEmpty();
        assertThat(raison("note.pdf", 0)).contains(Raison.VIDE);
        assertThat(Controles.annonce(NomDeFichier.lire("note.pdf"), 10_000_001, PDF_ZIP))
                .contains(new Refus(Raison.TAILLE, PDF_ZIP.tailleEnClair()));
    }

    @Test
    void chaque_refus_a_son_texte() throws IOException {
        var textes = new Properties();
        try (var lecteur = new InputStreamReader(
                NomDeFichier.class.getResourceAsStream("textes.properties"), StandardCharsets.UTF_8)) {
            textes.load(lecteur);
        }
        assertThat(Arrays.stream(Raison.values())
                        .filter(raison -> raison != Raison.CONTENU_DIFFERENT && raison != Raison.ACTIF)
                        .map(Refus::new)
                        .map(Refus::message)
                        .map(Message::cle))
                .allMatch(textes::containsKey);
        assertThat(Arrays.stream(TypeReel.values())
                        .map(type -> new Refus(Raison.CONTENU_DIFFERENT, type.name())
                                .message()
                                .cle()))
                .allMatch(textes::containsKey);
        assertThat(Arrays.stream(ContenuActif.values())
                        .flatMap(actif -> Stream.of(
                                Refus.actif(actif, "").message().cle(),
                                actif.marque().cle())))
                .allMatch(textes::containsKey);
    }

    @Test
    void un_contenu_refuse_est_nomme() {
        assertThat(Refus.actif(ContenuActif.PROGRAMME, "outils/a:b.exe").message())
                .isEqualTo(new Message("contenu.refus.actif.programme.nomme", "outils/a:b.exe"));
    }

    private static Optional<Raison> raison(String nom, long taille) {
        return Controles.annonce(NomDeFichier.lire(nom), taille, PDF_ZIP).map(Refus::raison);
    }
}
