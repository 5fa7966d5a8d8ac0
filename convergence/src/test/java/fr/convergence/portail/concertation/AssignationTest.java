package fr.convergence.portail.concertation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.instruction.UneInstruction;
import fr.convergence.socle.essai.BoiteAuxLettres;
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

/** Un dossier se prend, se confie à un collègue, se libère ; la liste sait à qui il est. */
@TestDuPortail
@Tag("INSTR-4")
final class AssignationTest {

    @Autowired
    UneInstruction instruction;

    @Autowired
    Requetes requetes;

    @Autowired
    JdbcClient base;

    @Autowired
    BoiteAuxLettres boite;

    private Connecte claire;
    private Connecte alice;
    private Connecte bob;
    private Dossier dossier;

    @BeforeEach
    void transmettre() {
        claire = instruction.referent();
        alice = instruction.ars("44");
        bob = instruction.ars("44");
        dossier = instruction.transmis("44", "CHU DE STRASBOURG", claire, Instant.parse("2026-03-03T13:03:00Z"));
    }

    @Test
    void on_le_prend_on_le_confie_on_le_libere_et_l_histoire_le_dit_aux_seuls_verificateurs() {
        assigner(alice, "", alice.getName());
        assertThat(page(alice, "").select("[aria-labelledby=assignation]").text())
                .contains("ARS : Alice Essai", "ANS : personne")
                .doesNotContain("M'assigner");
        assigner(alice, alice.getName(), bob.getName());
        assigner(bob, bob.getName(), "");

        assertThat(page(bob, "").select("[aria-labelledby=assignation]").text()).contains("ARS : personne");
        assertThat(page(bob, "/historique").text()).contains("Dossier assigné", "Alice Essai");
        for (var adresse : List.of("", "/historique")) {
            assertThat(Jsoup.parse(corps(requetes.lire(claire, "/dossiers/" + dossier.reference() + adresse)))
                            .text())
                    .doesNotContain("assign", "Assign");
        }
    }

    @Test
    void confier_un_dossier_previent_qui_s_en_charge_a_l_heure_qu_il_a_choisie() {
        assigner(alice, "", alice.getName());
        assertThat(boite.de(UneInstruction.courriel(alice)))
                .as("qui se l’assigne le sait déjà")
                .noneMatch(lettre -> lettre.modele().equals("concertation/assignation"));

        assigner(alice, alice.getName(), bob.getName());
        assertThat(boite.de(UneInstruction.courriel(bob)))
                .filteredOn(lettre -> lettre.modele().equals("concertation/assignation"))
                .singleElement()
                .satisfies(lettre -> assertThat(lettre.texte())
                        .contains("Alice Essai", "CHU DE STRASBOURG", "/instruction/" + dossier.reference()));

        assigner(bob, bob.getName(), "");
        requetes.envoyer(bob, "/compte/notifications", "rythme", "JOUR");
        assigner(alice, "", bob.getName());
        assertThat(base.sql("select objet from courriel_retenu where pour = ?")
                        .param(bob.compte())
                        .query(String.class)
                        .list())
                .as("NOT-4")
                .anyMatch(objet -> objet.contains("vous confie un dossier"));
    }

    @Test
    void la_liste_montre_les_siens_ceux_d_un_collegue_et_ceux_de_personne() {
        var autre = instruction.transmis("44", "CH DE COLMAR");
        assigner(alice, "", bob.getName());

        assertThat(liste(bob, "moi"))
                .contains(dossier.reference().valeur())
                .doesNotContain(autre.reference().valeur());
        assertThat(liste(bob, "moi")).contains("Assigné à Alice Essai");
        assertThat(liste(alice, "moi")).doesNotContain(dossier.reference().valeur());
        assertThat(liste(alice, bob.getName())).contains(dossier.reference().valeur());
        assertThat(liste(alice, "personne"))
                .contains(autre.reference().valeur())
                .doesNotContain(dossier.reference().valeur());
        assertThat(liste(instruction.ans(), "personne"))
                .as("chaque niveau a le sien")
                .contains(dossier.reference().valeur());
        assertThat(liste(alice, "n-importe-quoi")).contains(dossier.reference().valeur());
        assertThat(liste(instruction.ars("11"), bob.getName()))
                .doesNotContain(dossier.reference().valeur());
    }

    @Test
    void le_dossier_d_un_compte_ferme_est_a_prendre_et_la_page_dit_pourquoi() {
        assigner(alice, "", bob.getName());
        base.sql("update compte set etat = 'DESACTIVE' where id = ?")
                .param(bob.compte())
                .update();

        assertThat(page(alice, "").select("[aria-labelledby=assignation]").text())
                .contains("dont le compte est fermé");
        assertThat(liste(alice, "personne")).contains(dossier.reference().valeur());
        assigner(alice, bob.getName(), alice.getName());
        assertThat(liste(alice, "moi")).contains(dossier.reference().valeur());
    }

    @Test
    void deux_qui_assignent_en_meme_temps_ne_s_ecrasent_pas() {
        assigner(alice, "", bob.getName());

        assertThat(assigner(alice, "", alice.getName())).hasStatus(303);

        assertThat(liste(alice, "moi")).doesNotContain(dossier.reference().valeur());
        assertThat(liste(bob, "moi")).contains(dossier.reference().valeur());
    }

    @Test
    void nul_autre_qu_un_collegue_du_perimetre_ne_le_recoit() {
        for (var etranger : List.of(
                instruction.ars("11").getName(),
                instruction.ans().getName(),
                claire.getName(),
                UUID.randomUUID().toString(),
                "n'importe quoi")) {
            assertThat(assigner(alice, "", etranger)).hasStatus(303);
        }
        assertThat(assigner(instruction.ars("11"), "", alice.getName())).hasStatus(404);
        assertThat(page(alice, "").select("[aria-labelledby=assignation]").text())
                .contains("ARS : personne");
    }

    private MvcTestResult assigner(Connecte qui, String vu, String a) {
        return requetes.envoyer(qui, "/instruction/" + dossier.reference() + "/assignations", "vu", vu, "a", a);
    }

    private String liste(Connecte qui, String assigne) {
        return Jsoup.parse(corps(requetes.lire(qui, "/instruction?etat=tous&taille=100&assigne=" + assigne)))
                .select("table")
                .text();
    }

    private Document page(Connecte qui, String suite) {
        return Jsoup.parse(corps(requetes.lire(qui, "/instruction/" + dossier.reference() + suite)));
    }

    private static String corps(MvcTestResult reponse) {
        assertThat(reponse).hasStatusOk();
        return new String(reponse.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
