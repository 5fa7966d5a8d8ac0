package fr.convergence.portail.messagerie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.instruction.UneInstruction;
import fr.convergence.socle.contenu.Echantillons;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.fichier.Analyse;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.page.Cadre;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Une référente, une vérificatrice de sa région, un dossier transmis et son fil. */
abstract class EssaisDeMessagerie {

    @Autowired
    UneInstruction instruction;

    @Autowired
    Requetes requetes;

    @Autowired
    MockMvcTester web;

    @Autowired
    BoiteAuxLettres boite;

    @Autowired
    Journal journal;

    @Autowired
    Analyse analyse;

    Connecte claire;
    Connecte alice;
    Dossier dossier;

    @BeforeEach
    void transmettre() {
        claire = instruction.referent();
        alice = instruction.ars("52");
        dossier = instruction.transmis("52", "CHU DE NANTES", claire, Instant.parse("2026-03-03T13:03:00Z"));
    }

    final MvcTestResult ecrire(Connecte qui, String texte) {
        return requetes.envoyer(qui, adresse(qui), "message", texte);
    }

    final MvcTestResult joindre(Connecte qui, UUID cle, String texte, MockMultipartFile... pieces) {
        var envoi = web.post()
                .uri(adresse(qui))
                .with(requetes.par(qui))
                .with(csrf())
                .multipart()
                .param(Cadre.CLE_D_ENVOI, cle.toString())
                .param("message", texte);
        for (var piece : pieces) {
            envoi = envoi.file(piece);
        }
        return envoi.exchange();
    }

    static MockMultipartFile pdf(String nom) {
        return new MockMultipartFile("pieces", nom, "application/pdf", Echantillons.pdf());
    }

    final String adresse(Connecte qui) {
        return qui.role() == Role.REFERENT ? duReferent("/messages") : duVerificateur();
    }

    final String duReferent(String suite) {
        return "/dossiers/" + dossier.reference() + suite;
    }

    final String duVerificateur() {
        return "/instruction/" + dossier.reference() + "/messages";
    }

    final Document page(Connecte qui, String adresse) {
        var reponse = requetes.lire(qui, adresse);
        assertThat(reponse).hasStatusOk();
        return document(reponse);
    }

    static Document document(MvcTestResult reponse) {
        return Jsoup.parse(new String(reponse.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}
