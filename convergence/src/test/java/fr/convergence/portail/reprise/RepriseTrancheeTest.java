package fr.convergence.portail.reprise;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.compte.Compte;
import fr.convergence.socle.contenu.Echantillons;
import fr.convergence.socle.fichier.Analyse;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Après un refus ou un silence, l'opérateur tranche, avec un motif et une preuve (TRF-3). */
@TestDuPortail
@Tag("TRF-3")
final class RepriseTrancheeTest extends EssaisDeReprise {

    @Autowired
    Analyse analyse;

    @Test
    void tant_que_le_referent_peut_repondre_l_operateur_ne_tranche_pas() throws Exception {
        demander(lea);
        prouver();

        assertThat(page(operateur, arbitrage()).select("[formaction$=preuves]")).isEmpty();
        assertThat(trancher("accorder", "Départ"))
                .hasStatus(422)
                .bodyText()
                .contains("n’est pas, ou n’est plus, à trancher", "Départ");
        assertThat(tient(claire)).isTrue();
    }

    @Test
    void accorder_demande_une_preuve_et_les_deux_lisent_le_motif() throws Exception {
        demander(lea);
        refuser(claire, "Non");

        assertThat(page(operateur, "/administration/reprises").text()).contains(reference.valeur());
        assertThat(trancher("accorder", "Départ")).hasStatus(422).bodyText().contains("Joignez d’abord la preuve");
        assertThat(trancher("", " ")).hasStatus(422).bodyText().contains("Choisissez votre décision", "Dites pourquoi");
        assertThat(prouver()).hasStatus(303);
        assertThat(page(operateur, arbitrage()).select("main").text()).contains("delegation.pdf", "Non");
        analyse.analyserLot();
        assertThat(requetes.lire(operateur, arbitrage() + "/preuve")).hasStatusOk();

        assertThat(trancher("accorder", "Départ constaté")).hasStatus(303);

        assertThat(tient(lea)).isTrue();
        assertThat(etat()).isEqualTo("ACCORDEE");
        for (var compte : List.of(referente.compte(), successeur)) {
            assertThat(dernierTexte(compte)).contains("Départ constaté");
        }
        assertThat(page(lea, "/dossiers/" + reference + "/historique").text())
                .contains("Reprise accordée par l’opérateur");
        assertThat(trancher("rejeter", "Deux fois")).hasStatus(422);
    }

    @Test
    void une_preuve_que_l_analyse_n_a_pas_rendue_n_accorde_rien() {
        demander(lea);
        refuser(claire, "Non");
        prouver();

        assertThat(trancher("accorder", "Départ constaté"))
                .hasStatus(422)
                .bodyText()
                .contains("La preuve est encore en cours d’analyse.", "Départ constaté");
        assertThat(etat()).isEqualTo("A_TRANCHER");

        analyse.analyserLot();
        assertThat(trancher("accorder", "Départ constaté")).hasStatus(303);
    }

    @Test
    void une_preuve_reste_tant_que_celle_qui_la_remplace_n_est_pas_arrivee() throws Exception {
        demander(lea);
        refuser(claire, "Non");
        prouver();
        analyse.analyserLot();

        assertThat(prouver(coupee())).hasStatus(422);

        assertThat(page(operateur, arbitrage()).select("main").text()).contains("delegation.pdf");
        assertThat(requetes.lire(operateur, arbitrage() + "/preuve")).hasStatusOk();
        assertThat(prouver(new MockMultipartFile("fichier", "attestation.pdf", "application/pdf", Echantillons.pdf())))
                .hasStatus(303);
        assertThat(page(operateur, arbitrage()).select("main").text())
                .contains("attestation.pdf")
                .doesNotContain("delegation.pdf");
        assertThat(base.sql(
                                "select count(*) from fichier where nom = 'delegation.pdf' and proprietaire = ? and etat <> 'SUPPRIME'")
                        .param(operateur.getName())
                        .query(Long.class)
                        .single())
                .as("la précédente est effacée")
                .isZero();
    }

    @Test
    void le_meme_envoi_revenu_apres_la_decision_n_efface_pas_la_preuve() {
        demander(lea);
        refuser(claire, "Non");
        var cle = UUID.randomUUID();
        var pdf = new MockMultipartFile("fichier", "delegation.pdf", "application/pdf", Echantillons.pdf());
        prouver(pdf, cle);
        analyse.analyserLot();
        assertThat(trancher("accorder", "Départ constaté")).hasStatus(303);

        assertThat(prouver(pdf, cle)).hasStatus(303);

        assertThat(requetes.lire(operateur, arbitrage() + "/preuve")).hasStatusOk();
    }

    @Test
    void joindre_une_preuve_ne_perd_rien_de_la_decision_deja_ecrite() {
        demander(lea);
        refuser(claire, "Non");
        var ecrite = new String[] {"decision", "accorder", "motif", "Départ constaté"};

        for (var page : List.of(
                document(prouver(delegation(), UUID.randomUUID(), ecrite)),
                document(prouver(coupee(), UUID.randomUUID(), ecrite)),
                document(prouver(aucun(), UUID.randomUUID(), ecrite)))) {
            assertThat(page.select("[name=decision][checked]").val()).isEqualTo("accorder");
            assertThat(page.select("[name=motif]").text()).isEqualTo("Départ constaté");
            assertThat(page.select("main").text()).contains("delegation.pdf");
        }
        assertThat(prouver(delegation(), UUID.randomUUID(), ecrite))
                .hasStatusOk()
                .bodyText()
                .contains("La preuve est jointe. Votre décision reste à envoyer.");
        assertThat(etat()).as("joindre ne décide rien").isEqualTo("A_TRANCHER");
    }

    @Test
    void un_fichier_choisi_sans_etre_joint_ne_se_perd_pas_en_silence() {
        demander(lea);
        refuser(claire, "Non");

        var refusee = trancher(delegation(), "rejeter", "Aucune délégation");

        assertThat(refusee).hasStatus(422);
        var page = document(refusee);
        assertThat(page.select("#fichier-messages").text()).contains("Ce fichier n’est pas joint");
        assertThat(page.select("main").text()).contains("delegation.pdf");
        assertThat(page.select("[name=motif]").text()).isEqualTo("Aucune délégation");
        assertThat(etat()).isEqualTo("A_TRANCHER");
        assertThat(trancher(aucun(), "rejeter", "Aucune délégation")).hasStatus(303);
    }

    private static Document document(MvcTestResult reponse) {
        return Jsoup.parse(new String(reponse.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private static MockMultipartFile delegation() {
        return new MockMultipartFile("fichier", "delegation.pdf", "application/pdf", Echantillons.pdf());
    }

    private static MockMultipartFile aucun() {
        return new MockMultipartFile("fichier", "", "application/octet-stream", new byte[0]);
    }

    /** Un fichier dont il n’arrive que le début. */
    private static MockMultipartFile coupee() {
        return new MockMultipartFile("fichier", "coupee.pdf", "application/pdf", Echantillons.pdf()) {
            @Override
            public InputStream getInputStream() {
                return new ByteArrayInputStream(Echantillons.pdf(), 0, 20);
            }
        };
    }

    @Test
    void une_reprise_accordee_par_erreur_se_defait() throws Exception {
        demander(lea);
        horloge.avancer(Duration.ofDays(15));
        prouver();
        analyse.analyserLot();
        assertThat(trancher("accorder", "Silence"))
                .as("le délai est passé à son heure")
                .hasStatus(303);

        var defaire = page(operateur, "/administration/transferts/" + reference).select("main li form");
        assertThat(defaire).hasSize(1);
        requetes.envoyer(
                operateur,
                "/administration/transferts/" + reference,
                "tenu",
                defaire.select("[name=tenu]").val(),
                "vers",
                defaire.select("[name=vers]").val(),
                "motif",
                defaire.select("[name=motif]").val());

        assertThat(tient(claire)).isTrue();
        assertThat(dernierTexte(successeur)).contains("par erreur");
        assertThat(dernierTexte(referente.compte())).contains("par erreur");
    }

    @Test
    void rejeter_ne_change_rien_et_les_deux_le_savent() {
        demander(lea);
        refuser(claire, "Non");

        assertThat(trancher("rejeter", "Aucune délégation")).hasStatus(303);

        assertThat(tient(claire)).isTrue();
        assertThat(dernier(successeur)).isEqualTo("reprise/rejetee");
        assertThat(dernierTexte(referente.compte())).contains("Aucune délégation");
        assertThat(demander(lea)).as("elle peut redemander").hasStatus(303);
    }

    @Test
    void un_demandeur_parti_rend_la_decision_sans_objet() {
        demander(lea);
        refuser(claire, "Non");
        prouver();
        analyse.analyserLot();
        base.sql("update compte set etat = 'DESACTIVE' where id = ?")
                .param(successeur.id())
                .update();

        assertThat(trancher("accorder", "Départ")).hasStatus(303);

        assertThat(etat()).isEqualTo("SANS_OBJET");
        assertThat(tient(claire)).isTrue();
    }

    private String dernierTexte(Compte a) {
        return boite.derniere(a.courriel().valeur()).texte();
    }
}
