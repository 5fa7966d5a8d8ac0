package fr.convergence.portail.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acte.ActeDuDossier.PieceDeposee;
import fr.convergence.portail.acte.ActeDuDossier.PieceRefusee;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.formulaire.Preuve;
import fr.convergence.portail.question.Valeur;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.journal.Journal;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestDuPortail
@Tag("INSTR-2")
final class DossierInstruitTest {

    private static final Instant PREMIERE = Instant.parse("2026-03-03T13:03:00Z");
    private static final Instant SECONDE = Instant.parse("2026-03-10T09:30:00Z");
    private static final Preuve RIB = new Preuve(UUID.randomUUID().toString(), "rib.pdf", 120_000, "ab");
    private static final Preuve NOUVEAU_RIB = new Preuve(UUID.randomUUID().toString(), "rib-2.pdf", 130_000, "cd");

    @Autowired
    UneInstruction instruction;

    @Autowired
    JdbcClient base;

    @Autowired
    Journal journal;

    @Autowired
    HorlogeDeTest horloge;

    @Test
    void les_reponses_transmises_se_lisent_par_section_avec_leurs_fichiers() {
        var alice = instruction.ars("52");
        var dossier = instruction.transmis("52", "CHU DE NANTES");
        instruction.sceller(dossier, 1, PREMIERE, reponses("Directeur", RIB), preuves(RIB));

        var page = page(alice, dossier);

        assertThat(page.select("#q-role").text()).contains("Votre rôle", "Directeur");
        assertThat(page.select("#q-dsi").text()).contains("Durand", "dsi@hopital.example");
        assertThat(page.select("#q-rib a").attr("href")).isEqualTo("/pieces/" + RIB.fichier());
        assertThat(page.select("#q-rib").text()).contains("rib.pdf", "120").doesNotContain(RIB.fichier());
        assertThat(page.select("#contacts").parents().text()).contains("dsi@hopital.example", "Claire Essai");
        assertThat(page.text()).doesNotContain("Ce qui a changé");
        assertThat(page.html()).doesNotContain("⟦");
    }

    @Test
    void un_pdf_ou_une_image_se_voit_sans_s_enregistrer() {
        var alice = instruction.ars("52");
        var dossier = instruction.transmis("52", "CH DE CHALLANS");
        var note = new Preuve(UUID.randomUUID().toString(), "note.docx", 1_000, "ef");
        instruction.sceller(dossier, 1, PREMIERE, reponses("Directeur", RIB), preuves(RIB));
        assertThat(page(alice, dossier).select("#q-rib a[target=_blank]").attr("href"))
                .isEqualTo("/pieces/" + RIB.fichier() + "?apercu");

        instruction.sceller(dossier, 2, SECONDE, reponses("Directeur", note), preuves(note));
        assertThat(page(alice, dossier).select("#q-rib a[target=_blank]")).isEmpty();
    }

    /** Ni ce qui précède la première transmission, ni le nom d'un fichier refusé pendant la saisie. */
    @Test
    void l_historique_d_un_verificateur_commence_a_la_premiere_transmission() {
        var claire = instruction.referent();
        var dossier = instruction.brouillon("52", "CH DE MAYENNE", claire);
        var chaine = dossier.reference().valeur();
        var fichier = UUID.randomUUID();
        var refusee = new PieceRefusee("rib", fichier, "0b62cafe");
        journal.ecrire(chaine, claire.getName(), new PieceDeposee("rib", fichier, "0b62cafe"));
        journal.ecrire(chaine, Journal.SYSTEME, refusee);
        instruction.transmettre(claire, dossier, "candidature", PREMIERE);
        var adresse = "/instruction/" + chaine + "/historique";
        assertThat(instruction.lire(instruction.ars("52"), adresse))
                .bodyText()
                .contains("Étape transmise")
                .doesNotContain("refusé à l’analyse", "Dossier créé", "0b62cafe");

        journal.ecrire(chaine, Journal.SYSTEME, refusee);
        assertThat(instruction.lire(instruction.ars("52"), adresse))
                .bodyText()
                .contains("refusé à l’analyse")
                .doesNotContain("0b62cafe");
    }

    @Test
    void ce_qui_a_change_depuis_la_transmission_precedente_est_marque() {
        var alice = instruction.ars("52");
        var dossier = instruction.transmis("52", "CH DE SAINT-NAZAIRE");
        instruction.sceller(dossier, 1, PREMIERE, reponses("Directeur", RIB), preuves(RIB));
        instruction.sceller(dossier, 2, SECONDE, reponses("Directrice adjointe", NOUVEAU_RIB), preuves(NOUVEAU_RIB));

        var page = page(alice, dossier);

        assertThat(page.text())
                .contains("Transmission n° 2, reçue le 10 mars 2026, 10:30")
                .contains("Ce qui a changé depuis la transmission du 3 mars 2026, 14:03");
        assertThat(page.select("#q-role del").text()).isEqualTo("Directeur");
        assertThat(page.select("#q-role ins").text()).isEqualTo("Directrice adjointe");
        assertThat(page.select("#q-rib").text()).contains("rib-2.pdf").contains("avant : rib.pdf");
        assertThat(page.select("#q-dsi ins")).isEmpty();
        assertThat(page.select("section[aria-labelledby=changements] a").eachAttr("href"))
                .containsExactly("#q-role", "#q-rib");
    }

    @Test
    void une_question_designee_se_voit_a_sa_place() {
        var alice = instruction.ars("52");
        var dossier = instruction.transmis("52", "CH DE LAVAL");
        instruction.sceller(dossier, 1, PREMIERE, reponses("Directeur", RIB), preuves(RIB));
        instruction.envoyer(
                alice,
                UneInstruction.decision(dossier, "candidature", "modification"),
                Map.of(
                        "version", "1",
                        "motif", "RIB illisible",
                        "retour", LocalDate.now(horloge).plusDays(5).toString(),
                        "correction.rib", "à rescanner"));

        var page = page(alice, dossier);

        assertThat(page.select("#q-rib").text()).contains("à rescanner");
        assertThat(page.text()).contains("Modification demandée, à renvoyer avant le", "RIB illisible");
        assertThat(page.select("a[href$=/decisions/reprise]")).hasSize(1);
        assertThat(page.select("a[href$=/decisions/validation]")).isEmpty();
    }

    /** La seconde lecture : ce qui fut demandé, question par question, à côté de ce qui y a répondu. */
    @Test
    void a_la_seconde_lecture_les_motifs_se_lisent_a_cote_des_reponses() {
        var claire = instruction.referent();
        var alice = instruction.ars("52");
        var dossier = instruction.transmis("52", "CH DE CHOLET", claire, PREMIERE);
        instruction.sceller(dossier, 1, PREMIERE, reponses("Directeur", RIB), preuves(RIB));
        instruction.decider(
                alice,
                dossier,
                "modification",
                1,
                Map.of(
                        "motif", "Deux points à revoir",
                        "retour", LocalDate.now(horloge).plusDays(10).toString(),
                        "correction.rib", "Illisible",
                        "correction.role", "À préciser"));
        var enAttente = page(alice, dossier);
        assertThat(enAttente.select(".fr-alert li").eachText()).anyMatch(ligne -> ligne.contains("Illisible"));

        instruction.transmettre(claire, instruction.relire(claire, dossier), "candidature", SECONDE);
        instruction.sceller(dossier, 2, SECONDE, reponses("Directeur", NOUVEAU_RIB), preuves(NOUVEAU_RIB));
        var relue = page(alice, dossier);

        assertThat(relue.select("section[aria-labelledby=demandees] li").eachText())
                .anyMatch(ligne -> ligne.contains("réponse modifiée") && ligne.contains("Illisible"))
                .anyMatch(ligne -> ligne.contains("réponse inchangée") && ligne.contains("À préciser"));
        assertThat(relue.select("#q-rib").text()).contains("Modification demandée :", "Illisible");
        assertThat(relue.html()).doesNotContain("⟦");
        assertThat(relue.select("#demandees").text()).startsWith("Ce que votre demande du");
        assertThat(page(instruction.ans(), dossier).select("#demandees").text())
                .as("ce n'est pas l'ANS qui l'a faite")
                .startsWith("Ce que la demande de l’ARS du");
        base.sql("update dossier_etape set demande = demande - 'niveau' where dossier = ?")
                .param(dossier.id())
                .update();
        assertThat(page(alice, dossier).select("#demandees").text())
                .as("gardée avant qu'on ne retienne de qui elle est")
                .startsWith("Ce que la demande du");
    }

    /** Un nœud de la version précédente n'écrit la demande que dans l'état de l'étape. */
    @Test
    void la_demande_d_un_noeud_plus_ancien_se_relit_a_la_seconde_lecture() {
        var claire = instruction.referent();
        var alice = instruction.ars("52");
        var dossier = instruction.transmis("52", "CH DE CHOLET", claire, PREMIERE);
        instruction.sceller(dossier, 1, PREMIERE, reponses("Directeur", RIB), preuves(RIB));
        instruction.decider(
                alice,
                dossier,
                "modification",
                1,
                Map.of(
                        "motif", "Un point à revoir",
                        "retour", LocalDate.now(horloge).plusDays(10).toString(),
                        "correction.rib", "Illisible"));
        base.sql("update dossier_etape set demande = null where dossier = ?")
                .param(dossier.id())
                .update();
        assertThat(page(alice, dossier).select("#q-rib").text()).contains("Illisible");

        instruction.transmettre(claire, instruction.relire(claire, dossier), "candidature", SECONDE);
        instruction.sceller(dossier, 2, SECONDE, reponses("Directeur", NOUVEAU_RIB), preuves(NOUVEAU_RIB));

        assertThat(page(alice, dossier).select("#q-rib").text()).contains("Modification demandée :", "Illisible");
    }

    @Test
    void un_contact_corrige_apres_la_transmission_se_joint_et_ne_change_pas_ce_qui_fut_transmis() {
        var alice = instruction.ars("52");
        var claire = instruction.referent();
        var dossier = instruction.transmis("52", "CH DE CHOLET", claire, PREMIERE);
        instruction.sceller(dossier, 1, PREMIERE, reponses("Directeur", RIB), preuves(RIB));

        assertThat(instruction.envoyer(
                        claire,
                        "/dossiers/" + dossier.reference() + "/contacts/dsi",
                        Map.of(
                                "version", "0",
                                "dsi.civilite", "MONSIEUR",
                                "dsi.nom", "Petit",
                                "dsi.prenom", "Paul",
                                "dsi.courriel", "paul@hopital.example")))
                .hasStatus(303);

        var page = page(alice, dossier);
        assertThat(page.select("section[aria-labelledby=contacts]").text())
                .contains("Monsieur Paul Petit", "paul@hopital.example", "Corrigé par le référent le")
                .doesNotContain("Durand");
        assertThat(page.select("#q-dsi").text()).contains("Durand").doesNotContain("Petit");
    }

    @Test
    void le_telephone_du_referent_se_lit_et_s_appelle() {
        var alice = instruction.ars("52");
        var claire = instruction.referent();
        var dossier = instruction.transmis("52", "CH DE MAYENNE", claire, PREMIERE);
        base.sql("update compte set telephone = '+33467336733' where id = ?")
                .param(claire.compte())
                .update();

        var telephone = page(alice, dossier).select("section[aria-labelledby=contacts] a[href^=tel]");

        assertThat(telephone.text()).isEqualTo("+33 4 67 33 67 33");
        assertThat(telephone.attr("href")).isEqualTo("tel:+33467336733");
    }

    @Test
    void l_etape_fermee_dit_au_verificateur_ce_qu_elle_attend() {
        var alice = instruction.ars("52");
        var dossier = instruction.transmis("52", "CH DE SAUMUR");

        assertThat(page(alice, dossier).select("nav .cv-sections").text())
                .contains("Étape 1 – Formulaire de candidature")
                .contains("Étape 2 – Déclaration d’atteinte des objectifs À venir S’ouvrira")
                .contains("acceptée et la convention");
    }

    @Test
    void un_texte_hostile_s_affiche_et_ne_s_execute_pas() {
        var alice = instruction.ars("52");
        var dossier = instruction.transmis("52", "<script>alert(1)</script>");
        instruction.sceller(dossier, 1, PREMIERE, reponses("<img src=x onerror=alert(1)>", RIB), preuves(RIB));

        var page = page(alice, dossier);

        assertThat(page.select("main script, main img")).isEmpty();
        assertThat(page.select("#q-role").text()).contains("<img src=x onerror=alert(1)>");
    }

    private static Map<String, Valeur> reponses(String role, Preuve rib) {
        return Map.of(
                "role", Valeur.simple(role),
                "dsi",
                        new Valeur.Bloc(Map.of(
                                "civilite", Valeur.simple("MADAME"),
                                "nom", Valeur.simple("Durand"),
                                "prenom", Valeur.simple("Anne"),
                                "courriel", Valeur.simple("dsi@hopital.example"))),
                "rib", new Valeur.Liste(List.of(rib.fichier())));
    }

    private static Map<String, List<Preuve>> preuves(Preuve rib) {
        return Map.of("rib", List.of(rib));
    }

    private Document page(Connecte qui, Dossier dossier) {
        try {
            var reponse = instruction.lire(qui, "/instruction/" + dossier.reference());
            assertThat(reponse).hasStatusOk();
            return Jsoup.parse(reponse.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
