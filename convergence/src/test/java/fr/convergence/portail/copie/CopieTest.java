package fr.convergence.portail.copie;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.piece.EssaisDeDepot;
import fr.convergence.socle.base.Sha256;
import fr.convergence.socle.depot.DepotObjets;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.journal.LigneDuJournal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ce qu'un référent emporte de son dossier (DOS-10). */
@TestDuPortail
@Tag("DOS-10")
final class CopieTest extends EssaisDeDepot {

    @Autowired
    Journal journal;

    @Autowired
    ArchiveDuDossier archives;

    @Autowired
    DossiersAImprimer dossiers;

    @Autowired
    DepotObjets depot;

    @Autowired
    JdbcClient base;

    @Test
    void l_archive_porte_le_dossier_ses_pieces_et_leurs_empreintes() throws IOException {
        depots.depose(claire, dossier, "preuves", "été.pdf", PDF);
        depots.depose(claire, dossier, "preuves", "Été.pdf", PDF);
        analyse.analyserLot();
        var enAnalyse = "pas encore analysée.pdf";
        depots.depose(claire, dossier, "preuves", enAnalyse, PDF);

        var contenu = archive();

        var pdf = "dossier-" + dossier.reference() + ".pdf";
        var premiere = "1 - Formulaire de candidature/Preuves/été.pdf";
        var seconde = "1 - Formulaire de candidature/Preuves/Été (2).pdf";
        assertThat(contenu).containsOnlyKeys(pdf, premiere, seconde, "empreintes-sha256.txt");
        assertThat(contenu.get(premiere)).isEqualTo(PDF);
        assertThat(new String(contenu.get("empreintes-sha256.txt"), UTF_8).lines())
                .containsExactlyInAnyOrder(
                        empreinte(contenu, pdf), empreinte(contenu, premiere), empreinte(contenu, seconde));
        assertThat(texte(contenu.get(pdf))).contains("été.pdf", enAnalyse, "En cours");
    }

    @Test
    void une_piece_illisible_coupe_l_archive_qui_ne_passe_pas_pour_entiere() throws IOException {
        depots.depose(claire, dossier, "preuves", "saine.pdf", PDF);
        var perdue = depots.depose(claire, dossier, "preuves", "perdue.pdf", PDF);
        depots.depose(claire, dossier, "preuves", "suivante.pdf", PDF);
        analyse.analyserLot();
        depot.supprimer(base.sql("select objet from fichier_segment where fichier = ?")
                .param(perdue)
                .query(String.class)
                .single());
        var sortie = new ByteArrayOutputStream();

        assertThatThrownBy(() -> archives.ecrire(
                        claire,
                        dossiers.duReferent(claire, dossier.reference().valeur())
                                .orElseThrow(),
                        sortie))
                .isInstanceOf(IOException.class);

        var coupee = Files.write(Files.createTempFile("coupee", ".zip"), sortie.toByteArray());
        assertThatThrownBy(() -> new ZipFile(coupee.toFile()).close()).isInstanceOf(ZipException.class);
    }

    @Test
    void le_pdf_dit_l_etat_du_dossier_et_ce_qui_manque() throws IOException {
        var pdf = depots.lire(claire, "/dossiers/" + dossier.reference() + "/copie.pdf");

        assertThat(pdf.getContentType()).isEqualTo("application/pdf");
        assertThat(pdf.getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(pdf.getHeader("Cache-Control")).contains("no-store");
        assertThat(texte(pdf.getContentAsByteArray()))
                .contains(
                        dossier.reference().valeur(),
                        dossier.candidat().nom(),
                        "Pas encore transmise",
                        "Ce qui suit est un brouillon",
                        "Sans réponse");
    }

    @Test
    void chaque_copie_laisse_une_trace() {
        depots.lire(claire, "/dossiers/" + dossier.reference() + "/copie.zip");

        assertThat(journal.chaine("acces/" + dossier.reference().valeur()))
                .singleElement()
                .returns("dossier-copie", LigneDuJournal::acte)
                .returns(claire.getName(), LigneDuJournal::acteur);
    }

    @Test
    void le_dossier_d_un_autre_n_existe_pas() {
        for (var forme : new String[] {"/copie.pdf", "/copie.zip"}) {
            var adresse = "/dossiers/" + dossier.reference() + forme;
            assertThat(depots.lire(depots.referent(), adresse).getStatus()).isEqualTo(404);
            assertThat(depots.lire(depots.verificateur(Role.ARS, "76"), adresse).getStatus())
                    .isEqualTo(403);
        }
    }

    private Map<String, byte[]> archive() throws IOException {
        var reponse = depots.lire(claire, "/dossiers/" + dossier.reference() + "/copie.zip");
        assertThat(reponse.getContentType()).isEqualTo("application/zip");
        var contenu = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(reponse.getContentAsByteArray()), UTF_8)) {
            for (var entree = zip.getNextEntry(); entree != null; entree = zip.getNextEntry()) {
                contenu.put(entree.getName(), zip.readAllBytes());
            }
        }
        return contenu;
    }

    private static String empreinte(Map<String, byte[]> contenu, String nom) {
        return HexFormat.of().formatHex(Sha256.de(contenu.get(nom))) + "  " + nom;
    }

    private static String texte(byte[] pdf) throws IOException {
        try (var lu = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(lu).replaceAll("[\\s\u00a0]+", " ");
        }
    }
}
