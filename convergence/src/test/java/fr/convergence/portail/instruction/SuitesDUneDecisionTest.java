package fr.convergence.portail.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.EtatEtape;
import fr.convergence.portail.dossier.EtatEtape.Brouillon;
import fr.convergence.portail.dossier.EtatEtape.Fermee;
import fr.convergence.portail.dossier.HistoriqueDuDossier;
import fr.convergence.portail.dossier.Passage;
import fr.convergence.portail.dossier.Statut;
import fr.convergence.portail.ouverture.UnDossierADeuxEtapes;
import fr.convergence.socle.essai.BoiteAuxLettres;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Ce qu'une acceptation ouvre, et que sa reprise referme tant que personne n'y a écrit. */
@TestDuPortail
@Tag("INSTR-3")
@Tag("DOS-3")
final class SuitesDUneDecisionTest {

    private static final Map<String, String> ERREUR = Map.of("motif", "Acceptée par erreur");

    @Autowired
    UneInstruction instruction;

    @Autowired
    UnDossierADeuxEtapes deux;

    @Autowired
    HistoriqueDuDossier historique;

    @Autowired
    BoiteAuxLettres boite;

    @Autowired
    Clock horloge;

    private Connecte claire;
    private Connecte alice;

    @BeforeEach
    void une_referente_et_sa_verificatrice() {
        claire = instruction.referent();
        alice = instruction.ars("53");
    }

    @Test
    void l_apercu_d_une_acceptation_montre_aussi_l_e_mail_de_l_etape_qu_elle_ouvre() {
        var dossier = transmis("SUITES-APERCU", "etape.candidature.acceptee");

        assertThat(page(dossier, "validation"))
                .bodyText()
                .contains(": étape acceptée – " + dossier.reference(), ": étape ouverte – " + dossier.reference())
                .contains("/dossiers/" + dossier.reference() + "/declaration");
        assertThat(page(dossier, "refus")).bodyText().doesNotContain(": étape ouverte");
    }

    @Test
    void reprendre_une_acceptation_referme_l_etape_ou_personne_n_a_ecrit() {
        var dossier = transmis("SUITES-REPRISE", "etape.candidature.acceptee");
        instruction.decider(alice, dossier, "validation", 1, Map.of());
        assertThat(declaration(dossier)).isInstanceOf(Brouillon.class);
        assertThat(page(dossier, "reprise"))
                .bodyText()
                .contains("« Déclaration d’atteinte des objectifs », que cette décision avait ouverte", "se referme")
                .contains(": étape refermée – " + dossier.reference());

        assertThat(instruction.decider(alice, dossier, "reprise", 2, ERREUR)).hasStatus(303);

        assertThat(instruction.statut(alice, dossier)).isEqualTo(Statut.TRANSMIS_ARS);
        assertThat(declaration(dossier)).isInstanceOf(Fermee.class);
        assertThat(historique.de(dossier))
                .extracting(Passage::acte)
                .startsWith("etape-refermee", "decision-reprise", "etape-ouverte", "etape-validee");
        var lettres = boite.de(UneInstruction.courriel(claire));
        assertThat(lettres.get(lettres.size() - 2).texte()).contains("Acceptée par erreur");
        assertThat(lettres.getLast().texte())
                .contains("« Déclaration d’atteinte des objectifs »", "est refermée", "rien n’est perdu");
    }

    @Test
    void acceptee_de_nouveau_elle_se_rouvre() {
        var dossier = transmis("SUITES-DE-NOUVEAU", "etape.candidature.acceptee");
        instruction.decider(alice, dossier, "validation", 1, Map.of());
        instruction.decider(alice, dossier, "reprise", 2, ERREUR);

        assertThat(instruction.decider(alice, dossier, "validation", 3, Map.of()))
                .hasStatus(303);

        assertThat(declaration(dossier)).isInstanceOf(Brouillon.class);
        assertThat(boite.derniere(UneInstruction.courriel(claire)).modele()).isEqualTo("notification/ouverture");
    }

    @Test
    void une_reponse_suffit_a_ce_que_l_acceptation_ne_se_reprenne_plus() {
        var dossier = transmis("SUITES-COMMENCEE", "etape.candidature.acceptee");
        instruction.decider(alice, dossier, "validation", 1, Map.of());
        repondre(dossier, "Directrice", 1);

        assertThat(instruction.decider(alice, dossier, "reprise", 2, ERREUR))
                .hasStatus(409)
                .bodyText()
                .contains("Déclaration d’atteinte des objectifs", "Acceptée par erreur");
        assertThat(instruction.statut(alice, dossier)).isEqualTo(Statut.ACCEPTE);

        repondre(dossier, "", 2);
        assertThat(instruction.decider(alice, dossier, "reprise", 2, ERREUR)).hasStatus(303);
    }

    @Test
    void une_etape_ouverte_par_autre_chose_reste_ouverte_et_n_empeche_rien() {
        var dossier = transmis("SUITES-AUTRE-CHOSE", "etape.candidature.transmise");
        assertThat(declaration(dossier)).isInstanceOf(Brouillon.class);
        repondre(dossier, "Directrice", 1);
        instruction.decider(alice, dossier, "validation", 1, Map.of());

        assertThat(instruction.decider(alice, dossier, "reprise", 2, ERREUR)).hasStatus(303);

        assertThat(declaration(dossier)).isInstanceOf(Brouillon.class);
    }

    private Dossier transmis(String guichet, String condition) {
        var dossier = deux.dossier(guichet, "J-1T09:00", condition, claire);
        instruction.transmettre(claire, dossier, "candidature", horloge.instant());
        return dossier;
    }

    private MvcTestResult page(Dossier dossier, String nature) {
        return instruction.lire(alice, UneInstruction.decision(dossier, "candidature", nature));
    }

    private void repondre(Dossier dossier, String reponse, int revision) {
        assertThat(instruction.envoyer(
                        claire,
                        "/dossiers/" + dossier.reference() + "/declaration/reponses/role",
                        Map.of("r.role", String.valueOf(revision - 1), "role", reponse)))
                .hasStatus2xxSuccessful();
    }

    private EtatEtape declaration(Dossier dossier) {
        return deux.declaration(claire, dossier).etat();
    }
}
