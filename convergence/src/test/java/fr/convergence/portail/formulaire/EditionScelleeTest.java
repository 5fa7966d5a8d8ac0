package fr.convergence.portail.formulaire;

import static fr.convergence.portail.formulaire.UneCandidature.D1;
import static fr.convergence.portail.formulaire.UneCandidature.FICHIER;
import static fr.convergence.portail.formulaire.UneCandidature.uneCandidature;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.convergence.socle.page.Message;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DOS-6")
@Tag("DOS-8")
final class EditionScelleeTest {

    private static final Preuve RIB = new Preuve(FICHIER, "rib.pdf", 12_345, "ab".repeat(32));

    @Test
    void elle_porte_les_reponses_visibles_les_faits_montres_et_les_preuves() {
        var scellee = uneCandidature()
                .complete()
                .avec("prerequis_ps11", "non_valide")
                .avec("preuves_ps11", FICHIER)
                .avec("prerequis_ps11", "valide")
                .fait("candidat.raison_sociale", "CHU MONTPELLIER")
                .scellee(RIB);
        assertThat(scellee.formulaire()).hasToString("care-d1-candidature@5");
        assertThat(scellee.definition()).isEqualTo(D1.empreinte());
        assertThat(scellee.preuves()).containsOnlyKeys("rib");
        assertThat(scellee.reponses())
                .containsKeys("fait_support", "iban")
                .doesNotContainKeys("preuves_ps11", "precisions");
    }

    @Test
    void elle_se_relit_et_son_empreinte_ne_depend_que_de_son_contenu() {
        var scellee = uneCandidature().complete().scellee(RIB);
        assertThat(EditionScellee.lire(scellee.canonique())).isEqualTo(scellee);
        assertThat(EditionScellee.lire(scellee.canonique()).empreinte()).isEqualTo(scellee.empreinte());
        assertThat(uneCandidature().complete().scellee(RIB).empreinte()).isEqualTo(scellee.empreinte());
        assertThat(uneCandidature()
                        .complete()
                        .avec("role", "Autre")
                        .scellee(RIB)
                        .empreinte())
                .isNotEqualTo(scellee.empreinte());
    }

    @Test
    void on_ne_scelle_ni_l_incomplet_ni_une_preuve_absente() {
        assertThatThrownBy(() -> uneCandidature().scellee()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> uneCandidature().complete().scellee())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(FICHIER);
    }

    @Test
    void ce_qui_a_change_se_lit_par_question_et_par_fichier() {
        var nouveau = FICHIER.replace("b302", "b303");
        var avant = uneCandidature().complete().scellee(RIB);
        var apres = uneCandidature()
                .complete()
                .avec("dsi.nom", "Durand")
                .avec("prerequis_ps11", "non_valide")
                .avec("preuves_ps11", FICHIER)
                .avec("rib", nouveau)
                .scellee(RIB, new Preuve(nouveau, "rib-2026.pdf", 1, "cd".repeat(32)));
        assertThat(apres.depuis(avant, D1.definition()))
                .flatExtracting(Difference::ecarts)
                .containsExactly(
                        new Difference.Ecart(new Message("question.contact.nom"), List.of("Martin"), List.of("Durand")),
                        new Difference.Ecart(
                                Message.brut("Prérequis PS1.1\u00a0: audit de l’exposition sur internet"),
                                List.of("Validé pour l’établissement et toutes ses entités rattachées"),
                                List.of("Pas encore validé")),
                        new Difference.Ecart(Message.brut("Preuves du prérequis PS1.1"), List.of(), List.of("rib.pdf")),
                        new Difference.Ecart(Message.brut("Fichier RIB"), List.of("rib.pdf"), List.of("rib-2026.pdf")));
        assertThat(avant.depuis(avant, D1.definition())).isEmpty();
    }
}
