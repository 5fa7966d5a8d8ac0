package fr.convergence.portail.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.formulaire.Preuve;
import fr.convergence.portail.question.Valeur;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Un PDF ou une image se voit dans la page du vérificateur, quand il le demande (INSTR-2). */
@TestDuPortail
@Tag("INSTR-2")
final class ApercuTest {

    @Autowired
    UneInstruction instruction;

    @Test
    void rien_ne_se_charge_avant_et_une_image_est_dans_un_bac_a_sable() throws UnsupportedEncodingException {
        var dossier = instruction.transmis("06", "CH DE MAMOUDZOU");
        var pdf = preuve("rib.pdf");
        var image = preuve("rib.png");
        instruction.sceller(
                dossier,
                1,
                dossier.creeLe(),
                Map.of("rib", new Valeur.Liste(List.of(pdf.fichier(), image.fichier()))),
                Map.of("rib", List.of(pdf, image, preuve("note.docx"))));

        var reponse = instruction.lire(instruction.ars("06"), "/instruction/" + dossier.reference());

        var page = Jsoup.parse(reponse.getResponse().getContentAsString());
        var liens = page.select("a[data-apercu]");
        assertThat(liens.eachAttr("href"))
                .containsExactly("/pieces/" + pdf.fichier() + "?apercu", "/pieces/" + image.fichier() + "?apercu");
        assertThat(liens.eachAttr("target")).as("sans script, un onglet").containsOnly("_blank");
        assertThat(page.select("iframe[src]")).isEmpty();
        for (var preuve : List.of(pdf, image)) {
            var panneau = page.select("#apercu-" + preuve.fichier());
            assertThat(panneau.select("[data-apercu-panneau][hidden] iframe[title]"))
                    .hasSize(1);
            assertThat(panneau.select("iframe[sandbox]")).hasSize(preuve == image ? 1 : 0);
        }
        assertThat(reponse.getResponse().getHeader("Content-Security-Policy"))
                .contains("frame-src 'self'", "frame-ancestors 'none'");
    }

    private static Preuve preuve(String nom) {
        return new Preuve(UUID.randomUUID().toString(), nom, 1_000, "ab");
    }
}
