package fr.convergence.portail.messagerie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.socle.page.Cadre;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Ce que l'on joint à un message. */
@TestDuPortail
@Tag("INSTR-5")
final class PiecesJointesTest extends EssaisDeMessagerie {

    @Test
    void une_piece_jointe_s_ouvre_une_fois_analysee_par_les_deux_cotes_et_par_eux_seuls() {
        assertThat(joindre(claire, UUID.randomUUID(), "Le voici.", pdf("rib neuf.pdf")))
                .hasStatus(303);
        var enAnalyse = page(alice, duVerificateur());
        assertThat(enAnalyse.select(".cv-pieces").text()).contains("rib neuf.pdf");
        assertThat(enAnalyse.select(".cv-pieces a")).isEmpty();

        analyse.analyserLot();

        var lien = page(alice, duVerificateur()).select(".cv-pieces a").attr("href");
        assertThat(requetes.lire(alice, lien)).hasStatusOk().hasHeader("Cache-Control", "private, no-store");
        assertThat(requetes.lire(
                        claire,
                        page(claire, duReferent("/messages"))
                                .select(".cv-pieces a")
                                .attr("href")))
                .hasStatusOk();
        assertThat(requetes.lire(instruction.ars("11"), lien)).hasStatus(404);
        var autre = instruction.transmis("52", "CH DE LAVAL", claire, Instant.parse("2026-03-03T13:03:00Z"));
        assertThat(requetes.lire(
                        alice,
                        lien.replace(
                                dossier.reference().valeur(), autre.reference().valeur())))
                .as("il n'est pas de ce dossier")
                .hasStatus(404);
        assertThat(journal.chaine("acces/" + dossier.reference())).hasSize(2);
    }

    @Test
    void le_meme_envoi_avec_sa_piece_ne_la_joint_qu_une_fois() {
        var cle = UUID.randomUUID();
        joindre(claire, cle, "Le voici.", pdf("rib.pdf"));
        assertThat(joindre(claire, cle, "Le voici.", pdf("rib.pdf"))).hasStatus(303);

        assertThat(page(claire, duReferent("/messages")).select(".cv-pieces li"))
                .hasSize(1);
    }

    @Test
    void une_piece_refusee_rend_le_message_et_n_envoie_rien() {
        var programme = new MockMultipartFile("pieces", "outil.exe", "application/octet-stream", new byte[] {1});

        var refuse = joindre(claire, UUID.randomUUID(), "Un texte à garder", pdf("rib.pdf"), programme);

        assertThat(refuse).hasStatus(422);
        assertThat(document(refuse).select("#pieces-messages").text()).contains("outil.exe");
        assertThat(document(refuse).select("textarea[name=message]").text()).isEqualTo("Un texte à garder");
        assertThat(document(refuse).select("input[name=_attendus.pieces]").eachAttr("value"))
                .as("la bonne est à choisir de nouveau, la refusée non")
                .containsExactly("rib.pdf");
        assertThat(document(refuse).select(".cv-pieces li").eachText()).containsExactly("rib.pdf", "outil.exe");
        var six = new MockMultipartFile[6];
        Arrays.setAll(six, rang -> pdf(rang + ".pdf"));
        assertThat(joindre(claire, UUID.randomUUID(), "Six", six)).hasStatus(422);
        assertThat(page(claire, duReferent("/messages")).select(".cv-message")).isEmpty();
    }

    @Test
    void un_message_dont_les_pieces_sont_a_choisir_de_nouveau_ne_part_pas_sans_elles_en_silence() {
        for (var qui : List.of(claire, alice)) {
            var vide = joindre(qui, UUID.randomUUID(), " ", pdf("preuve-a.pdf"));
            assertThat(vide).hasStatus(422);
            assertThat(document(vide).select("input[name=_attendus.pieces]").val())
                    .isEqualTo("preuve-a.pdf");

            var sans = renvoyer(qui, "Voici la preuve", "_attendus.pieces", "preuve-a.pdf");
            assertThat(sans).hasStatus(422);
            assertThat(document(sans).select("#pieces-messages").text())
                    .contains("Choisissez de nouveau preuve-a.pdf, ou cochez « Envoyer sans ce fichier »");
            assertThat(document(sans).select("textarea[name=message]").text()).isEqualTo("Voici la preuve");
            assertThat(document(sans).select("input[name=_attendus.pieces]").val())
                    .isEqualTo("preuve-a.pdf");

            var partiel = renvoyer(
                    qui,
                    pdf("preuve-a.pdf"),
                    "En partie",
                    "_attendus.pieces",
                    "preuve-a.pdf",
                    "_attendus.pieces",
                    "preuve-b.pdf");
            assertThat(partiel).hasStatus(422);
            assertThat(document(partiel).select("#pieces-messages").text())
                    .contains("Choisissez de nouveau preuve-b.pdf,");
            assertThat(document(partiel).select("input[name=_attendus.pieces]").eachAttr("value"))
                    .containsExactly("preuve-a.pdf", "preuve-b.pdf");

            assertThat(renvoyer(
                            qui, "Sans elle, finalement", "_attendus.pieces", "preuve-a.pdf", "_sans.pieces", "oui"))
                    .hasStatus(303);
        }
        assertThat(page(claire, duReferent("/messages"))
                        .select(".cv-message .cv-texte-saisi")
                        .eachText())
                .containsOnly("Sans elle, finalement")
                .hasSize(2);
    }

    @Test
    @Tag("CNX-7")
    void la_page_qui_rend_un_message_arrete_a_de_quoi_choisir_de_nouveau_ses_pieces() {
        var corps = """
                --x
                Content-Disposition: form-data; name="message"

                Voici mes preuves
                --x
                Content-Disposition: form-data; name="pieces"; filename="preuve-c.pdf"

                %PDF-1.7
                --x--
                """;
        var arretee = web.post()
                .uri(duReferent("/messages"))
                .header("Sec-Fetch-Site", "same-origin")
                .contentType("multipart/form-data; boundary=x")
                .content(corps.replace("\n", "\r\n"))
                .exchange();
        assertThat(arretee).hasStatus(401);

        var formulaire = document(arretee).selectFirst(".cv-etroit form[method=post]");
        var champ = formulaire.selectFirst("input[type=file]");
        assertThat(champ.attr("name")).isEqualTo("pieces");
        assertThat(champ.hasAttr("multiple")).isTrue();
        assertThat(formulaire.select("label[for=pieces]").text()).contains("Pièces jointes");
        assertThat(formulaire.select("[name=_attendus.pieces]").val()).isEqualTo("preuve-c.pdf");
        assertThat(formulaire.select("[name=_sans.pieces]")).hasSize(1);
    }

    private MvcTestResult renvoyer(Connecte qui, String texte, String... champs) {
        var aucun = new MockMultipartFile("pieces", "", "application/octet-stream", new byte[0]);
        return renvoyer(qui, aucun, texte, champs);
    }

    private MvcTestResult renvoyer(Connecte qui, MockMultipartFile piece, String texte, String... champs) {
        var envoi = web.post()
                .uri(adresse(qui))
                .with(requetes.par(qui))
                .with(csrf())
                .multipart()
                .file(piece)
                .param(Cadre.CLE_D_ENVOI, UUID.randomUUID().toString())
                .param("message", texte);
        for (var i = 0; i < champs.length; i += 2) {
            envoi = envoi.param(champs[i], champs[i + 1]);
        }
        return envoi.exchange();
    }
}
