package fr.convergence.portail.notification;

import static fr.convergence.portail.acte.ActesDEssai.mouvement;
import static fr.convergence.portail.acte.CodeDEtat.ACCEPTEE;
import static fr.convergence.portail.acte.CodeDEtat.A_MODIFIER;
import static fr.convergence.portail.acte.CodeDEtat.EN_VERIFICATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acte.ActeDuDossier.DePassage;
import fr.convergence.portail.acte.ActeDuDossier.DecisionReprise;
import fr.convergence.portail.acte.ActeDuDossier.EtapeRefusee;
import fr.convergence.portail.acte.ActeDuDossier.EtapeTransmise;
import fr.convergence.portail.acte.ActeDuDossier.EtapeValidee;
import fr.convergence.portail.acte.ActeDuDossier.ModificationDemandee;
import fr.convergence.portail.acte.CodeDEtat;
import fr.convergence.portail.acte.Mouvement;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.EtapePassee;
import fr.convergence.portail.instruction.UneInstruction;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.essai.BoiteAuxLettres.Lettre;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
    private static final Mouvement RENDUE = mouvement("candidature", EN_VERIFICATION, A_MODIFIER);
    private static final Mouvement RETRANSMISE = mouvement("candidature", A_MODIFIER, EN_VERIFICATION);
    private static final Mouvement REFUSEE = mouvement("candidature", EN_VERIFICATION, CodeDEtat.REFUSEE);
    private static final Mouvement REPRISE = mouvement("candidature", CodeDEtat.REFUSEE, EN_VERIFICATION);

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
                        "[Domaine 1 Audits techniques] – Transmission de votre formulaire de candidature à votre ARS – "
                                + dossier.reference());
        assertThat(aClaire.texte()).contains("Bonjour Claire", "CHU D'AMIENS", "/dossiers/" + dossier.reference());
        var aAlice = derniere(alice);
        assertThat(aAlice.objet())
                .isEqualTo(
                        "(Convergence) Transmission de l’étape Formulaire de candidature Domaine 1 Audits techniques – "
                                + dossier.reference() + " – CHU D'AMIENS");
        assertThat(aAlice.texte()).contains("/instruction/" + dossier.reference());
        assertThat(boite.de(UneInstruction.courriel(ailleurs))).isEmpty();
    }

    /** La liste de NOT-1 pour les actes d'un dossier, dans l'ordre d'une vie ; les rappels ont leur essai. */
    @Test
    void chaque_acte_d_un_dossier_a_son_courriel() {
        var claire = instruction.referent();
        var alice = instruction.ars("32");
        var dossier = instruction.transmis("32", "CH DE ROUBAIX", claire, horloge.instant());

        publier(dossier, new ModificationDemandee(RENDUE, "RIB illisible", RETOUR, Optional.empty(), Optional.empty()));
        publier(dossier, new EtapeTransmise(RETRANSMISE, 2, "0b62"));
        publier(dossier, new EtapeRefusee(REFUSEE, "hors champ"));
        publier(dossier, new DecisionReprise(REPRISE, "erreur"));
        publier(dossier, new EtapeValidee(acceptee("candidature")));

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

        publier(dossier, new EtapeTransmise(RETRANSMISE, 2, "0b62"));

        assertThat(derniere(claire).texte()).contains("transmise de nouveau").doesNotContain("odifications");
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

        publier(
                dossier,
                new ModificationDemandee(
                        RENDUE,
                        "RIB illisible\n[ne pas cliquer](http://ailleurs)",
                        RETOUR,
                        Optional.of("Fichier RIB : à rescanner\nVotre rôle : à préciser"),
                        Optional.of(true)));

        var lettre = derniere(claire);
        assertThat(lettre.objet())
                .isEqualTo(
                        "(Convergence) Formulaire de candidature Domaine 1 Audits techniques : modification demandée – "
                                + dossier.reference());
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

        publier(dossier, new EtapeValidee(acceptee("candidature")));
        assertThat(derniere(claire).texte())
                .contains("convention", "signataire", "Déclaration", "/dossiers/" + dossier.reference());

        publier(dossier, new EtapeValidee(acceptee("declaration")));
        assertThat(derniere(claire).texte())
                .contains("C’était la dernière étape")
                .doesNotContain("convention");
    }

    @Test
    void un_refus_dit_a_qui_s_adresser_et_qu_une_nouvelle_candidature_est_possible() {
        var claire = instruction.referent();
        var dossier = instruction.transmis("32", "CH DE TOURCOING", claire, horloge.instant());

        publier(dossier, new EtapeRefusee(REFUSEE, "hors champ"));

        assertThat(derniere(claire).texte())
                .contains("hors champ", "Adressez-vous à votre ARS", "nouvelle candidature", "/tableau-de-bord");
    }

    @Test
    void un_courriel_n_est_ecrit_que_si_l_acte_l_est() {
        var claire = instruction.referent();
        var dossier = instruction.transmis("32", "CH DE DOUAI", claire, horloge.instant());

        assertThatThrownBy(() -> transaction.executeWithoutResult(etat -> {
                    faits.publishEvent(fait(dossier, new EtapeRefusee(REFUSEE, "hors champ")));
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

        publier(dossier, new EtapeRefusee(REFUSEE, "hors champ"));

        assertThat(boite.de(UneInstruction.courriel(claire))).hasSize(1);
    }

    private void publier(Dossier dossier, DePassage acte) {
        transaction.executeWithoutResult(etat -> faits.publishEvent(fait(dossier, acte)));
    }

    private EtapePassee fait(Dossier dossier, DePassage acte) {
        return new EtapePassee(dossier.reference(), acte, horloge.instant());
    }

    private static Mouvement acceptee(String etape) {
        return mouvement(etape, EN_VERIFICATION, ACCEPTEE);
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
