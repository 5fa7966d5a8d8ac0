package fr.convergence.portail.reconduction;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.compte.ComptesDeTest;
import fr.convergence.portail.piece.LesCopies;
import fr.convergence.portail.tableaudebord.EtablissementDEssai;
import fr.convergence.portail.tableaudebord.UneReferente;
import fr.convergence.socle.fichier.Analyse;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Une candidature commence des réponses d'une ancienne, du même établissement (DOS-12). */
@TestDuPortail
@Tag("DOS-12")
final class ReconductionTest {

    private static final String ANCIEN = "RECO-AVANT";
    private static final String NEUF = "RECO-APRES";

    private static final String FORMULAIRE = """
            formulaire: %s@1
            sections:
              - id: propos
                titre: Vos réponses
                questions:
                  - {id: role, libelle: Votre rôle, type: texte_court, obligatoire: true}
                  - {id: change, libelle: Effectif, type: %s}
                  - {id: option, libelle: Votre option, type: choix, choix: [%s]}
                  - {id: engage, libelle: Je m'engage, type: attestation, texte: Je m'engage., obligatoire: false}
                  - {id: %s, libelle: Une question propre, type: texte_court}
              - id: preuves
                titre: Vos preuves
                questions:
                  - {id: preuve, libelle: Votre preuve, type: piece, formats: [pdf], nombre_max: 3}
            """;

    @Autowired
    UneReferente referente;

    @Autowired
    ComptesDeTest comptes;

    @Autowired
    UneReconduction reconduction;

    @Autowired
    Requetes requetes;

    @Autowired
    LesCopies copies;

    @Autowired
    Analyse analyse;

    @Autowired
    JdbcClient base;

    private String ancienne;

    @BeforeEach
    void une_ancienne_candidature_remplie() throws Exception {
        reconduction.publier(ANCIEN, FORMULAIRE.formatted("reco-avant", "nombre", "rouge, vert", "disparue"));
        reconduction.publier(NEUF, FORMULAIRE.formatted("reco-apres", "texte_court", "vert, bleu", "nouvelle"));
        ancienne = referente.candidate(ANCIEN).valeur();
        repondre(ancienne, "role", "Directeur");
        repondre(ancienne, "change", "12");
        repondre(ancienne, "option", "rouge");
        repondre(ancienne, "engage", "oui");
        repondre(ancienne, "disparue", "Rien");
        deposer(ancienne, "avant.pdf");
        deposer(ancienne, "autre.pdf");
        analyse.analyserLot();
    }

    @Test
    void candidater_propose_de_repartir_d_une_ancienne_du_meme_etablissement() throws Exception {
        assertThat(page("/candidater").select("select[name=ancienne] option").eachAttr("value"))
                .contains(ancienne);
        var cree = candidater(ancienne);
        assertThat(cree).hasStatus(303);
        assertThat(cree.getResponse().getHeader("Location")).endsWith("/reconduction?ancienne=" + ancienne);
        assertThat(candidater("AAAAAAAAAA")).hasStatus(422).bodyText().contains("du même établissement");
    }

    @Test
    void ce_qui_se_reprend_et_ce_qui_ne_se_reprend_pas_se_disent_avant() throws Exception {
        var neuve = referente.candidate(NEUF).valeur();
        var apercu = page("/dossiers/" + neuve + "/reconduction?ancienne=" + ancienne)
                .select("main")
                .text();

        assertThat(apercu)
                .contains(
                        "1 réponse se reprend",
                        "avant.pdf",
                        "autre.pdf",
                        "Effectif La question demande aujourd’hui autre chose")
                .contains("Votre option La réponse n’est plus de celles")
                .contains("Je m’engage Une attestation se donne de nouveau")
                .contains("Une question propre La question n’est plus posée");
    }

    @Test
    void on_ne_propose_de_repartir_d_une_autre_candidature_que_s_il_y_en_a_une() throws Exception {
        var proposee = "main a[href$=/reconduction]";
        assertThat(page("/dossiers/" + ancienne).select(proposee)).isEmpty();

        var neuve = referente.candidate(NEUF).valeur();

        assertThat(page("/dossiers/" + neuve).select(proposee)).hasSize(1);
        assertThat(page("/dossiers/" + ancienne).select(proposee)).hasSize(1);
    }

    @Test
    void une_reponse_reprise_est_a_verifier_et_retient_la_transmission() throws Exception {
        var neuve = reprendre();

        var section = page("/dossiers/" + neuve + "/candidature/propos");
        assertThat(section.select("[name=role]").val()).isEqualTo("Directeur");
        assertThat(section.select("#question-role").text()).contains("À vérifier");
        assertThat(section.select("[name=engage]").hasAttr("checked")).isFalse();
        assertThat(section.select("#zone-completude").text()).contains("À vérifier : Votre rôle");
        assertThat(transmettre(neuve)).isEqualTo(422);

        assertThat(requetes.envoyer(
                        referente.connectee(),
                        "/dossiers/" + neuve + "/candidature/propos",
                        Map.of("verifier", "role", "role", "Directeur", "r.role", "1")))
                .hasStatus(303);

        assertThat(page("/dossiers/" + neuve + "/candidature/propos")
                        .select("#question-role")
                        .text())
                .doesNotContain("À vérifier");
        assertThat(transmettre(neuve)).isEqualTo(303);
    }

    @Test
    void changer_une_reponse_ou_confirmer_sa_section_leve_la_marque() throws Exception {
        var neuve = reprendre();
        repondre(neuve, "role", "Directrice");
        assertThat(transmettre(neuve)).isEqualTo(303);

        base.sql("update dossier set vivant = false where reference = ?")
                .param(neuve)
                .update();
        var autre = reprendre();
        for (var revision : List.of("2", "1")) {
            requetes.envoyer(
                    referente.connectee(),
                    "/dossiers/" + autre + "/candidature/propos",
                    Map.of("verifier", "section-propos", "role", "Directeur", "r.role", revision));
            // Seul ce que la page montrait se confirme.
            assertThat(transmettre(autre)).isEqualTo(revision.equals("1") ? 303 : 422);
        }
    }

    @Test
    void seules_les_preuves_choisies_sont_deposees_de_nouveau_et_rien_n_est_ecrase() throws Exception {
        var neuve = referente.candidate(NEUF).valeur();
        repondre(neuve, "role", "Déjà écrit");
        var choisie = page("/dossiers/" + neuve + "/reconduction?ancienne=" + ancienne)
                .select("[name=preuves]")
                .first()
                .val();

        assertThat(requetes.envoyer(
                        referente.connectee(),
                        "/dossiers/" + neuve + "/reconduction",
                        "ancienne",
                        ancienne,
                        "preuves",
                        choisie))
                .hasStatus(303);
        copies.finir();
        analyse.analyserLot();

        assertThat(page("/dossiers/" + neuve + "/candidature/propos")
                        .select("[name=role]")
                        .val())
                .isEqualTo("Déjà écrit");
        var preuves = page("/dossiers/" + neuve + "/candidature/preuves")
                .select("main")
                .text();
        assertThat(preuves).contains("avant.pdf").doesNotContain("autre.pdf");
        assertThat(base.sql("select count(distinct fichier) from piece where reference = any (?)")
                        .param(new String[] {ancienne, neuve})
                        .query(Long.class)
                        .single())
                .as("un fichier neuf, et les deux anciens")
                .isEqualTo(3);
    }

    @Test
    void l_ancienne_d_un_autre_ou_d_un_autre_etablissement_n_existe_pas() throws Exception {
        var etrangere = comptes.connecte(comptes.referent(EtablissementDEssai.nouveau(base)));
        var neuve = referente.candidate(NEUF).valeur();

        assertThat(requetes.lire(etrangere, "/dossiers/" + neuve + "/reconduction"))
                .hasStatus(404);
        for (var forgee : List.of("AAAAAAAAAA", neuve, "")) {
            assertThat(requetes.envoyer(
                            referente.connectee(), "/dossiers/" + neuve + "/reconduction", "ancienne", forgee))
                    .hasStatus(422);
        }
        assertThat(base.sql("select count(*) from journal where chaine = ? and acte = 'dossier-reconduit'")
                        .param(neuve)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private MvcTestResult candidater(String ancienne) {
        var clinique = referente.clinique().toString();
        return requetes.envoyer(
                referente.connectee(),
                "/dossiers",
                Map.of("guichet", NEUF, "etablissement", clinique, "ancienne", ancienne));
    }

    private String reprendre() {
        var neuve = referente.candidate(NEUF).valeur();
        assertThat(requetes.envoyer(
                        referente.connectee(), "/dossiers/" + neuve + "/reconduction", "ancienne", ancienne))
                .hasStatus(303);
        return neuve;
    }

    private int transmettre(String reference) {
        return requetes.envoyer(referente.connectee(), "/dossiers/" + reference + "/candidature/transmissions")
                .getResponse()
                .getStatus();
    }

    private void repondre(String reference, String question, String valeur) {
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

    private void deposer(String reference, String nom) {
        reconduction.deposer(referente.connectee(), reference, nom);
    }

    private Document page(String adresse) throws Exception {
        return reconduction.page(referente.connectee(), adresse);
    }
}
