package fr.convergence.portail.messagerie;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.dossier.ReferentDuDossier;
import fr.convergence.portail.instruction.UneInstruction;
import fr.convergence.socle.page.Cadre;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Le fil d'un dossier, du référent à ses vérificateurs et retour. */
@TestDuPortail
@Tag("INSTR-5")
final class MessagerieTest extends EssaisDeMessagerie {

    @Autowired
    private ReferentDuDossier referents;

    @Test
    void un_message_du_verificateur_s_annonce_au_referent_qui_le_lit_et_repond() {
        assertThat(ecrire(alice, "Votre RIB date de 2019.\nEn avez-vous un plus récent ?"))
                .hasStatus(303);

        var lettre = boite.derniere(UneInstruction.courriel(claire));
        assertThat(lettre.modele()).isEqualTo("notification/message");
        assertThat(lettre.texte())
                .contains("Votre ARS vous a écrit", "/dossiers/" + dossier.reference() + "/messages")
                .doesNotContain("RIB");
        assertThat(page(claire, "/tableau-de-bord").select("tbody tr").text()).contains("1 message non lu");
        assertThat(page(claire, duReferent("")).text()).contains("1 message non lu");
        var fil = page(claire, duReferent("/messages"));
        assertThat(fil.select(".cv-message").text())
                .contains("Alice Essai (ARS)", "Nouveau", "Votre RIB date de 2019.");
        assertThat(fil.selectFirst(".cv-texte-saisi").wholeText()).contains("2019.\nEn avez-vous");

        assertThat(page(claire, "/tableau-de-bord").text()).doesNotContain("non lu");
        assertThat(page(claire, duReferent("/messages")).text()).doesNotContain("Nouveau");
        assertThat(ecrire(claire, "Le voici.")).hasStatus(303);
        assertThat(boite.derniere(UneInstruction.courriel(alice)).modele())
                .isEqualTo("notification/message-verificateur");
        assertThat(page(alice, "/instruction?q=" + dossier.reference())
                        .select("tbody tr")
                        .text())
                .contains("1 message non lu");
        assertThat(page(alice, "/instruction/" + dossier.reference()).text()).contains("1 message non lu");
        assertThat(page(alice, duVerificateur()).select(".cv-message").eachText())
                .as("le plus récent d'abord")
                .hasSize(2)
                .first()
                .asString()
                .contains("Le voici.");
    }

    @Test
    void ce_a_quoi_un_collegue_a_repondu_n_attend_plus() {
        var bob = instruction.ars("52");
        ecrire(claire, "Une question.");
        assertThat(page(bob, "/instruction/" + dossier.reference()).text()).contains("1 message non lu");

        page(alice, duVerificateur());
        ecrire(alice, "Une réponse.");

        assertThat(page(bob, "/instruction/" + dossier.reference()).text())
                .doesNotContain("non lu")
                .contains("2 messages");
    }

    @Test
    void celui_qui_a_ecrit_recoit_la_reponse() {
        var noe = instruction.ans();
        ecrire(noe, "L'ANS vous demande le compte rendu.");

        ecrire(claire, "Le voici.");

        assertThat(boite.derniere(UneInstruction.courriel(noe)).modele())
                .isEqualTo("notification/message-verificateur");
        assertThat(boite.de(UneInstruction.courriel(alice)))
                .noneMatch(lettre -> lettre.modele().equals("notification/message-verificateur"));
    }

    @Test
    void un_fil_n_existe_que_pour_son_referent_et_ses_verificateurs() {
        ecrire(alice, "Bonjour");
        for (var autre : List.of(instruction.referent(), instruction.ars("11"))) {
            var adresse = adresse(autre);
            assertThat(requetes.lire(autre, adresse)).hasStatus(404);
            assertThat(requetes.envoyer(autre, adresse, "message", "Je m'invite"))
                    .hasStatus(404);
        }
        assertThat(requetes.lire(claire, duVerificateur())).hasStatus(403);
        assertThat(page(instruction.ans(), duVerificateur()).text()).contains("Bonjour");
        assertThat(page(claire, duReferent("/messages")).select(".cv-message")).hasSize(1);
    }

    @Test
    void trop_long_ou_vide_il_est_refuse_et_rendu() {
        var long100000 = "é".repeat(100_000);

        var refuse = ecrire(claire, long100000);

        assertThat(refuse).hasStatus(422);
        var page = document(refuse);
        assertThat(page.select("#message-messages").text())
                .contains("100 000 caractères", "le plus long en compte 10 000");
        assertThat(page.select("textarea[name=message]").text()).isEqualTo(long100000);
        assertThat(page.select("textarea[name=message]").attr("maxlength"))
                .as("le navigateur couperait sans le dire")
                .isEmpty();
        assertThat(ecrire(claire, " \n\u200b ")).hasStatus(422);
        assertThat(page(claire, duReferent("/messages")).select(".cv-message")).isEmpty();
        assertThat(ecrire(claire, "é".repeat(10_000))).hasStatus(303);
    }

    @Test
    void un_double_clic_n_envoie_qu_un_message() throws Exception {
        var cle = UUID.randomUUID();
        try (var deux = Executors.newFixedThreadPool(2)) {
            Callable<Integer> clic = () -> requetes.envoyer(
                            claire, duReferent("/messages"), "message", "Une fois", Cadre.CLE_D_ENVOI, cle.toString())
                    .getResponse()
                    .getStatus();
            for (var clique : deux.invokeAll(List.of(clic, clic))) {
                assertThat(clique.get()).isEqualTo(303);
            }
        }
        ecrire(claire, "D'un autre onglet");

        assertThat(page(claire, duReferent("/messages")).select(".cv-message")).hasSize(2);
        assertThat(boite.de(UneInstruction.courriel(alice)).stream()
                        .filter(lettre -> lettre.modele().equals("notification/message-verificateur")))
                .as("les deux attendent encore")
                .hasSize(1);
    }

    @Test
    void un_automate_est_freine_et_son_texte_lui_est_rendu() {
        for (var rang = 1; rang <= 20; rang++) {
            assertThat(ecrire(claire, "Message " + rang)).hasStatus(303);
        }

        var trop = ecrire(claire, "Le message de trop");

        assertThat(trop).hasStatus(429).containsHeader("Retry-After");
        assertThat(document(trop).select("#message-messages").text()).contains("beaucoup de messages");
        assertThat(document(trop).select("textarea[name=message]").text()).isEqualTo("Le message de trop");
        assertThat(ecrire(alice, "Le frein d'un autre ne la retient pas")).hasStatus(303);
        assertThat(page(alice, duVerificateur()).text()).doesNotContain("Le message de trop");
    }

    @Test
    void le_message_a_un_dossier_parti_entre_temps_est_rendu() {
        referents.changer(dossier, instruction.referent().compte(), claire.getName(), Optional.empty());

        var perdu = ecrire(claire, "Dix lignes à ne pas perdre");

        assertThat(perdu).hasStatus(404);
        assertThat(document(perdu).text())
                .contains("Dix lignes à ne pas perdre", "Ce dossier n’est plus entre vos mains")
                .doesNotContain("NANTES");
    }

    @Test
    void chacun_emporte_ce_qu_il_a_ecrit() throws Exception {
        ecrire(claire, "Mon message");
        ecrire(alice, "Le sien");

        assertThat(requetes.lire(claire, "/compte/donnees/export")
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("\"messages\"", "Mon message", dossier.reference().valeur())
                .doesNotContain("Le sien");
    }

    @Test
    void un_brouillon_ne_s_ecrit_pas_encore_et_un_dossier_refuse_ne_s_ecrit_plus() {
        var brouillon = instruction.brouillon("52", "CH DE MAYENNE", claire);
        var adresse = "/dossiers/" + brouillon.reference() + "/messages";
        assertThat(page(claire, adresse).select("textarea")).isEmpty();
        assertThat(requetes.envoyer(claire, adresse, "message", "Trop tôt")).hasStatus(422);

        ecrire(claire, "Avant le refus");
        requetes.envoyer(
                alice,
                "/instruction/" + dossier.reference() + "/candidature/decisions/refus",
                "version",
                "1",
                "motif",
                "Hors périmètre");
        var page = page(claire, duReferent("/messages"));
        assertThat(page.text()).contains("Avant le refus", "Ce dossier est terminé");
        assertThat(page.select("textarea")).isEmpty();
        var trop = ecrire(claire, "Trop tard");
        assertThat(trop).hasStatus(422);
        assertThat(document(trop).text()).contains("Trop tard");
    }

    @Test
    void un_long_fil_se_tourne_par_pages_et_l_histoire_en_garde_la_trace() {
        for (var rang = 1; rang <= 27; rang++) {
            ecrire(rang % 2 == 0 ? claire : alice, "Message " + rang);
        }
        var premiere = page(claire, duReferent("/messages"));
        assertThat(premiere.select(".cv-message")).hasSize(25);
        var suite = page(claire, premiere.select(".fr-pagination a").last().attr("href"));
        assertThat(suite.select(".cv-message").eachText())
                .hasSize(2)
                .last()
                .asString()
                .contains("Message 1");
        assertThat(page(claire, duReferent("/messages?avant=abc")).select(".cv-message"))
                .hasSize(25);
        assertThat(page(claire, duReferent("/historique")).text())
                .contains("Message envoyé")
                .doesNotContain("Message 1");
    }
}
