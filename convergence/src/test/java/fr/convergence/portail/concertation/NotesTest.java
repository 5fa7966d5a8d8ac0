package fr.convergence.portail.concertation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.instruction.UneInstruction;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.page.Cadre;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Les notes des vérificateurs : lues d'eux seuls, corrigées de leur auteur, sans perdre ce qu'elles disaient. */
@TestDuPortail
@Tag("INSTR-4")
final class NotesTest {

    private static final String SECRET = "Zinzolin à relancer";

    @Autowired
    UneInstruction instruction;

    @Autowired
    Requetes requetes;

    @Autowired
    BoiteAuxLettres boite;

    private Connecte claire;
    private Connecte alice;
    private Dossier dossier;

    @BeforeEach
    void transmettre() {
        claire = instruction.referent();
        alice = instruction.ars("28");
        dossier = instruction.transmis("28", "CHU DE ROUEN", claire, Instant.parse("2026-03-03T13:03:00Z"));
    }

    @Test
    void une_note_se_lit_de_l_ars_et_de_l_ans_et_se_corrige_de_son_auteur_avec_sa_trace() throws IOException {
        assertThat(noter(alice, SECRET)).hasStatus(303);

        assertThat(page(instruction.ans()).text())
                .contains(SECRET, "Alice Essai (ARS)")
                .doesNotContain("Corriger");
        assertThat(corriger(alice, "1", "Zinzolin relancé")).hasStatus(303);
        assertThat(page(alice).select(".cv-message > .cv-texte-saisi").text()).isEqualTo("Zinzolin relancé");
        assertThat(page(alice).select(".cv-message del").text()).isEqualTo(SECRET);
        assertThat(lire(alice, "/instruction/" + dossier.reference()).text()).contains("1 note");
        assertThat(lire(alice, "/instruction/" + dossier.reference() + "/historique")
                        .text())
                .contains("Note interne écrite ou corrigée");
        assertThat(requetes.lire(alice, "/compte/donnees/export")
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .as("elle emporte ce qu'elle a écrit, et ce que cela disait")
                .contains("\"notes\"", SECRET, "Zinzolin relancé");
    }

    @Test
    void nul_autre_que_son_auteur_ne_la_corrige_et_deux_onglets_ne_s_ecrasent_pas() {
        noter(alice, SECRET);
        var bob = instruction.ars("28");

        var refuse = corriger(bob, "1", "Je récris la note d'Alice");
        assertThat(refuse).hasStatus(422);
        assertThat(document(refuse).select("textarea").text()).isEqualTo("Je récris la note d'Alice");
        corriger(alice, "1", "Le premier onglet");
        assertThat(corriger(alice, "1", "Le second onglet")).hasStatus(422);
        assertThat(page(alice).select(".cv-message > .cv-texte-saisi").text()).isEqualTo("Le premier onglet");
    }

    @Test
    void vide_ou_trop_longue_elle_est_rendue_et_un_double_clic_n_en_fait_qu_une() {
        assertThat(noter(alice, "  ")).hasStatus(422);
        var longue = noter(alice, "é".repeat(4_001));
        assertThat(longue).hasStatus(422);
        assertThat(document(longue).select("textarea").text()).hasSize(4_001);
        var cle = UUID.randomUUID().toString();
        for (var clic = 0; clic < 2; clic++) {
            requetes.envoyer(alice, adresse(), "texte", SECRET, Cadre.CLE_D_ENVOI, cle);
        }
        assertThat(page(alice).select(".cv-message")).hasSize(1);
    }

    @Test
    void hors_du_perimetre_elle_n_existe_pas() {
        noter(alice, SECRET);
        var ailleurs = instruction.ars("11");

        assertThat(requetes.lire(ailleurs, adresse())).hasStatus(404);
        assertThat(noter(ailleurs, "Je m'invite")).hasStatus(404);
        assertThat(requetes.lire(claire, adresse())).hasStatus(403);
        assertThat(noter(claire, "Je m'invite")).hasStatus(403);
    }

    /** Aucune page, aucun PDF, aucune archive, aucun e-mail du référent ne la porte, ni ne dit qui s'en charge. */
    @Test
    void rien_de_ce_qui_va_a_l_etablissement_ne_la_porte() throws IOException {
        noter(alice, SECRET);
        requetes.envoyer(
                alice, "/instruction/" + dossier.reference() + "/assignations", "vu", "", "a", alice.getName());
        requetes.envoyer(
                alice,
                "/instruction/" + dossier.reference() + "/candidature/decisions/refus",
                "version",
                "1",
                "motif",
                "Hors périmètre");

        var chez = "/dossiers/" + dossier.reference();
        for (var adresse : List.of(
                "/tableau-de-bord",
                chez,
                chez + "/historique",
                chez + "/messages",
                chez + "/candidature",
                chez + "/candidature/recapitulatif",
                "/compte/donnees/export")) {
            var lue = requetes.lire(claire, adresse).getResponse();
            assertThat(lue.getStatus()).as(adresse).isLessThan(400);
            assertThat(new String(lue.getContentAsByteArray(), StandardCharsets.UTF_8))
                    .as(adresse)
                    .doesNotContain("Zinzolin", "Note interne", "ssigné");
        }
        try (var pdf = Loader.loadPDF(octets(chez + "/copie.pdf"))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("ROUEN").doesNotContain("Zinzolin", "ssigné");
        }
        try (var zip = new ZipInputStream(new ByteArrayInputStream(octets(chez + "/copie.zip")))) {
            for (var entree = zip.getNextEntry(); entree != null; entree = zip.getNextEntry()) {
                assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
                        .as(entree.getName())
                        .doesNotContain("Zinzolin");
            }
        }
        assertThat(boite.de(UneInstruction.courriel(claire)))
                .isNotEmpty()
                .noneMatch(lettre ->
                        lettre.texte().contains("Zinzolin") || lettre.html().contains("Zinzolin"));
    }

    private MvcTestResult noter(Connecte qui, String texte) {
        return requetes.envoyer(qui, adresse(), "texte", texte);
    }

    private MvcTestResult corriger(Connecte qui, String revision, String texte) {
        return requetes.envoyer(qui, adresse() + "/1", "version", revision, "texte", texte);
    }

    private String adresse() {
        return "/instruction/" + dossier.reference() + "/notes";
    }

    private Document page(Connecte qui) {
        return lire(qui, adresse());
    }

    private Document lire(Connecte qui, String adresse) {
        return Jsoup.parse(corps(requetes.lire(qui, adresse)));
    }

    private byte[] octets(String adresse) {
        var reponse = requetes.lire(claire, adresse);
        assertThat(reponse).as(adresse).hasStatusOk();
        return reponse.getResponse().getContentAsByteArray();
    }

    private static Document document(MvcTestResult reponse) {
        return Jsoup.parse(new String(reponse.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private static String corps(MvcTestResult reponse) {
        assertThat(reponse).hasStatus2xxSuccessful();
        return new String(reponse.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
