package fr.convergence.portail.instruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.Verrous;
import fr.convergence.portail.dossier.HistoriqueDuDossier;
import fr.convergence.portail.dossier.Passage;
import fr.convergence.portail.dossier.Statut;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.essai.BoiteAuxLettres;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** Défaire une décision, et décider à plusieurs (INSTR-3, INSTR-4). */
@TestDuPortail
@Tag("INSTR-3")
final class RepriseTest {

    @Autowired
    UneInstruction instruction;

    @Autowired
    HistoriqueDuDossier historique;

    @Autowired
    BoiteAuxLettres boite;

    @Autowired
    HorlogeDeTest horloge;

    @Autowired
    JdbcClient base;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void reprendre_defait_la_decision_du_meme_niveau_et_reste_dans_l_histoire() {
        var claire = instruction.referent();
        var alice = instruction.ars("76");
        var dossier = instruction.transmis("76", "CLINIQUE DU CAP", claire, horloge.instant());
        instruction.decider(alice, dossier, "refus", 1, Map.of("motif", "Erreur"));

        assertThat(instruction.decider(alice, dossier, "reprise", 2, Map.of("motif", "Refusé par erreur")))
                .hasStatus(303);

        assertThat(instruction.statut(alice, dossier)).isEqualTo(Statut.TRANSMIS_ARS);
        assertThat(historique.de(dossier))
                .extracting(Passage::acte)
                .startsWith("decision-reprise", "etape-refusee", "etape-transmise");
        assertThat(boite.derniere(UneInstruction.courriel(claire)).texte()).contains("Refusé par erreur");
    }

    @Test
    void une_acceptation_dont_la_suite_a_commence_ne_se_reprend_pas() {
        var alice = instruction.ars("11");
        var dossier = instruction.enDeclaration("11", "HOPITAL COMMENCE");

        assertThat(instruction.decider(alice, dossier, "reprise", 2, Map.of("motif", "Trop tard")))
                .hasStatus(409)
                .bodyText()
                .contains("Déclaration d’atteinte des objectifs", "Trop tard");
    }

    @Test
    void un_refus_ne_se_reprend_plus_quand_le_candidat_a_ouvert_un_autre_dossier() {
        var alice = instruction.ars("93");
        var dossier = instruction.transmis("93", "CLINIQUE DES DEUX DOSSIERS");
        instruction.decider(alice, dossier, "refus", 1, Map.of("motif", "Incomplet"));
        instruction.transmisPour(
                "93", "CLINIQUE DES DEUX DOSSIERS", dossier.candidat().cle());

        assertThat(instruction.decider(alice, dossier, "reprise", 2, Map.of("motif", "Erreur")))
                .hasStatus(409)
                .bodyText()
                .contains("a ouvert un autre dossier", "Erreur");
        assertThat(instruction.statut(alice, dossier)).isEqualTo(Statut.REFUSE);
    }

    @Test
    void un_refus_repris_a_l_instant_ou_le_candidat_recommence_rend_le_motif_et_n_ecrit_rien() throws Exception {
        var alice = instruction.ars("93");
        var dossier = instruction.transmis("93", "CLINIQUE DU MEME INSTANT");
        instruction.decider(alice, dossier, "refus", 1, Map.of("motif", "Incomplet"));
        var lignes = historique.de(dossier).size();

        try (var fils = Executors.newSingleThreadExecutor()) {
            var reprise = transaction.execute(_ -> {
                instruction.transmisPour(
                        "93", "CLINIQUE DU MEME INSTANT", dossier.candidat().cle());
                var envoi = fils.submit(
                        () -> instruction.decider(alice, dossier, "reprise", 2, Map.of("motif", "Par erreur")));
                await().until(() -> Verrous.uneTransactionAttend(base));
                return envoi;
            });

            assertThat(reprise.get()).hasStatus(409).bodyText().contains("a ouvert un autre dossier", "Par erreur");
        }
        assertThat(instruction.statut(alice, dossier)).isEqualTo(Statut.REFUSE);
        assertThat(historique.de(dossier)).hasSize(lignes);
    }

    @Test
    void deux_verificateurs_ensemble_un_seul_decide_et_l_autre_sait_qui() {
        var alice = instruction.ars("76");
        var bob = instruction.ars("76");
        var dossier = instruction.transmis("76", "CLINIQUE DU COL");
        instruction.decider(alice, dossier, "validation", 1, Map.of());

        assertThat(instruction.decider(bob, dossier, "refus", 1, Map.of("motif", "Pièce illisible")))
                .hasStatus(409)
                .bodyText()
                .contains("Une décision a déjà été prise par Alice Essai (ARS) à", "Pièce illisible");
        assertThat(instruction.statut(alice, dossier)).isEqualTo(Statut.ACCEPTE);
    }

    @Test
    void vingt_decisions_au_meme_instant_n_en_font_qu_une_et_un_seul_courriel() throws Exception {
        var claire = instruction.referent();
        var alice = instruction.ars("76");
        var bob = instruction.ars("76");
        var dossier = instruction.transmis("76", "CLINIQUE DE LA MER", claire, horloge.instant());
        var leRefus = Map.of("motif", "non", "_cle", UUID.randomUUID().toString());
        var laValidation = Map.of("_cle", UUID.randomUUID().toString());
        Callable<Integer> refus = () -> statut(instruction.decider(bob, dossier, "refus", 1, leRefus));
        Callable<Integer> validation = () -> statut(instruction.decider(alice, dossier, "validation", 1, laValidation));

        List<Integer> reponses;
        try (var fils = Executors.newFixedThreadPool(6)) {
            var envois = new ArrayList<>(Collections.nCopies(10, refus));
            envois.addAll(Collections.nCopies(10, validation));
            Collections.shuffle(envois);
            reponses = fils.invokeAll(envois).stream()
                    .map(resultat -> resultat.resultNow())
                    .toList();
        }

        assertThat(reponses)
                .as("les dix envois du même vérificateur répondent la même chose")
                .hasSize(20)
                .containsOnly(303, 409);
        assertThat(Collections.frequency(reponses, 303)).isEqualTo(10);
        assertThat(historique.de(dossier)).hasSize(3);
        assertThat(boite.de(UneInstruction.courriel(claire))).hasSize(2);
    }

    @Test
    void envoyee_deux_fois_la_meme_decision_est_prise_une_fois() {
        var claire = instruction.referent();
        var alice = instruction.ars("76");
        var dossier = instruction.transmis("76", "CLINIQUE DU BOIS", claire, horloge.instant());

        var envoi = Map.of("_cle", UUID.randomUUID().toString());
        assertThat(instruction.decider(alice, dossier, "validation", 1, envoi)).hasStatus(303);
        assertThat(instruction.decider(alice, dossier, "validation", 1, envoi)).hasStatus(303);

        assertThat(boite.de(UneInstruction.courriel(claire))).hasSize(2);
    }

    private static int statut(MvcTestResult reponse) {
        return reponse.getResponse().getStatus();
    }
}
