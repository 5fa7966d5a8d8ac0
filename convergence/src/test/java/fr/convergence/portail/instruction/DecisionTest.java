package fr.convergence.portail.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.EtatEtape.AModifier;
import fr.convergence.portail.dossier.EtatEtape.Correction;
import fr.convergence.portail.dossier.HistoriqueDuDossier;
import fr.convergence.portail.dossier.Passage;
import fr.convergence.portail.dossier.Statut;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.page.Formats;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@TestDuPortail
@Tag("INSTR-3")
final class DecisionTest {

    @Autowired
    UneInstruction instruction;

    @Autowired
    HistoriqueDuDossier historique;

    @Autowired
    BoiteAuxLettres boite;

    @Autowired
    HorlogeDeTest horloge;

    @Test
    void valider_accepte_l_etape_l_inscrit_et_previent_le_referent() {
        var claire = instruction.referent();
        var alice = instruction.ars("76");
        var dossier = instruction.transmis("76", "CLINIQUE DU PARC", claire, horloge.instant());

        assertThat(instruction.decider(alice, dossier, "validation", 1, Map.of()))
                .hasStatus(303)
                .hasHeader("Location", "/instruction/" + dossier.reference() + "?etape=candidature");

        assertThat(instruction.statut(alice, dossier)).isEqualTo(Statut.ACCEPTE);
        assertThat(historique.de(dossier).getFirst())
                .extracting(Passage::acte, passage -> passage.qui().id())
                .containsExactly("etape-validee", alice.getName());
        var lettre = boite.derniere(UneInstruction.courriel(claire));
        assertThat(lettre.objet()).contains("acceptée", dossier.reference().valeur());
        assertThat(lettre.texte()).contains("votre ARS");
    }

    @Test
    void valider_au_premier_niveau_transmet_a_l_ans() {
        var alice = instruction.ars("11");
        var noe = instruction.ans();
        var dossier = instruction.enDeclaration("11", "HOPITAL DE PARIS");
        var adresse = UneInstruction.decision(dossier, "declaration", "validation");

        assertThat(instruction.envoyer(alice, adresse, Map.of("version", "2"))).hasStatus(303);

        assertThat(Statut.de(instruction.relue(noe, dossier, "declaration"))).isEqualTo(Statut.TRANSMIS_ANS);
        assertThat(boite.derniere(UneInstruction.courriel(noe)).objet())
                .startsWith("(Convergence) Dossier validé par l’ARS");
        assertThat(instruction.envoyer(alice, adresse, Map.of("version", "3"))).hasStatus(409);
        assertThat(instruction.envoyer(noe, adresse, Map.of("version", "3", "retenu", "1")))
                .hasStatus(303);
        assertThat(Statut.de(instruction.relue(noe, dossier, "declaration"))).isEqualTo(Statut.ACCEPTE);
    }

    @Test
    void demander_une_modification_rend_l_etape_avec_ses_questions_et_sa_date() {
        var claire = instruction.referent();
        var alice = instruction.ars("76");
        var dossier = instruction.transmis("76", "CLINIQUE DU LAC", claire, horloge.instant());
        var retour = LocalDate.now(horloge).plusDays(10);

        assertThat(instruction.decider(
                        alice,
                        dossier,
                        "modification",
                        1,
                        Map.of(
                                "motif", "Le RIB ne correspond pas à l'IBAN.",
                                "retour", retour.toString(),
                                "limitee", "oui",
                                "correction.iban", "à reprendre du RIB")))
                .hasStatus(303);

        assertThat(instruction.relue(alice, dossier, "candidature").etat())
                .isInstanceOfSatisfying(AModifier.class, etat -> {
                    assertThat(etat.motif()).isEqualTo("Le RIB ne correspond pas à l'IBAN.");
                    assertThat(etat.limitee()).isTrue();
                    assertThat(etat.corrections()).containsExactly(new Correction("iban", "à reprendre du RIB"));
                    assertThat(etat.retourAvant().atZone(Formats.PARIS).toLocalDateTime())
                            .isEqualTo(retour.plusDays(1).atStartOfDay());
                });
        assertThat(boite.derniere(UneInstruction.courriel(claire)).texte())
                .contains("Le RIB ne correspond pas à l'IBAN.", Formats.date(retour) + ", 23:59");
    }

    @Test
    void la_meme_decision_deux_fois_est_prise_une_autre_ne_se_perd_pas() {
        var claire = instruction.referent();
        var alice = instruction.ars("76");
        var dossier = instruction.transmis("76", "CLINIQUE DU BOIS", claire, horloge.instant());
        var retour = LocalDate.now(horloge).plusDays(10).toString();
        var cle = UUID.randomUUID().toString();
        var demande = Map.of("motif", "RIB illisible", "retour", retour, "_cle", cle);
        assertThat(instruction.decider(alice, dossier, "modification", 1, demande))
                .hasStatus(303);

        assertThat(instruction.decider(alice, dossier, "modification", 1, demande))
                .hasStatus(303);
        assertThat(instruction.decider(
                        alice, dossier, "modification", 1, Map.of("motif", "IBAN faux", "retour", retour, "_cle", cle)))
                .hasStatus(409)
                .bodyText()
                .contains("Rien n’a été envoyé");
        assertThat(instruction.decider(
                        alice, dossier, "modification", 1, Map.of("motif", "IBAN faux", "retour", retour)))
                .hasStatus(409)
                .bodyText()
                .contains("IBAN faux");
        assertThat(boite.de(UneInstruction.courriel(claire))).hasSize(2);
    }

    @Test
    void une_demande_mal_remplie_revient_avec_ce_qui_etait_tape() {
        var alice = instruction.ars("76");
        var dossier = instruction.transmis("76", "CLINIQUE DES PINS");
        var hier = LocalDate.now(horloge).minusDays(1).toString();
        var loin = LocalDate.now(horloge).plusDays(400).toString();
        var demain = LocalDate.now(horloge).plusDays(1).toString();

        refusee(alice, dossier, Map.of("motif", "", "retour", demain), "le référent doit comprendre");
        var invisible = Map.of("motif", "\u200b\u00a0\u00ad\n", "retour", demain);
        assertThat(instruction.decider(alice, dossier, "modification", 1, invisible))
                .hasStatus(422)
                .bodyText()
                .contains("le référent doit comprendre");
        refusee(alice, dossier, Map.of("motif", "RIB", "retour", hier), "date de retour à venir");
        refusee(alice, dossier, Map.of("motif", "RIB", "retour", loin), "dans l’année");
        refusee(alice, dossier, Map.of("motif", "RIB", "retour", "demain"), "Choisissez une date de retour");
        refusee(alice, dossier, Map.of("motif", "RIB", "retour", demain, "limitee", "oui"), "au moins une question");
        refusee(
                alice,
                dossier,
                Map.of("motif", "gardé", "retour", demain, "correction.mot_de_passe", "forgée"),
                "pas de ce formulaire");
        refusee(alice, dossier, Map.of("motif", "x".repeat(4001), "retour", demain), "4 001 caractères");
        assertThat(instruction.statut(alice, dossier)).isEqualTo(Statut.TRANSMIS_ARS);
    }

    @Test
    void un_refus_sans_motif_n_est_pas_pris() {
        var alice = instruction.ars("76");
        var dossier = instruction.transmis("76", "CLINIQUE DU PONT");

        assertThat(instruction.decider(alice, dossier, "refus", 1, Map.of("motif", "  ")))
                .hasStatus(422);
        assertThat(instruction.decider(alice, dossier, "refus", 1, Map.of("motif", "Hors périmètre")))
                .hasStatus(303);
        assertThat(instruction.statut(alice, dossier)).isEqualTo(Statut.REFUSE);
    }

    @Test
    void le_dossier_d_une_autre_region_n_existe_pas() {
        var dossier = instruction.transmis("76", "CLINIQUE DU SUD");
        var ailleurs = instruction.ars("84");

        assertThat(instruction.lire(ailleurs, "/instruction/" + dossier.reference()))
                .hasStatus(404);
        assertThat(instruction.lire(ailleurs, "/instruction/" + dossier.reference() + "/historique"))
                .hasStatus(404);
        for (var nature : new String[] {"validation", "modification", "refus", "reprise"}) {
            assertThat(instruction.lire(ailleurs, UneInstruction.decision(dossier, "candidature", nature)))
                    .hasStatus(404);
            assertThat(instruction.decider(ailleurs, dossier, nature, 1, Map.of("motif", "x")))
                    .hasStatus(404);
        }
        assertThat(instruction.statut(instruction.ars("76"), dossier)).isEqualTo(Statut.TRANSMIS_ARS);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 99})
    void une_version_que_l_etape_n_a_jamais_eue_dit_la_page_depassee_sans_nommer_personne(int version) {
        var dossier = instruction.transmis("76", "CLINIQUE DE L'ETANG");
        var alice = instruction.ars("76");

        assertThat(instruction.decider(alice, dossier, "refus", version, Map.of("motif", "Hors délai")))
                .hasStatus(409)
                .bodyText()
                .contains("n’est plus à jour", "Hors délai")
                .doesNotContain("déjà été prise");
        assertThat(instruction.statut(alice, dossier)).isEqualTo(Statut.TRANSMIS_ARS);
    }

    @Test
    void l_ans_ne_decide_pas_a_la_place_de_l_ars() {
        var dossier = instruction.transmis("76", "CLINIQUE DU NORD");
        var noe = instruction.ans();

        assertThat(instruction.lire(noe, UneInstruction.decision(dossier, "candidature", "refus")))
                .hasStatus(409);
        assertThat(instruction.decider(noe, dossier, "refus", 1, Map.of("motif", "x")))
                .hasStatus(409);
        assertThat(instruction.statut(noe, dossier)).isEqualTo(Statut.TRANSMIS_ARS);
    }

    @Test
    void une_etape_jamais_transmise_ne_se_decide_pas() {
        var alice = instruction.ars("76");
        var dossier = instruction.transmis("76", "CLINIQUE DE L'EST");

        assertThat(instruction.envoyer(
                        alice, UneInstruction.decision(dossier, "declaration", "validation"), Map.of("version", "0")))
                .hasStatus(404);
        assertThat(instruction.lire(alice, UneInstruction.decision(dossier, "candidature", "suppression")))
                .hasStatus(404);
        assertThat(instruction.envoyer(alice, UneInstruction.decision(dossier, "candidature", "validation"), Map.of()))
                .hasStatus(409);
    }

    @Test
    void l_apercu_montre_le_courriel_avec_ce_qui_est_tape_et_ne_decide_rien() {
        var claire = instruction.referent();
        var alice = instruction.ars("76");
        var dossier = instruction.transmis("76", "CLINIQUE DE L'OUEST", claire, horloge.instant());

        assertThat(instruction.decider(
                        alice, dossier, "refus", 1, Map.of("motif", "Dossier incomplet", "apercu", "oui")))
                .hasStatusOk()
                .bodyText()
                .contains("Dossier refusé – " + dossier.reference(), UneInstruction.courriel(claire))
                .contains("pour ce motif", "Dossier incomplet");
        assertThat(instruction.decider(
                        alice,
                        dossier,
                        "modification",
                        1,
                        Map.of(
                                "motif", "À revoir",
                                "retour", LocalDate.now(horloge).plusDays(5).toString(),
                                "correction.rib", "Illisible",
                                "apercu", "oui")))
                .hasStatusOk()
                .bodyText()
                .contains("À corriger :", "Fichier RIB : Illisible");
        assertThat(instruction.statut(alice, dossier)).isEqualTo(Statut.TRANSMIS_ARS);
        assertThat(boite.de(UneInstruction.courriel(claire))).hasSize(1);
    }

    @Test
    void chaque_page_de_decision_dit_ses_consequences() {
        var alice = instruction.ars("76");
        var dossier = instruction.transmis("76", "CLINIQUE DES ALPES");

        for (var nature : new String[] {"validation", "modification", "refus"}) {
            assertThat(instruction.lire(alice, UneInstruction.decision(dossier, "candidature", nature)))
                    .hasStatusOk()
                    .bodyText()
                    .contains("Ce qui va se passer", "L’e-mail qui partira")
                    .doesNotContain("⟦");
        }
        assertThat(instruction.lire(alice, "/instruction/" + dossier.reference()))
                .hasStatusOk()
                .bodyText()
                .contains("Demander une modification", "CLINIQUE DES ALPES", "Claire Essai")
                .doesNotContain("⟦");
        assertThat(instruction.lire(alice, "/instruction/" + dossier.reference() + "/historique"))
                .hasStatusOk()
                .bodyText()
                .contains("Étape transmise")
                .doesNotContain("Dossier créé");
    }

    private void refusee(Connecte qui, Dossier dossier, Map<String, String> champs, String attendu) {
        assertThat(instruction.decider(qui, dossier, "modification", 1, champs))
                .hasStatus(422)
                .bodyText()
                .contains(attendu)
                .contains(champs.get("motif"));
    }
}
