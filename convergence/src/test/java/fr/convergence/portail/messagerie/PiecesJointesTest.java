package fr.convergence.portail.messagerie;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;

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
        var six = new MockMultipartFile[6];
        Arrays.setAll(six, rang -> pdf(rang + ".pdf"));
        assertThat(joindre(claire, UUID.randomUUID(), "Six", six)).hasStatus(422);
        assertThat(page(claire, duReferent("/messages")).select(".cv-message")).isEmpty();
    }
}
