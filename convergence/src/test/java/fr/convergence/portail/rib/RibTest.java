package fr.convergence.portail.rib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.compte.ComptesDeTest;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.rib.LecturesDeRib.Etat;
import fr.convergence.portail.tableaudebord.UneReferente;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.fichier.Analyse;
import fr.convergence.socle.page.Cadre;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Le RIB déposé se lit en fond et se compare à l'IBAN saisi et à l'établissement : on avertit, sans rien empêcher (NEW-5). */
@TestDuPortail
@Tag("NEW-5")
final class RibTest {

    private static final String IBAN = "FR7630006000011234567890189";
    private static final String AUTRE = "FR1420041010050500013M02606";

    private static final String FORMULAIRE = """
            formulaire: essai-rib@1
            sections:
              - id: banque
                titre: Votre banque
                questions:
                  - {id: iban, libelle: IBAN, type: iban, obligatoire: true}
                  - {id: rib, libelle: RIB, type: piece, formats: [pdf, jpg], nombre_max: 3, obligatoire: true}
            """;

    private static final String GUICHET = """
            guichet: ESSAI-RIB
            titre: Guichet du RIB
            programme: CaRE
            public: etablissements
            eligibles: [EJ_PRIVEE]
            etapes:
              - code: candidature
                titre: Formulaire de candidature
                formulaire: essai-rib@1
                fenetre: {candidature: J-1T09:00/J+10T23:59:59, premier_depot_avant: J+12T23:59:59}
                circuit: [ANS]
            """;

    @Autowired
    UneReferente referente;

    @Autowired
    ComptesDeTest comptes;

    @Autowired
    GuichetsPublies guichets;

    @Autowired
    Requetes requetes;

    @Autowired
    MockMvcTester web;

    @Autowired
    Analyse analyse;

    @Autowired
    LireRib lire;

    @Autowired
    LecturesDeRib lectures;

    @Autowired
    HorlogeDeTest horloge;

    @Autowired
    JdbcClient base;

    private String reference;
    private String nom;

    @BeforeEach
    void une_candidature_qui_demande_un_rib() {
        guichets.publierFormulaire("essai-rib.yaml", FORMULAIRE);
        guichets.publierGuichet("essai-rib-guichet.yaml", GUICHET);
        reference = referente.candidate("ESSAI-RIB").valeur();
        nom = "Clinique " + referente.clinique().identifiant();
    }

    @AfterEach
    void remettre_l_heure() {
        horloge.remettre();
    }

    @Test
    void le_bon_iban_et_le_bon_titulaire_se_disent_sans_reserve() throws Exception {
        saisir(IBAN);
        deposer("RIB", nom, "IBAN : FR76 3000 6000 0112", "3456 7890 189");

        var page = section();
        assertThat(page.select("#question-iban").text()).contains("L’IBAN saisi est celui du RIB");
        assertThat(page.select("#question-rib .fr-message--warning")).isEmpty();
    }

    @Test
    void un_autre_iban_ou_un_autre_titulaire_avertissent_le_referent_et_le_verificateur_sans_empecher()
            throws Exception {
        saisir(IBAN);
        deposer("RIB", "Quelqu'un d'autre", "IBAN " + AUTRE);

        var page = section();
        assertThat(page.select("#question-iban .fr-message--warning").text())
                .contains("n’est pas celui que l’on lit sur le RIB", "FR14 … 2606");
        assertThat(page.select("#question-rib .fr-message--warning").text()).contains("n’a pas été reconnu");

        assertThat(requetes.envoyer(referente.connectee(), "/dossiers/" + reference + "/candidature/transmissions"))
                .hasStatus(303);
        var vue = page(comptes.connecte(comptes.membre(Role.ANS)), "/instruction/" + reference);
        assertThat(vue.select("main").text())
                .contains("n’est pas celui que l’on lit sur le RIB", "n’a pas été reconnu");
    }

    @Test
    void changer_l_iban_ou_le_document_refait_la_comparaison() throws Exception {
        saisir(IBAN);
        deposer(nom, AUTRE);
        assertThat(section().select("#question-iban").text()).contains("n’est pas celui");

        saisir(AUTRE);
        assertThat(section().select("#question-iban").text()).contains("L’IBAN saisi est celui du RIB");

        saisir(IBAN);
        assertThat(section().select("#question-iban").text()).contains("n’est pas celui");
        deposer(nom, IBAN);
        assertThat(section().select("#question-iban").text()).contains("L’IBAN saisi est celui du RIB");
    }

    @Test
    void ce_qui_ne_se_lit_pas_n_accuse_personne() throws Exception {
        saisir(IBAN);
        deposer("Un document sans numéro");

        var page = section();
        assertThat(page.select("#question-rib").text()).contains("n’a pas pu être lu");
        assertThat(page.select(".fr-message--warning")).isEmpty();
        assertThat(page.select("#question-iban").text()).doesNotContain("n’est pas celui");
    }

    @Test
    void rien_de_ce_qui_est_lu_ne_reste_en_clair() throws Exception {
        deposer(nom, "IBAN " + AUTRE);

        assertThat(base.sql("select rib_lecture::text from rib_lecture")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(ligne -> Stream.of(AUTRE.substring(4, 20), nom)
                        .anyMatch(lu -> ligne.contains(lu) || ligne.contains(hexa(lu))));
    }

    /** PostgreSQL montre ainsi les octets. */
    private static String hexa(String lu) {
        return HexFormat.of().formatHex(lu.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void une_panne_du_depot_ne_dit_rien_du_document() throws Exception {
        saisir(IBAN);
        envoyer(nom, IBAN);
        var fichier = fichier();
        analyse.analyserLot();
        var objet = base.sql("select objet from fichier_segment where fichier = ?")
                .param(fichier)
                .query(String.class)
                .single();
        ranger(fichier, UUID.randomUUID().toString().replace("-", ""));
        for (var essai = 0; essai < 5; essai++) {
            toutLire();
            horloge.avancer(Duration.ofMinutes(6));
        }
        assertThat(etats(fichier)).containsExactly("A_LIRE");

        ranger(fichier, objet);
        toutLire();
        assertThat(etats(fichier)).containsExactly("LU");
        assertThat(section().select("#question-iban").text()).contains("L’IBAN saisi est celui du RIB");
    }

    @Test
    void ce_qui_a_ete_lu_s_efface_avec_le_document() throws Exception {
        deposer(nom, IBAN);
        var fichier = fichier();
        assertThat(etats(fichier)).containsExactly("LU");

        assertThat(requetes.envoyer(
                        referente.connectee(),
                        "/dossiers/" + reference + "/candidature/pieces/rib/" + fichier + "/retrait"))
                .hasStatusOk();
        assertThat(etats(fichier)).isEmpty();

        lectures.conclure(fichier, Etat.LU, List.of(), List.of("FR76 … 0189"), true);
        assertThat(etats(fichier)).isEmpty();
    }

    private void ranger(UUID fichier, String objet) {
        base.sql("update fichier_segment set objet = ? where fichier = ?")
                .params(objet, fichier)
                .update();
    }

    private UUID fichier() {
        return base.sql("select fichier from piece where reference = ? order by fichier desc limit 1")
                .param(reference)
                .query(UUID.class)
                .single();
    }

    private List<String> etats(UUID fichier) {
        return base.sql("select etat from rib_lecture where fichier = ?")
                .param(fichier)
                .query(String.class)
                .list();
    }

    private void saisir(String iban) {
        var revision = base.sql("select coalesce(max(r.revision), 0) from saisie_revision r"
                        + " join dossier_etape e on e.id = r.etape join dossier d on d.id = e.dossier"
                        + " where d.reference = ? and r.question = 'iban'")
                .param(reference)
                .query(Integer.class)
                .single();
        assertThat(requetes.envoyer(
                        referente.connectee(),
                        "/dossiers/" + reference + "/candidature/reponses/iban",
                        "iban",
                        iban,
                        "r.iban",
                        String.valueOf(revision)))
                .hasStatusOk();
    }

    private void deposer(String... lignes) throws IOException {
        envoyer(lignes);
        analyse.analyserLot();
        toutLire();
    }

    private void toutLire() {
        while (lire.lireUn()) {
            // jusqu'au dernier
        }
    }

    private void envoyer(String... lignes) throws IOException {
        assertThat(web.post()
                        .uri("/dossiers/" + reference + "/candidature/banque")
                        .with(requetes.par(referente.connectee()))
                        .with(csrf())
                        .multipart()
                        .file(new MockMultipartFile("rib", "rib.pdf", "application/pdf", UnRib.pdf(lignes)))
                        .param("envoyer", "rib")
                        .param(Cadre.CLE_D_ENVOI, UUID.randomUUID().toString())
                        .exchange())
                .hasStatus(303);
    }

    private Document section() throws Exception {
        return page(referente.connectee(), "/dossiers/" + reference + "/candidature/banque");
    }

    private Document page(Connecte qui, String adresse) throws Exception {
        return Jsoup.parse(requetes.lire(qui, adresse).getResponse().getContentAsString(StandardCharsets.UTF_8));
    }
}
