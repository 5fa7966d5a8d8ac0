package fr.convergence.portail.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.convergence.portail.BoiteAuxLettres;
import fr.convergence.portail.BoiteAuxLettres.Lettre;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.dossier.DecisionReprise;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.EtapeAcceptee;
import fr.convergence.portail.dossier.EtapeRefusee;
import fr.convergence.portail.dossier.EtapeTransmise;
import fr.convergence.portail.dossier.ModificationDemandee;
import fr.convergence.portail.instruction.UneInstruction;
import fr.convergence.socle.base.HorlogeDeTest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@TestDuPortail
@Tag("NOT-1")
final class CourrielsDesActesTest {

    private static final Instant RETOUR = Instant.parse("2026-12-15T23:00:00Z");

    @Autowired
    UneInstruction instruction;

    @Autowired
    BoiteAuxLettres boite;

    @Autowired
    ApplicationEventPublisher faits;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    HorlogeDeTest horloge;

    @Autowired
    JdbcClient base;

    @Test
    void une_transmission_previent_le_referent_et_l_ars_de_sa_region() {
        var claire = instruction.referent();
        var alice = instruction.ars("32");
        var ailleurs = instruction.ars("84");

        var dossier = instruction.transmis("32", "CHU D'AMIENS", claire, horloge.instant());

        var aClaire = derniere(claire);
        assertThat(aClaire.objet())
                .isEqualTo(
                        "[Domaine 1 Audits techniques] - Transmission de votre formulaire de candidature à votre ARS – "
                                + dossier.reference());
        assertThat(aClaire.texte()).contains("Bonjour Claire", "CHU D'AMIENS", "/dossiers/" + dossier.reference());
        var aAlice = derniere(alice);
        assertThat(aAlice.objet())
                .isEqualTo(
                        "(Convergence) Transmission de l’étape Formulaire de candidature Domaine 1 Audits techniques – "
                                + dossier.reference() + " - CHU D'AMIENS");
        assertThat(aAlice.texte()).contains("/instruction/" + dossier.reference());
        assertThat(boite.de(UneInstruction.courriel(ailleurs))).isEmpty();
    }

    /** La liste de NOT-1 pour les actes d'un dossier, dans l'ordre d'une vie ; les rappels ont leur essai. */
    @Test
    void chaque_acte_d_un_dossier_a_son_courriel() {
        var claire = instruction.referent();
        var alice = instruction.ars("32");
        var dossier = instruction.transmis("32", "CH DE ROUBAIX", claire, horloge.instant());

        publier(new ModificationDemandee(dossier.reference(), "candidature", "RIB illisible", "", false, RETOUR));
        publier(new EtapeTransmise(dossier.reference(), "candidature", horloge.instant(), 2, true));
        publier(new EtapeRefusee(dossier.reference(), "candidature", "hors champ"));
        publier(new DecisionReprise(dossier.reference(), "candidature", "erreur"));
        publier(new EtapeAcceptee(dossier.reference(), "candidature"));

        assertThat(modeles(claire))
                .containsExactly(
                        "notification/transmission",
                        "notification/modification",
                        "notification/retransmission",
                        "notification/refus",
                        "notification/reprise",
                        "notification/acceptation-convention");
        assertThat(modeles(alice))
                .containsExactly("notification/transmission-verificateur", "notification/retransmission-verificateur");
        assertThat(boite.de(UneInstruction.courriel(claire)))
                .allSatisfy(lettre ->
                        assertThat(lettre.objet()).contains(dossier.reference().valeur()))
                .allSatisfy(lettre -> assertThat(lettre.texte()).contains("Bonjour Claire", "CH DE ROUBAIX"));
    }

    @Test
    void le_courriel_d_une_transmission_mene_a_son_accuse_et_dit_la_seconde() {
        var claire = instruction.referent();
        var dossier = instruction.transmis("32", "CH DE VALENCIENNES", claire, Instant.parse("2026-03-03T13:03:07Z"));

        assertThat(derniere(claire).texte()).contains("3 mars 2026, 14:03:07");
        assertThat(derniere(claire).html()).contains("/dossiers/" + dossier.reference() + "/candidature/accuses/1\"");
    }

    @Test
    void une_transmission_apres_modification_previent_les_deux() {
        var claire = instruction.referent();
        var alice = instruction.ars("32");
        var dossier = instruction.transmis("32", "CH DE LENS", claire, horloge.instant());

        publier(new EtapeTransmise(dossier.reference(), "candidature", horloge.instant(), 2, true));

        assertThat(derniere(claire).texte()).contains("Vos modifications");
        assertThat(derniere(alice).texte())
                .contains("a répondu à votre demande de modification")
                .as("un retour peut être inchangé")
                .contains("si une réponse a changé");
        assertThat(boite.de(UneInstruction.courriel(claire))).hasSize(2);
    }

    @Test
    void une_demande_de_modification_dit_quoi_et_jusqu_a_quand() {
        var claire = instruction.referent();
        var dossier = instruction.transmis("32", "CH D'ARRAS", claire, horloge.instant());

        publier(new ModificationDemandee(
                dossier.reference(),
                "candidature",
                "RIB illisible\n[ne pas cliquer](http://ailleurs)",
                "Fichier RIB : à rescanner\nVotre rôle : à préciser",
                true,
                RETOUR));

        var lettre = derniere(claire);
        assertThat(lettre.objet())
                .isEqualTo(
                        "[Domaine 1 Audits techniques] - Demande de modification de l’étape Formulaire de candidature du"
                                + " dossier " + dossier.reference());
        assertThat(lettre.texte())
                .contains("RIB illisible", "15 décembre 2026, 23:59")
                .contains(
                        "À corriger :",
                        "Fichier RIB : à rescanner",
                        "Votre rôle : à préciser",
                        "Seules ces questions sont rouvertes.");
        assertThat(lettre.html()).doesNotContain("href=\"http://ailleurs\"");
    }

    @Test
    void une_acceptation_dit_la_convention_son_signataire_et_l_etape_qui_suit() {
        var claire = instruction.referent();
        var dossier = instruction.transmis("32", "CH DE DUNKERQUE", claire, horloge.instant());

        publier(new EtapeAcceptee(dossier.reference(), "candidature"));
        assertThat(derniere(claire).texte())
                .contains("convention", "signataire", "Déclaration", "/dossiers/" + dossier.reference());

        publier(new EtapeAcceptee(dossier.reference(), "declaration"));
        assertThat(derniere(claire).texte())
                .contains("C’était la dernière étape")
                .doesNotContain("convention");
    }

    @Test
    void un_refus_dit_a_qui_s_adresser_et_qu_une_nouvelle_candidature_est_possible() {
        var claire = instruction.referent();
        var dossier = instruction.transmis("32", "CH DE TOURCOING", claire, horloge.instant());

        publier(new EtapeRefusee(dossier.reference(), "candidature", "hors champ"));

        assertThat(derniere(claire).texte())
                .contains("hors champ", "Adressez-vous à votre ARS", "nouvelle candidature", "/tableau-de-bord");
    }

    @Test
    void un_courriel_n_est_ecrit_que_si_l_acte_l_est() {
        var claire = instruction.referent();
        var dossier = instruction.transmis("32", "CH DE DOUAI", claire, horloge.instant());

        assertThatThrownBy(() -> transaction.executeWithoutResult(etat -> {
                    faits.publishEvent(new EtapeRefusee(dossier.reference(), "candidature", "hors champ"));
                    assertThat(boite.de(UneInstruction.courriel(claire))).hasSize(2);
                    throw new IllegalStateException("panne");
                }))
                .hasMessage("panne");

        assertThat(boite.de(UneInstruction.courriel(claire))).hasSize(1);
    }

    @Test
    void un_courriel_est_trace_a_la_reference_du_dossier() {
        var claire = instruction.referent();
        var dossier = instruction.transmis("32", "CH DE CALAIS", claire, horloge.instant());

        assertThat(references(claire)).containsExactly(dossier.reference().valeur());
    }

    @Test
    void un_referent_parti_ne_recoit_rien_et_l_acte_passe() {
        var claire = instruction.referent();
        Dossier dossier = instruction.transmis("32", "CH DE LILLE", claire, horloge.instant());
        base.sql("update compte set etat = 'DESACTIVE' where id = ?")
                .param(claire.compte())
                .update();

        publier(new EtapeRefusee(dossier.reference(), "candidature", "hors champ"));

        assertThat(boite.de(UneInstruction.courriel(claire))).hasSize(1);
    }

    private void publier(Object fait) {
        transaction.executeWithoutResult(etat -> faits.publishEvent(fait));
    }

    private Lettre derniere(Connecte qui) {
        return boite.derniere(UneInstruction.courriel(qui));
    }

    private List<String> modeles(Connecte qui) {
        return boite.de(UneInstruction.courriel(qui)).stream()
                .map(Lettre::modele)
                .toList();
    }

    private List<String> references(Connecte qui) {
        boite.derniere(UneInstruction.courriel(qui));
        return base.sql("select reference from courriel where destinataire = ?")
                .param(UneInstruction.courriel(qui))
                .query(String.class)
                .list();
    }
}
