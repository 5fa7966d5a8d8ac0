package fr.convergence.portail.avis;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.compte.Comptes;
import fr.convergence.portail.compte.ComptesDeTest;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.instruction.UneInstruction;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.page.Cadre;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Un avis se demande à un collègue ou à l'ANS, se rend, se retire ; l'établissement n'en lit rien. */
@TestDuPortail
@Tag("INSTR-4")
final class DemandeDAvisTest {

    private static final String SECRET = "Zinzolin est-il habilité ?";

    @Autowired
    UneInstruction instruction;

    @Autowired
    Requetes requetes;

    @Autowired
    BoiteAuxLettres boite;

    @Autowired
    Comptes comptes;

    @Autowired
    ComptesDeTest connexions;

    @Autowired
    JdbcClient base;

    private Connecte claire;
    private Connecte alice;
    private Connecte bob;
    private Dossier dossier;

    @BeforeEach
    void transmettre() {
        claire = instruction.referent();
        alice = instruction.ars("52");
        bob = instruction.ars("52");
        dossier = instruction.transmis("52", "CHU DE NANTES", claire, Instant.parse("2026-03-03T13:03:00Z"));
    }

    @Test
    void un_collegue_est_prevenu_le_trouve_dans_sa_liste_et_le_rend() {
        assertThat(demander(alice, bob, SECRET)).hasStatus(303);

        assertThat(boite.de(UneInstruction.courriel(bob)))
                .anyMatch(lettre -> lettre.texte().contains("vous demande un avis")
                        && !lettre.texte().contains("Zinzolin"));
        assertThat(lire(bob, "/instruction").text()).contains("Avis demandés : 1 est attendu de vous");
        assertThat(liste(bob)).contains(dossier.reference().valeur());
        assertThat(liste(alice)).doesNotContain(dossier.reference().valeur());
        assertThat(lire(bob, "/instruction/" + dossier.reference()).text()).contains("On vous demande un avis");
        assertThat(lire(alice, "/instruction/" + dossier.reference() + "/candidature/decisions/refus")
                        .text())
                .contains("1 avis demandé n’est pas rendu");

        assertThat(rendre(bob, "RESERVE", "La délégation manque")).hasStatus(303);
        assertThat(page(alice).text()).contains("Avis réservé, rendu le", "La délégation manque");
        assertThat(liste(bob)).doesNotContain(dossier.reference().valeur());
        assertThat(boite.de(UneInstruction.courriel(alice)))
                .anyMatch(lettre -> lettre.texte().contains("a rendu l’avis")
                        || lettre.texte().contains("a rendu l'avis"));
        assertThat(lire(alice, "/instruction/" + dossier.reference() + "/historique")
                        .text())
                .contains("Avis demandé à un vérificateur", "Avis rendu par un vérificateur");
        assertThat(base.sql("select modele from courriel where reference = ? and modele like 'avis/%'")
                        .param(dossier.reference().valeur())
                        .query(String.class)
                        .list())
                .as("l'opérateur les cherche par leur dossier (NOT-3)")
                .containsExactlyInAnyOrder("avis/demande", "avis/rendu");
        assertThat(corps(requetes.lire(bob, "/compte/donnees/export"))).contains("\"avis\"", "La délégation manque");
        assertThat(corps(requetes.lire(alice, "/compte/donnees/export"))).contains(SECRET);
    }

    @Test
    void l_ans_peut_etre_consultee_et_nul_autre_hors_du_perimetre() {
        var noe = instruction.ans();
        assertThat(demander(alice, noe, SECRET)).hasStatus(303);
        assertThat(liste(noe)).contains(dossier.reference().valeur());
        for (var etranger : List.of(instruction.ars("11"), claire, alice)) {
            var refus = demander(alice, etranger, "Une autre question");
            assertThat(refus).hasStatus(422).bodyText().contains("Choisissez un vérificateur");
            assertThat(document(refus).select("#question").text()).isEqualTo("Une autre question");
        }
    }

    @Test
    void redemander_retirer_repondre_trop_tard_chacun_sait_pourquoi() {
        demander(alice, bob, SECRET);
        assertThat(demander(alice, bob, "Encore ?")).hasStatus(422).bodyText().contains("doit déjà un avis");
        assertThat(rendre(alice, "FAVORABLE", "Oui")).hasStatus(422).bodyText().contains("ne vous est pas demandé");
        var noe = instruction.ans();
        assertThat(page(noe).select("form[action$=retraits]")).isEmpty();
        retirer(noe);
        assertThat(page(alice).text())
                .as("on ne retire que celles de son niveau")
                .contains("Avis attendu");

        assertThat(retirer(alice)).hasStatus(303);
        var tard = rendre(bob, "FAVORABLE", "J'allais dire oui");
        assertThat(tard).hasStatus(422);
        assertThat(document(tard).text()).contains("Demande retirée le", "J'allais dire oui");
        assertThat(demander(alice, bob, "De nouveau")).hasStatus(303);
    }

    /** Sans quoi son compte dirait « 1 » d'une liste vide, et nul ne pourrait l'en défaire. */
    @Test
    void qui_change_de_region_n_en_doit_plus_et_un_collegue_du_demandeur_la_retire() {
        demander(alice, bob, SECRET);
        var carole = instruction.ars("52");
        base.sql("update compte set region = '53' where id = ?")
                .param(bob.compte())
                .update();
        var parti = connexions.connecte(comptes.titulaire(bob.compte()).orElseThrow());
        assertThat(lire(parti, "/instruction").text()).doesNotContain("attendu de vous");

        base.sql("update compte set etat = 'DESACTIVE' where id = ?")
                .param(alice.compte())
                .update();
        assertThat(page(carole).select("form[action$=/1/retraits]")).hasSize(1);
        assertThat(retirer(carole)).hasStatus(303);
        assertThat(page(carole).text()).contains("Demande retirée le");
    }

    @Test
    @Tag("NOT-4")
    void ses_e_mails_attendent_l_heure_choisie() {
        for (var qui : List.of(alice, bob)) {
            requetes.envoyer(qui, "/compte/notifications", "rythme", "JOUR");
        }
        demander(alice, bob, SECRET);
        rendre(bob, "FAVORABLE", "Oui");

        assertThat(retenus(bob)).anyMatch(objet -> objet.contains("vous demande un avis"));
        assertThat(retenus(alice)).anyMatch(objet -> objet.contains("a rendu son avis"));
        assertThat(boite.de(UneInstruction.courriel(bob)))
                .noneMatch(lettre -> lettre.modele().equals("avis/demande"));
    }

    @Test
    void une_decision_le_rend_sans_objet_et_il_n_y_a_plus_rien_a_demander() {
        demander(alice, bob, SECRET);
        requetes.envoyer(
                alice,
                "/instruction/" + dossier.reference() + "/candidature/decisions/refus",
                "version",
                "1",
                "motif",
                "Hors champ");

        assertThat(page(bob).text()).contains("Sans objet : l’étape a été décidée");
        assertThat(liste(bob)).doesNotContain(dossier.reference().valeur());
        assertThat(rendre(bob, "FAVORABLE", "Oui")).hasStatus(422);
        assertThat(demander(alice, bob, "Et maintenant ?")).hasStatus(422);
    }

    @Test
    void une_modification_demandee_n_est_pas_une_decision_l_avis_reste_attendu() {
        demander(alice, bob, SECRET);
        var decisions = "/instruction/" + dossier.reference() + "/candidature/decisions/";
        assertThat(lire(alice, decisions + "modification").text())
                .contains("il reste attendu pendant que le référent corrige")
                .doesNotContain("sans objet");
        assertThat(requetes.envoyer(
                        alice,
                        decisions + "modification",
                        "version",
                        "1",
                        "motif",
                        "Un document manque",
                        "retour",
                        "2026-03-27"))
                .hasStatus(303);

        assertThat(page(bob).select("form[action$=/1/reponses]")).hasSize(1);
        instruction.transmettre(claire, dossier, "candidature", Instant.parse("2026-03-17T09:00:00Z"));
        assertThat(rendre(bob, "RESERVE", "La délégation manque")).hasStatus(303);
        assertThat(lire(alice, "/instruction/" + dossier.reference()).text())
                .contains("1 avis demandé. 1 avis réservé");
        assertThat(lire(alice, decisions + "validation").text()).contains("Avant de décider 1 avis réservé");
    }

    @Test
    void vide_trop_long_sans_sens_il_est_rendu_et_un_double_clic_n_en_fait_qu_un() {
        assertThat(demander(alice, bob, " ")).hasStatus(422);
        assertThat(demander(alice, bob, "é".repeat(4_001))).hasStatus(422);
        var cle = UUID.randomUUID().toString();
        for (var clic = 0; clic < 2; clic++) {
            assertThat(requetes.envoyer(
                            alice,
                            adresse(),
                            "etape",
                            "candidature",
                            "a",
                            bob.getName(),
                            "question",
                            SECRET,
                            Cadre.CLE_D_ENVOI,
                            cle))
                    .hasStatus(303);
        }
        assertThat(page(alice).select(".cv-message")).hasSize(1);
        assertThat(rendre(bob, "", "Oui")).hasStatus(422).bodyText().contains("Choisissez le sens");
        assertThat(document(rendre(bob, "FAVORABLE", " ")).select("input[value=FAVORABLE][checked]"))
                .hasSize(1);
    }

    @Test
    void hors_du_perimetre_il_n_existe_pas_et_l_etablissement_n_en_lit_rien() {
        demander(alice, bob, SECRET);
        rendre(bob, "DEFAVORABLE", "Zinzolin ne l'est pas");

        var ailleurs = instruction.ars("11");
        assertThat(requetes.lire(ailleurs, adresse())).hasStatus(404);
        assertThat(demander(ailleurs, bob, "Je m'invite")).hasStatus(404);
        assertThat(rendre(ailleurs, "FAVORABLE", "Je m'invite")).hasStatus(404);
        assertThat(requetes.lire(claire, adresse())).hasStatus(403);
        var chez = "/dossiers/" + dossier.reference();
        for (var lue : List.of("/tableau-de-bord", chez, chez + "/historique", chez + "/messages")) {
            assertThat(corps(requetes.lire(claire, lue)))
                    .as(lue)
                    .doesNotContain("Zinzolin", "Avis demandé", "Avis rendu");
        }
        assertThat(boite.de(UneInstruction.courriel(claire)))
                .noneMatch(lettre -> lettre.texte().contains("avis"));
    }

    private MvcTestResult demander(Connecte qui, Connecte a, String question) {
        return requetes.envoyer(qui, adresse(), "etape", "candidature", "a", a.getName(), "question", question);
    }

    private MvcTestResult rendre(Connecte qui, String sens, String texte) {
        return requetes.envoyer(qui, adresse() + "/1/reponses", "sens", sens, "texte", texte);
    }

    private MvcTestResult retirer(Connecte qui) {
        return requetes.envoyer(qui, adresse() + "/1/retraits");
    }

    private List<String> retenus(Connecte qui) {
        return base.sql("select objet from courriel_retenu where pour = ?")
                .param(qui.compte())
                .query(String.class)
                .list();
    }

    private String adresse() {
        return "/instruction/" + dossier.reference() + "/avis";
    }

    private Document page(Connecte qui) {
        return lire(qui, adresse());
    }

    private String liste(Connecte qui) {
        return lire(qui, "/instruction?etat=tous&taille=100&avis=moi")
                .select("table")
                .text();
    }

    private Document lire(Connecte qui, String adresse) {
        return Jsoup.parse(corps(requetes.lire(qui, adresse)));
    }

    private static Document document(MvcTestResult reponse) {
        return Jsoup.parse(new String(reponse.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private static String corps(MvcTestResult reponse) {
        assertThat(reponse).hasStatus2xxSuccessful();
        return new String(reponse.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
