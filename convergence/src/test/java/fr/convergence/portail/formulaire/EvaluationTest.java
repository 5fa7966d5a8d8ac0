package fr.convergence.portail.formulaire;

import static fr.convergence.portail.formulaire.SectionEvaluee.Etat.A_COMMENCER;
import static fr.convergence.portail.formulaire.SectionEvaluee.Etat.A_CORRIGER;
import static fr.convergence.portail.formulaire.SectionEvaluee.Etat.COMPLETE;
import static fr.convergence.portail.formulaire.SectionEvaluee.Etat.EN_COURS;
import static fr.convergence.portail.formulaire.SectionEvaluee.Etat.FACULTATIVE;
import static fr.convergence.portail.formulaire.UneCandidature.uneCandidature;
import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.question.Faits;
import fr.convergence.portail.question.LigneDeReponse;
import fr.convergence.portail.question.Valeur;
import fr.convergence.socle.identifiant.Region;
import fr.convergence.socle.page.Message;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DOS-5")
@Tag("FRM-3")
@Tag("FRM-4")
final class EvaluationTest {

    @Test
    void le_domaine_1_compte_22_questions_et_le_domaine_2_en_compte_29() {
        assertThat(uneCandidature().evaluee().obligatoires()).isEqualTo(22);
        assertThat(domaine2(Map.of("candidat.type", "GHT")).obligatoires()).isEqualTo(29);
        assertThat(domaine2(Map.of()).obligatoires()).isEqualTo(29);
        assertThat(domaine2(Map.of("candidat.type", "EJ_PRIVEE")).obligatoires())
                .as("appartenir à un groupe est une case, qui ne compte pas")
                .isEqualTo(29);
    }

    @Test
    void une_candidature_vide_est_a_commencer_et_une_complete_est_transmissible() {
        var vide = uneCandidature().evaluee();
        assertThat(vide.pourcentage()).isZero();
        assertThat(vide.restantes()).hasSize(22);
        assertThat(vide.erreurs().vides()).isTrue();
        var complete = uneCandidature().complete().evaluee();
        assertThat(complete.pourcentage()).isEqualTo(100);
        assertThat(complete.restantes()).isEmpty();
        assertThat(complete.transmissible()).isTrue();
    }

    @Test
    void le_pourcentage_s_arrondit_vers_le_bas() {
        var sans = uneCandidature().complete().sans("rib").evaluee();
        assertThat(sans.repondues()).isEqualTo(21);
        assertThat(sans.pourcentage()).isEqualTo(95);
        assertThat(sans.transmissible()).isFalse();
    }

    @Test
    void les_questions_restantes_disent_leur_libelle_leur_page_et_leur_ancre() {
        var sans = uneCandidature().complete().sans("dsi").evaluee();
        assertThat(sans.restantes())
                .extracting(QuestionRestante::libelle)
                .containsExactly(
                        new Message("question.contact.civilite.de", "DSI"),
                        new Message("question.contact.nom.de", "DSI"),
                        new Message("question.contact.prenom.de", "DSI"),
                        new Message("question.contact.courriel.de", "DSI"));
        assertThat(sans.restantes().getFirst().section()).isEqualTo("contacts");
        assertThat(sans.restantes().getFirst().champ()).isEqualTo("dsi.civilite");
    }

    @Test
    void une_reponse_en_erreur_compte_comme_une_question_restante() {
        var faux = uneCandidature().complete().avec("dsi.courriel", "claire").evaluee();
        assertThat(faux.repondues()).isEqualTo(21);
        assertThat(faux.erreurs().de("dsi.courriel"))
                .isEqualTo(new Message("identifiant.adresse_electronique.arobase"));
        assertThat(faux.question("dsi")
                        .orElseThrow()
                        .valeur()
                        .partie("courriel")
                        .texte())
                .isEqualTo("claire");
        assertThat(faux.section("contacts").orElseThrow().etat()).isEqualTo(A_CORRIGER);
    }

    @Test
    void une_preuve_se_demande_quand_le_prerequis_n_est_pas_valide() {
        var aProuver = uneCandidature().complete().avec("prerequis_ps11", "non_valide");
        assertThat(aProuver.evaluee().obligatoires()).isEqualTo(23);
        assertThat(aProuver.evaluee().restantes())
                .extracting(QuestionRestante::champ)
                .containsExactly("preuves_ps11");
        var prouve = aProuver.avec("preuves_ps11", UneCandidature.FICHIER).evaluee();
        assertThat(prouve.transmissible()).isTrue();
        var revenu = aProuver.avec("prerequis_ps11", "valide");
        assertThat(revenu.evaluee().question("preuves_ps11")).isEmpty();
        assertThat(revenu.reponses().valeur("preuves_ps11").estVide())
                .as("la réponse cachée est gardée")
                .isFalse();
    }

    @Test
    void le_bic_est_du_pays_de_l_iban() {
        var belge = uneCandidature().complete().avec("bic", "GEBABEBB").evaluee();
        assertThat(belge.erreurs().de("bic").args().getFirst().toString()).startsWith("Le pays du BIC n’est pas");
        assertThat(belge.repondues()).isEqualTo(21);
        assertThat(uneCandidature()
                        .complete()
                        .avec("bic", "GEBABEBB")
                        .sans("iban")
                        .evaluee()
                        .erreurs()
                        .vides())
                .isTrue();
    }

    @Test
    void une_section_va_d_a_commencer_a_complete() {
        assertThat(etat(uneCandidature(), "banque")).isEqualTo(A_COMMENCER);
        assertThat(etat(uneCandidature().avec("bic", "TRPUFRP1"), "banque")).isEqualTo(EN_COURS);
        assertThat(etat(uneCandidature().avec("bic", "x"), "banque")).isEqualTo(A_CORRIGER);
        assertThat(etat(uneCandidature().complete(), "banque")).isEqualTo(COMPLETE);
        assertThat(etat(uneCandidature(), "informations"))
                .as("rien n'y est demandé")
                .isEqualTo(COMPLETE);
        assertThat(etat(uneCandidature(), "precisions"))
                .as("rien n'y est obligatoire, rien n'y est répondu")
                .isEqualTo(FACULTATIVE);
        assertThat(FACULTATIVE.aFinir()).isFalse();
    }

    @Test
    void les_faits_se_montrent() {
        var ght = uneCandidature()
                .fait("candidat.raison_sociale", "CHU MONTPELLIER")
                .fait("candidat.entites", List.of("CH LUNEL", "CHU MONTPELLIER"))
                .evaluee();
        assertThat(ght.question("fait_support").orElseThrow().lignes())
                .extracting(LigneDeReponse::textes)
                .containsExactly(List.of("CHU MONTPELLIER"));
        assertThat(ght.question("fait_entites").orElseThrow().valeur().elements())
                .hasSize(2);
        var privee = uneCandidature().fait("candidat.type", "EJ_PRIVEE").evaluee();
        assertThat(privee.question("fait_entites")).isEmpty();
        assertThat(privee.question("fait_nom")).isPresent();
    }

    @Test
    void le_nom_du_groupe_se_demande_a_une_entite_privee_d_un_groupe() {
        var d2 = UneCandidature.D2.definition();
        assertThat(d2.question("groupe").orElseThrow().si())
                .contains("candidat.type == 'EJ_PRIVEE' && appartient_groupe");
        var privee = Faits.de(UneCandidature.FORMULAIRES.faits(), Map.of("candidat.type", "EJ_PRIVEE"));
        var sans = UneCandidature.D2.evaluer(Reponses.aucune(), privee);
        assertThat(sans.question("groupe")).isEmpty();
        assertThat(sans.question("appartient_groupe").orElseThrow().question().obligatoire())
                .isFalse();
        var avec = UneCandidature.D2.evaluer(
                new Reponses(
                        Map.of("appartient_groupe", new Reponse(Valeur.simple("oui"), 1, Instant.EPOCH, "claire"))),
                privee);
        assertThat(avec.question("groupe")).isPresent();
        assertThat(avec.obligatoires()).isEqualTo(30);
    }

    @Test
    void une_condition_compare_un_texte_quelle_que_soit_son_apostrophe() {
        var formulaire =
                UneCandidature.FORMULAIRES.importer("apostrophes.yaml", """
                        formulaire: apostrophes@1
                        sections:
                          - titre: Région
                            questions:
                              - {id: droite, type: texte_court, libelle: Droite, si: candidat.region == "Provence-Alpes-Côte d'Azur"}
                              - {id: courbe, type: texte_court, libelle: Courbe, si: candidat.region == "Provence-Alpes-Côte d’Azur"}
                              - {id: parmi, type: texte_court, libelle: Parmi, si: 'candidat.region in ["Corse", "Provence-Alpes-Côte d’Azur"]'}
                              - {id: fin, type: texte_court, libelle: Fin, si: candidat.region.endsWith("d'Azur")}
                              - {id: ailleurs, type: texte_court, libelle: Ailleurs, si: candidat.region != "Provence-Alpes-Côte d'Azur"}
                              - {id: commune, type: texte_court, libelle: Commune}
                              - {id: repondue, type: texte_court, libelle: Répondue, si: commune == "L’Isle-d'Abeau"}
                              - {id: entite, type: texte_court, libelle: Entité, si: '"CH DE L’ISLE" in candidat.entites'}
                        """).sure();
        for (var region : List.of(Region.PROVENCE_ALPES_COTE_D_AZUR.nom(), "Provence-Alpes-Côte d'Azur")) {
            var reponse = new Reponse(Valeur.simple("L'Isle-d’Abeau"), 1, Instant.EPOCH, "claire");
            var evaluee = formulaire.evaluer(
                    new Reponses(Map.of("commune", reponse)),
                    Faits.de(
                            UneCandidature.FORMULAIRES.faits(),
                            Map.of("candidat.region", region, "candidat.entites", List.of("CH DE L'ISLE"))));
            assertThat(evaluee.questions().map(question -> question.question().id()))
                    .as(region)
                    .containsExactly("droite", "courbe", "parmi", "fin", "commune", "repondue", "entite");
            assertThat(evaluee.question("commune").orElseThrow().valeur())
                    .as("ce qui est répondu reste comme on l'a écrit")
                    .isEqualTo(reponse.valeur());
        }
    }

    private static SectionEvaluee.Etat etat(UneCandidature candidature, String section) {
        return candidature.evaluee().section(section).orElseThrow().etat();
    }

    private static Evaluation domaine2(Map<String, ?> faits) {
        return UneCandidature.D2.evaluer(Reponses.aucune(), Faits.de(UneCandidature.FORMULAIRES.faits(), faits));
    }
}
