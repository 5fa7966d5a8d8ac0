package fr.convergence.portail.paiement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.HistoriqueDuDossier;
import fr.convergence.portail.dossier.Passage;
import fr.convergence.portail.instruction.UneInstruction;
import fr.convergence.socle.essai.BoiteAuxLettres;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Ce qu'une page ouverte trop tôt ne fait plus, et ce qu'un paiement ne perd pas. L'horloge dit le 17 mars 2026. */
@TestDuPortail
@Tag("INSTR-6")
final class PaiementDevanceTest {

    private static final Pattern MONTREE = Pattern.compile("name=\"montree\" value=\"(\\w+)\"");
    private static final String LE_17 = "2026-03-17";

    @Autowired
    UnPaiement paiement;

    @Autowired
    Paiements paiements;

    @Autowired
    Beneficiaires beneficiaires;

    @Autowired
    UneInstruction instruction;

    @Autowired
    HistoriqueDuDossier historique;

    @Autowired
    BoiteAuxLettres boite;

    @Autowired
    JdbcClient base;

    @Autowired
    Clock horloge;

    private Connecte alice;
    private Connecte noe;

    @BeforeEach
    void deux_verificateurs() {
        alice = instruction.ars("76");
        noe = instruction.ans();
    }

    @Test
    void une_page_ouverte_sur_un_autre_montant_ne_note_rien_et_dit_le_montant_d_aujourd_hui() {
        var dossier = paiement.accorde(alice, noe, "CLINIQUE DU MONTANT REPRIS", "");
        var ouverte = paiement.marque(dossier);
        paiement.decider(noe, dossier, "reprise", 4, Map.of("motif", "Devis faux"));
        paiement.decider(noe, dossier, "validation", 5, Map.of("retenu", "8000", "motif", "Devis"));

        assertThat(paiement.verser(noe, dossier, "solde", Map.of("jour", LE_17, "paiement", ouverte)))
                .hasStatus(422)
                .bodyText()
                .contains("C’est maintenant 8 000,00 €", "value=\"2026-03-17\"", paiement.marque(dossier));
        assertThat(actes(dossier)).doesNotContain("versement-note");
        assertThat(paiement.verser(noe, dossier, "solde", Map.of("jour", LE_17)))
                .hasStatus(303);
        assertThat(actes(dossier)).startsWith("versement-note");
    }

    @Test
    void une_page_ouverte_avant_une_correction_n_annule_pas_ce_qui_vient_d_etre_corrige() {
        var dossier = paiement.accorde(alice, noe, "CLINIQUE DU JOUR CORRIGE", "");
        paiement.verser(noe, dossier, "solde", Map.of("jour", LE_17));
        var ouverte = paiement.marque(dossier);
        paiement.verser(noe, dossier, "solde/annulations", Map.of("motif", "Mauvais jour"));
        paiement.verser(noe, dossier, "solde", Map.of("jour", LE_17));

        assertThat(paiement.verser(
                        noe,
                        dossier,
                        "solde/annulations",
                        Map.of("motif", "Jour faux, je le reprends", "paiement", ouverte)))
                .hasStatus(422)
                .bodyText()
                .contains("C’est maintenant 12 000,00 €, payé le 17 mars 2026", "Jour faux, je le reprends");
        assertThat(actes(dossier)).startsWith("versement-note", "versement-annule", "versement-note");
        assertThat(paiement.verser(noe, dossier, "solde/annulations", Map.of("motif", "Sans page")))
                .hasStatus(303);
    }

    @Test
    void un_courriel_d_un_autre_montant_que_celui_qui_fut_montre_se_relit_avant_de_partir() {
        var dossier = paiement.aDecider(alice, "CLINIQUE DU COURRIEL RELU");
        var page = paiement.lire(noe, UnPaiement.adresse(dossier, "decisions/validation"));
        assertThat(page).bodyText().contains("Cet e-mail est celui de 12 000,00 € retenus");
        var champs = new HashMap<>(Map.of("retenu", "9000", "motif", "Devis", "montree", montree(page)));

        var relue = paiement.decider(noe, dossier, "validation", 3, champs);

        assertThat(relue)
                .hasStatus(422)
                .bodyText()
                .contains("L’e-mail n’est plus celui que vous avez lu", "href=\"#courriels\"")
                .contains("Cet e-mail est celui de 9 000,00 € retenus", "value=\"9000\"");
        assertThat(actes(dossier)).doesNotContain("financement-accorde");
        champs.put("montree", montree(relue));
        assertThat(paiement.decider(noe, dossier, "validation", 3, champs)).hasStatus(303);
        assertThat(boite.derniere(UnPaiement.courriel(dossier)).objet()).contains("9 000,00 € retenus");
    }

    private static String montree(MvcTestResult page) {
        var marque = MONTREE.matcher(new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
        return marque.results().map(lue -> lue.group(1)).findFirst().orElseThrow();
    }

    @Test
    void ce_qui_est_verse_ne_s_ecarte_pas() {
        var dossier = paiement.accorde(alice, noe, "CLINIQUE DEJA PAYEE", "");
        paiement.verser(noe, dossier, "solde", Map.of("jour", LE_17));
        var paye = paiement.marque(dossier);

        assertThatThrownBy(() -> retenir(dossier, "declaration", 500_000))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Un versement est noté");
        assertThat(paiement.marque(dossier)).isEqualTo(paye);
    }

    @Test
    void rien_ne_se_note_d_une_etape_qui_n_est_plus_acceptee() {
        var dossier = paiement.accorde(alice, noe, "CLINIQUE REPRISE AILLEURS", "");
        base.sql("update dossier_etape set etat = 'EN_VERIFICATION', niveau = 'ANS' where dossier = ? and code = ?")
                .params(dossier.id(), "declaration")
                .update();

        assertThat(paiement.verser(noe, dossier, "solde", Map.of("jour", LE_17)))
                .hasStatus(303);
        assertThat(actes(dossier)).doesNotContain("versement-note");
    }

    @Test
    void une_etape_acceptee_sans_montant_le_dit_a_l_ans() {
        var dossier = paiement.accorde(alice, noe, "CLINIQUE D’AVANT", "");
        assertThat(lu(noe, dossier)).doesNotContain("Acceptée sans montant retenu");
        base.sql("delete from paiement where dossier = ?").param(dossier.id()).update();

        assertThat(lu(noe, dossier)).contains("Acceptée sans montant retenu", "reprenez la décision");
        assertThat(lu(alice, dossier)).doesNotContain("Acceptée sans montant retenu");
    }

    @Test
    void l_iban_et_le_bic_viennent_de_la_meme_transmission() {
        var dossier = paiement.aDecider(alice, "CLINIQUE DES DEUX BANQUES");
        paiement.sceller(dossier, "declaration", "care-d1-candidature@5", Map.of("bic", "AGRIFRPP882"));

        assertThat(beneficiaires.de(dossier)).satisfies(qui -> {
            assertThat(qui.iban()).contains(UnPaiement.IBAN);
            assertThat(qui.bic()).contains("BDFEFRPPCCT");
        });
    }

    @Test
    void sans_compte_bancaire_la_decision_previent_et_le_courriel_n_en_parle_pas() {
        var dossier = paiement.aDecider(alice, "CLINIQUE SANS COMPTE");
        assertThat(paiement.lire(noe, UnPaiement.adresse(dossier, "decisions/validation")))
                .bodyText()
                .doesNotContain("Aucun compte bancaire transmis");
        paiement.sceller(dossier, "candidature", "care-d1-candidature@5", Map.of());

        assertThat(paiement.lire(noe, UnPaiement.adresse(dossier, "decisions/validation")))
                .bodyText()
                .contains("Aucun compte bancaire transmis");
        paiement.decider(noe, dossier, "validation", 3, Map.of("retenu", "12000", "motif", "Au plafond"));
        paiement.verser(noe, dossier, "solde", Map.of("jour", LE_17));

        assertThat(boite.derniere(UnPaiement.courriel(dossier))).satisfies(lettre -> {
            assertThat(lettre.objet()).contains("12 000,00 € payés");
            assertThat(lettre.texte()).doesNotContain("compte");
        });
    }

    @Test
    void le_plafond_borne_tout_le_dossier() {
        var dossier = paiement.aDecider(alice, "CLINIQUE DES DEUX ETAPES");
        retenir(dossier, "candidature", 1_000_000);

        assertThat(paiement.lire(noe, UnPaiement.adresse(dossier, "decisions/validation")))
                .bodyText()
                .contains("Déjà retenu à d’autres étapes", "10 000,00 €", "value=\"2 000,00\"");
        assertThat(paiement.decider(noe, dossier, "validation", 3, Map.of("retenu", "2 000,01", "motif", "Au plafond")))
                .hasStatus(422)
                .bodyText()
                .contains("ce qui reste du plafond de l’établissement, 2 000,00 €");
    }

    private void retenir(Dossier dossier, String etape, long centimes) {
        var enJeu = new MontantEnJeu(Optional.empty(), Optional.of(1_200_000L), 0, true);
        paiements.ajouter(
                dossier,
                dossier.etape(etape).orElseThrow(),
                Paiement.neuf(
                        etape, new Accord(enJeu, centimes, Optional.empty(), Optional.empty()), horloge.instant()),
                beneficiaires.de(dossier));
    }

    private List<String> actes(Dossier dossier) {
        return historique.de(dossier).stream().map(Passage::acte).toList();
    }

    private String lu(Connecte qui, Dossier dossier) {
        var page = paiement.lire(qui, "/instruction/" + dossier.reference() + "?etape=declaration");
        assertThat(page).hasStatus(200);
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
