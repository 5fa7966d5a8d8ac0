package fr.convergence.portail.reconduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.tableaudebord.UneReferente;
import fr.convergence.socle.contenu.Echantillons;
import fr.convergence.socle.fichier.Analyse;
import fr.convergence.socle.page.Cadre;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Les preuves qu'une candidature propose de reprendre, et ce qu'elle dit de celles qui manquent (DOS-12). */
@TestDuPortail
@Tag("DOS-12")
final class PreuvesReconduitesTest {

    private static final String FORMULAIRE = """
            formulaire: %s@1
            sections:
              - id: preuves
                titre: Vos preuves
                questions:
                  - {id: preuve, libelle: Votre preuve, type: piece, formats: [pdf], nombre_max: %d}
                  - {id: reservee, libelle: Votre preuve réservée, %s}
            """;

    @Autowired
    UneReferente referente;

    @Autowired
    UneReconduction reconduction;

    @Autowired
    Requetes requetes;

    @Autowired
    MockMvcTester web;

    @Autowired
    Analyse analyse;

    @Autowired
    JdbcClient base;

    @Test
    void une_preuve_confidentielle_hier_ne_se_propose_pas_dans_un_espace_ordinaire() throws Exception {
        publier("PREUVES-SECRETES", 3, "type: conteneur");
        publier("PREUVES-OUVERTES", 3, "type: piece, formats: [pdf]");
        var ancienne = referente.candidate("PREUVES-SECRETES").valeur();
        deposer(ancienne, "reservee.pdf");
        base.sql("update piece set question = 'reservee', confidentielle = true where reference = ?")
                .param(ancienne)
                .update();
        deposer(ancienne, "ordinaire.pdf");
        analyse.analyserLot();

        assertThat(proposees(referente.candidate("PREUVES-OUVERTES").valeur(), ancienne))
                .containsExactly("ordinaire.pdf");
    }

    private List<String> proposees(String neuve, String ancienne) throws Exception {
        return page("/dossiers/" + neuve + "/reconduction?ancienne=" + ancienne)
                .select("[name=preuves] + label")
                .stream()
                .map(Element::ownText)
                .toList();
    }

    private void deposer(String reference, String nom) {
        assertThat(web.post()
                        .uri("/dossiers/" + reference + "/candidature/preuves")
                        .with(requetes.par(referente.connectee()))
                        .with(csrf())
                        .multipart()
                        .file(new MockMultipartFile("preuve", nom, "application/pdf", contenu(nom)))
                        .param("envoyer", "preuve")
                        .param(Cadre.CLE_D_ENVOI, UUID.randomUUID().toString())
                        .exchange())
                .hasStatus(303);
    }

    /** Chacun le sien : deux fichiers de même contenu seraient le même. */
    private static byte[] contenu(String nom) {
        var pdf = Echantillons.pdf();
        var commentaire = ("\n% " + nom + "\n").getBytes(StandardCharsets.UTF_8);
        var tout = Arrays.copyOf(pdf, pdf.length + commentaire.length);
        System.arraycopy(commentaire, 0, tout, pdf.length, commentaire.length);
        return tout;
    }

    private void publier(String guichet, int nombre, String reservee) {
        reconduction.publier(guichet, FORMULAIRE.formatted(guichet.toLowerCase(Locale.ROOT), nombre, reservee));
    }

    private Document page(String adresse) throws Exception {
        return reconduction.page(referente.connectee(), adresse);
    }
}
