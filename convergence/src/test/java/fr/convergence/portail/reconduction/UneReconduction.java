package fr.convergence.portail.reconduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.socle.contenu.Echantillons;
import fr.convergence.socle.page.Cadre;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Les guichets d'où et vers où l'on reprend des réponses, et les pages où cela se lit. */
@Component
final class UneReconduction {

    private static final String GUICHET = """
            guichet: %s
            titre: Guichet %s
            programme: CaRE
            public: etablissements
            eligibles: [EJ_PRIVEE]
            %s
            etapes:
              - code: candidature
                titre: Formulaire de candidature
                formulaire: %s@1
                fenetre: {candidature: J-1T09:00/J+10T23:59:59, premier_depot_avant: J+12T23:59:59}
                circuit: [ARS]
            """;

    private final GuichetsPublies guichets;
    private final Requetes requetes;

    private final MockMvcTester web;

    UneReconduction(GuichetsPublies guichets, Requetes requetes, MockMvcTester web) {
        this.web = web;
        this.guichets = guichets;
        this.requetes = requetes;
    }

    /** @param formulaire dont le code est celui du guichet, en minuscules */
    void publier(String guichet, String formulaire) {
        publier(guichet, formulaire, "");
    }

    /** @param contacts « contacts: [dsi] », ou rien */
    void publier(String guichet, String formulaire, String contacts) {
        var code = guichet.toLowerCase(Locale.ROOT);
        assertThat(guichets.publierFormulaire(code + "-formulaire.yaml", formulaire))
                .isNotInstanceOf(GuichetsPublies.Publication.Refusee.class);
        assertThat(guichets.publierGuichet(code + ".yaml", GUICHET.formatted(guichet, guichet, contacts, code)))
                .isNotInstanceOf(GuichetsPublies.Publication.Refusee.class);
    }

    /** Dépose un fichier à la question « preuve ». */
    void deposer(Connecte qui, String reference, String nom) {
        assertThat(web.post()
                        .uri("/dossiers/" + reference + "/candidature/preuves")
                        .with(requetes.par(qui))
                        .with(csrf())
                        .multipart()
                        .file(new MockMultipartFile("preuve", nom, "application/pdf", contenu(nom)))
                        .param("envoyer", "preuve")
                        .param(Cadre.CLE_D_ENVOI, UUID.randomUUID().toString())
                        .exchange())
                .hasStatus(303);
    }

    /** Ce qu'un nœud avait écrit d'un fichier, quand il est mort. */
    void ecrireLeDebut(Connecte qui, UUID fichier, String nom) {
        assertThat(web.method(HttpMethod.PATCH)
                        .uri("/televersements/" + fichier)
                        .with(requetes.par(qui))
                        .with(csrf().asHeader())
                        .header("Tus-Resumable", "1.0.0")
                        .header("Upload-Offset", 0)
                        .contentType("application/offset+octet-stream")
                        .content(Arrays.copyOf(contenu(nom), 20))
                        .exchange())
                .hasStatus(204);
    }

    /** Chacun le sien : deux fichiers de même contenu seraient le même. */
    static byte[] contenu(String nom) {
        var pdf = Echantillons.pdf();
        var commentaire = ("\n% " + nom + "\n").getBytes(StandardCharsets.UTF_8);
        var tout = Arrays.copyOf(pdf, pdf.length + commentaire.length);
        System.arraycopy(commentaire, 0, tout, pdf.length, commentaire.length);
        return tout;
    }

    Document page(Connecte qui, String adresse) throws Exception {
        return Jsoup.parse(requetes.lire(qui, adresse).getResponse().getContentAsString(StandardCharsets.UTF_8));
    }
}
