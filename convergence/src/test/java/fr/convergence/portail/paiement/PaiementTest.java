package fr.convergence.portail.paiement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Perimetre;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.HistoriqueDuDossier;
import fr.convergence.portail.dossier.Passage;
import fr.convergence.portail.instruction.UneInstruction;
import fr.convergence.socle.essai.BoiteAuxLettres;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** De la décision de l'ANS au dernier paiement : ce qui est retenu, versé, défait. L'horloge dit le 17 mars 2026. */
@TestDuPortail
@Tag("INSTR-6")
final class PaiementTest {

    private static final Map<String, String> LE_17 = Map.of("jour", "2026-03-17");

    @Autowired
    UnPaiement paiement;

    @Autowired
    UneInstruction instruction;

    @Autowired
    HistoriqueDuDossier historique;

    @Autowired
    BoiteAuxLettres boite;

    private Connecte alice;
    private Connecte noe;

    @BeforeEach
    void deux_verificateurs() {
        alice = instruction.ars("76");
        noe = instruction.ans();
    }

    @Test
    void un_centime_au_dessus_du_plafond_revient_avec_ce_qui_etait_tape() {
        var dossier = paiement.aDecider(alice, "CLINIQUE DU CENTIME");

        assertThat(decider(dossier, Map.of("retenu", "12 000,01", "motif", "Devis non signé", "avance", "4000")))
                .hasStatus(422)
                .bodyText()
                .contains("Ce montant dépasse le plafond de l’établissement, 12 000,00 €", "href=\"#retenu\"")
                .contains("value=\"12 000,01\"", "Devis non signé", "value=\"4000\"");

        assertThat(boite.de(UnPaiement.courriel(dossier)))
                .noneMatch(lettre -> lettre.modele().equals("notification/acceptation-paiement"));
        assertThat(decider(dossier, Map.of("retenu", "12 000,00", "motif", "Plafond")))
                .hasStatus(303);
    }

    @Test
    void chaque_montant_faux_dit_pourquoi() {
        var dossier = paiement.aDecider(alice, "CLINIQUE DES MONTANTS");

        assertThat(decider(dossier, Map.of())).hasStatus(422).bodyText().contains("Écrivez le montant retenu.");
        assertThat(decider(dossier, Map.of("retenu", "0")))
                .hasStatus(422)
                .bodyText()
                .contains("supérieur à zéro");
        assertThat(decider(dossier, Map.of("retenu", "12345,67")))
                .hasStatus(422)
                .bodyText()
                .contains("dépasse le plafond");
        assertThat(decider(dossier, Map.of("retenu", "11 999")))
                .hasStatus(422)
                .bodyText()
                .contains("Écrivez pourquoi vous retenez moins que demandé.");
        assertThat(decider(dossier, Map.of("retenu", "11999", "motif", "m", "avance", "11999,00")))
                .hasStatus(422)
                .bodyText()
                .contains("L’avance doit être inférieure au montant retenu");
        assertThat(decider(dossier, Map.of("retenu", "douze mille", "motif", "m")))
                .hasStatus(422);
    }

    @Test
    void accepter_retient_un_montant_et_le_dit_au_referent_et_a_l_histoire() {
        var dossier = paiement.aDecider(alice, "CLINIQUE DE L’ACCORD");
        assertThat(paiement.lire(noe, UnPaiement.adresse(dossier, "decisions/validation")))
                .bodyText()
                .as("proposé : le moindre du demandé et du plafond")
                .contains("12 345,67 €", "12 000,00 €", "value=\"12 000,00\"");

        decider(dossier, Map.of("retenu", "11 500,50", "motif", "Une facture hors période", "avance", "3 500,50"));

        var lettre = boite.derniere(UnPaiement.courriel(dossier));
        assertThat(lettre.objet()).contains("11 500,50 € retenus");
        assertThat(lettre.texte())
                .contains("Montant demandé : 12 345,67 €", "Une facture hors période")
                .contains(
                        "une avance de 3 500,50 €, puis le solde de 8 000,00 €",
                        "Vous n’avez plus rien à transmettre.");
        assertThat(historique.de(dossier).getFirst()).satisfies(passage -> {
            assertThat(passage.acte()).isEqualTo("financement-accorde");
            assertThat(passage.qui().id()).isEqualTo(noe.getName());
            assertThat(passage.details())
                    .extracting(detail -> detail.texte().replace('\u00a0', ' '))
                    .contains("11 500,50 €", "12 345,67 €", "3 500,50 €", "Une facture hors période");
        });
        assertThat(dossierLu(noe, dossier)).contains("Noter l’avance payée", "8 000,00 €", "À payer");
        assertThat(dossierLu(alice, dossier)).contains("Montant retenu").doesNotContain("Noter l’avance payée");
    }

    @Test
    void l_avance_puis_le_solde_menent_a_paye_sur_le_tableau_de_bord_la_liste_et_le_dossier() throws Exception {
        var dossier = paiement.accorde(alice, noe, "CLINIQUE DU SOLDE", "4000");

        assertThat(paiement.verser(noe, dossier, "solde", LE_17))
                .as("l’avance d’abord")
                .hasStatus(303);
        assertThat(dossierLu(noe, dossier)).doesNotContain("Payé le");
        assertThat(paiement.verser(noe, dossier, "avance", LE_17)).hasStatus(303);
        assertThat(dossierLu(noe, dossier)).contains("Avance versée", "Payé le 17 mars 2026");
        assertThat(boite.derniere(UnPaiement.courriel(dossier)).texte())
                .contains("l’ANS a payé l’avance de 4 000,00 €", "17 mars 2026");
        assertThat(paiement.verser(noe, dossier, "solde", LE_17)).hasStatus(303);

        assertThat(boite.derniere(UnPaiement.courriel(dossier)).objet()).contains("8 000,00 € payés");
        var claire = referent(dossier);
        assertThat(statutSur("/tableau-de-bord", claire, dossier)).isEqualTo("Payé");
        assertThat(dossierDuReferent(claire, dossier)).contains("Payé</span>", "Payé le 17 mars 2026");
        assertThat(paiement.copie(claire, dossier))
                .contains("Statut : Payé", "Montant retenu 12 000,00 €", "4 000,00 € – Payé le 17 mars 2026");
        assertThat(statutSur("/instruction?etat=accepte&tri=-date", noe, dossier))
                .isEqualTo("Payé");
        assertThat(dossierLu(alice, dossier)).contains("Payé</span>");
    }

    @Test
    void un_jour_a_venir_ou_d_avant_la_decision_est_refuse() {
        var dossier = paiement.accorde(alice, noe, "CLINIQUE DES JOURS", "");

        assertThat(paiement.verser(noe, dossier, "solde", Map.of("jour", "2026-03-18")))
                .hasStatus(422)
                .bodyText()
                .contains("un paiement se note une fois exécuté", "value=\"2026-03-18\"");
        assertThat(paiement.verser(noe, dossier, "solde", Map.of("jour", "2026-03-16")))
                .hasStatus(422)
                .bodyText()
                .contains("à partir du 17 mars 2026");
        assertThat(paiement.verser(noe, dossier, "solde", Map.of("jour", "bientôt")))
                .hasStatus(422);
    }

    @Test
    void vingt_paiements_au_meme_instant_n_en_font_qu_un_et_un_seul_courriel() throws Exception {
        var dossier = paiement.accorde(alice, noe, "CLINIQUE DES VINGT", "");
        var zoe = instruction.ans();
        var ouverte = Map.of("jour", "2026-03-17", "paiement", paiement.marque(dossier));
        var cle = new HashMap<>(ouverte);
        cle.put("_cle", UUID.randomUUID().toString());
        Callable<Integer> doubleClic = () -> statut(noe, dossier, cle);
        Callable<Integer> autre = () -> statut(zoe, dossier, ouverte);

        try (var fils = Executors.newFixedThreadPool(6)) {
            var envois = new ArrayList<>(Collections.nCopies(10, doubleClic));
            envois.addAll(Collections.nCopies(10, autre));
            Collections.shuffle(envois);
            assertThat(fils.invokeAll(envois))
                    .allSatisfy(envoi -> assertThat(envoi.resultNow()).isEqualTo(303));
        }

        assertThat(historique.de(dossier))
                .extracting(Passage::acte)
                .filteredOn("versement-note"::equals)
                .hasSize(1);
        assertThat(boite.de(UnPaiement.courriel(dossier)))
                .filteredOn(lettre -> lettre.modele().equals("paiement/verse"))
                .hasSize(1);
    }

    @Test
    void deux_agents_acceptent_ensemble_un_seul_montant_compte_et_l_autre_retrouve_le_sien() {
        var dossier = paiement.aDecider(alice, "CLINIQUE DES DEUX AGENTS");
        decider(dossier, Map.of("retenu", "10000", "motif", "Devis"));

        assertThat(paiement.decider(
                        instruction.ans(), dossier, "validation", 3, Map.of("retenu", "9000", "motif", "Facture")))
                .hasStatus(409)
                .bodyText()
                .contains("Une décision a déjà été prise par Noé Essai (ANS)", "9000", "Facture");
        assertThat(dossierLu(noe, dossier)).contains("10 000,00").doesNotContain("9 000,00");
    }

    @Test
    void un_paiement_note_par_erreur_se_defait_par_un_acte_motive_et_se_note_de_nouveau() {
        var dossier = paiement.accorde(alice, noe, "CLINIQUE DE L’ERREUR", "4000");
        paiement.verser(noe, dossier, "avance", LE_17);

        assertThat(paiement.verser(noe, dossier, "avance/annulations", Map.of("motif", " ")))
                .hasStatus(422)
                .bodyText()
                .contains("Écrivez pourquoi ce paiement est annulé.");
        assertThat(paiement.verser(noe, dossier, "avance/annulations", Map.of("motif", "Rejet de la banque")))
                .hasStatus(303);

        assertThat(dossierLu(noe, dossier)).contains("Noter l’avance payée").doesNotContain("Avance versée");
        assertThat(historique.de(dossier))
                .extracting(Passage::acte)
                .startsWith("versement-annule", "versement-note", "financement-accorde");
        assertThat(boite.derniere(UnPaiement.courriel(dossier)).texte()).contains("Rejet de la banque", "4 000,00 €");
        assertThat(paiement.verser(noe, dossier, "avance/annulations", Map.of("motif", "encore")))
                .hasStatus(303);
        assertThat(paiement.verser(noe, dossier, "avance", LE_17)).hasStatus(303);
        assertThat(historique.de(dossier))
                .extracting(Passage::acte)
                .startsWith("versement-note", "versement-annule", "versement-note");
    }

    @Test
    void l_acceptation_ne_se_reprend_qu_une_fois_le_versement_annule() {
        var dossier = paiement.accorde(alice, noe, "CLINIQUE DE LA REPRISE", "");
        paiement.verser(noe, dossier, "solde", LE_17);

        assertThat(paiement.decider(noe, dossier, "reprise", 4, Map.of("motif", "Accepté trop tôt")))
                .hasStatus(409)
                .bodyText()
                .contains("Un versement est noté", "Accepté trop tôt");
        paiement.verser(noe, dossier, "solde/annulations", Map.of("motif", "Erreur"));
        assertThat(paiement.decider(noe, dossier, "reprise", 4, Map.of("motif", "Accepté trop tôt")))
                .hasStatus(303);
        assertThat(dossierLu(noe, dossier)).doesNotContain("Noter le solde payé");
        assertThat(paiement.verser(noe, dossier, "solde", LE_17)).hasStatus(303);
        assertThat(historique.de(dossier)).extracting(Passage::acte).startsWith("decision-reprise");

        paiement.decider(noe, dossier, "validation", 5, Map.of("retenu", "9000", "motif", "Devis"));
        assertThat(dossierLu(noe, dossier)).contains("Noter le solde payé", "9 000,00 €");
    }

    @Test
    void ni_l_ars_ni_le_referent_ne_notent_un_paiement() {
        var dossier = paiement.accorde(alice, noe, "CLINIQUE FERMEE", "");

        assertThat(paiement.verser(alice, dossier, "solde", LE_17)).hasStatus(403);
        assertThat(paiement.verser(referent(dossier), dossier, "solde", LE_17)).hasStatus(403);
        assertThat(dossierLu(noe, dossier)).doesNotContain("Payé le");
    }

    private MvcTestResult decider(Dossier dossier, Map<String, String> champs) {
        return paiement.decider(noe, dossier, "validation", 3, champs);
    }

    private int statut(Connecte qui, Dossier dossier, Map<String, String> champs) {
        return paiement.verser(qui, dossier, "solde", champs).getResponse().getStatus();
    }

    private Connecte referent(Dossier dossier) {
        return new Connecte(dossier.referent(), Role.REFERENT, "Claire Essai", new Perimetre.Aucun(), Instant.EPOCH);
    }

    private String dossierLu(Connecte qui, Dossier dossier) {
        return texte(qui, "/instruction/" + dossier.reference() + "?etape=declaration");
    }

    private String dossierDuReferent(Connecte qui, Dossier dossier) {
        return texte(qui, "/dossiers/" + dossier.reference());
    }

    /** Le statut de la ligne de ce dossier. */
    private String statutSur(String adresse, Connecte qui, Dossier dossier) {
        var page = texte(qui, adresse);
        var ligne = page.substring(page.indexOf("/" + dossier.reference()));
        var badge = ligne.substring(ligne.indexOf("fr-badge"));
        return badge.substring(badge.indexOf('>') + 1, badge.indexOf('<')).strip();
    }

    private String texte(Connecte qui, String adresse) {
        var page = paiement.lire(qui, adresse);
        assertThat(page).hasStatus(200);
        try {
            return page.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
