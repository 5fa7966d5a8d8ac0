package fr.convergence.portail.rib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.compte.ComptesDeTest;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.tableaudebord.UneReferente;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.fichier.Analyse;
import fr.convergence.socle.page.Cadre;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Une candidature qui demande un IBAN et son RIB, et les gestes que font sur elle les essais. */
abstract class EssaisDeRib {

    static final String IBAN = "FR7630006000011234567890189";
    static final String AUTRE = "FR1420041010050500013M02606";

    static final String FORMULAIRE = """
            formulaire: essai-rib@1
            sections:
              - id: banque
                titre: Votre banque
                questions:
                  - {id: iban, libelle: IBAN, type: iban, obligatoire: true}
                  - {id: bic, libelle: BIC, type: bic}
                  - {id: rib, libelle: RIB, type: piece, formats: [pdf, jpg], nombre_max: 3, obligatoire: true}
            """;

    static final String GUICHET = """
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

    String reference;
    String nom;

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

    void ranger(UUID fichier, String objet) {
        base.sql("update fichier_segment set objet = ? where fichier = ?")
                .params(objet, fichier)
                .update();
    }

    UUID fichier() {
        return base.sql("select fichier from piece where reference = ? order by fichier desc limit 1")
                .param(reference)
                .query(UUID.class)
                .single();
    }

    List<String> etats(UUID fichier) {
        return base.sql("select etat from rib_lecture where fichier = ?")
                .param(fichier)
                .query(String.class)
                .list();
    }

    void saisir(String iban) {
        saisir("iban", iban);
    }

    void saisir(String question, String valeur) {
        var revision = base.sql("select coalesce(max(r.revision), 0) from saisie_revision r"
                        + " join dossier_etape e on e.id = r.etape join dossier d on d.id = e.dossier"
                        + " where d.reference = ? and r.question = ?")
                .params(reference, question)
                .query(Integer.class)
                .single();
        assertThat(requetes.envoyer(
                        referente.connectee(),
                        "/dossiers/" + reference + "/candidature/reponses/" + question,
                        question,
                        valeur,
                        "r." + question,
                        String.valueOf(revision)))
                .hasStatusOk();
    }

    void deposer(String... lignes) throws IOException {
        envoyer(lignes);
        analyse.analyserLot();
        toutLire();
    }

    void toutLire() {
        while (lire.lireUn()) {
            // jusqu'au dernier
        }
    }

    void envoyer(String... lignes) throws IOException {
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

    Document section() throws Exception {
        return page(referente.connectee(), "/dossiers/" + reference + "/candidature/banque");
    }

    Document page(Connecte qui, String adresse) throws Exception {
        return Jsoup.parse(requetes.lire(qui, adresse).getResponse().getContentAsString(StandardCharsets.UTF_8));
    }
}
