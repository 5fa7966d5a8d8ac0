package fr.convergence.portail.formulaire;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.definition.Defaut;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ce que personne ne verrait, ce que personne ne pourrait remplir ; et ce qu'on accepte faute de preuve. */
@Tag("FRM-1")
final class CoherenceTest {

    private static final String ENTETE = """
            formulaire: essai@1
            sections:
              - titre: Questions
                questions:
                  - {id: a, type: choix, libelle: A, choix: [x, y], obligatoire: true}
                  - {id: b, type: oui_non, libelle: B}
                  - {id: n, type: nombre, libelle: N, obligatoire: true}
                  - {id: d, type: nombre, decimales: 4, libelle: D}
                  - {id: t, type: texte_court, libelle: T, obligatoire: true}
                  - {id: ok, type: attestation, libelle: OK, texte: J'atteste, obligatoire: true}
            """;
    private static final String JAMAIS = "ne se verrait jamais";
    private static final String BLOQUE = "ne pourrait pas être transmis";

    @Test
    void une_question_que_rien_ne_montre_est_refusee() {
        assertThat(avec("q, si: a == 'x' && a == 'y'")).containsExactly(JAMAIS);
        assertThat(avec("q, si: b && !b")).containsExactly(JAMAIS);
        assertThat(avec("q, si: n > 10 && n < 5")).containsExactly(JAMAIS);
        assertThat(avec("q, si: t == 'u' && t == 'v'")).containsExactly(JAMAIS);
        assertThat(avec("q, si: candidat.type == 'GHT' && candidat.type == 'EJ_PRIVEE'"))
                .containsExactly(JAMAIS);
        assertThat(avec("q, si: plafond > euros(10) && plafond < euros(5)")).containsExactly(JAMAIS);
    }

    @Test
    void une_question_que_cache_celle_dont_elle_depend_est_refusee() {
        assertThat(avec("q, si: a == 'x'", "s, si: a == 'y' && q == 'z'")).containsExactly(JAMAIS);
        assertThat(avec("q, si: a == 'x'", "s, si: a == 'x' && q == 'z'")).isEmpty();
    }

    @Test
    void ce_qui_peut_se_voir_est_accepte() {
        assertThat(avec("q, si: a == 'x' && b")).isEmpty();
        assertThat(avec("q, si: n > 5 && n < 10")).isEmpty();
        assertThat(avec("q, si: t > 'a' && t < 'b'")).isEmpty();
        assertThat(avec("q, si: n >= 5 && n <= 5")).isEmpty();
        assertThat(avec("q, si: d > 0.5 && d < 0.5005")).isEmpty();
        assertThat(avec("q, si: t > 'a' && t < 'a '")).isEmpty();
    }

    @Test
    void dans_le_doute_on_accepte() {
        assertThat(avec("q, si: t.startsWith('A') && t.startsWith('B')")).isEmpty();
        assertThat(avec("q, si: size(candidat.entites) > 3")).isEmpty();
        assertThat(avec("q, si: n + 1 > 10 && n < 5")).isEmpty();
    }

    @Test
    void un_controle_qui_refuse_tout_est_refuse() {
        assertThat(controle("a == 'x' || a == 'y'")).containsExactly(BLOQUE);
        assertThat(controle("n >= 0 || n < 0")).containsExactly(BLOQUE);
        assertThat(controle("ok")).as("l'attestation est obligatoire").containsExactly(BLOQUE);
        assertThat(controle("b || !b")).as("la question est facultative").isEmpty();
        assertThat(controle("n > 3")).isEmpty();
    }

    @Test
    void des_controles_qui_ensemble_refusent_tout_sont_refuses() {
        assertThat(controle("a == 'x'", "a == 'y'")).containsExactly(BLOQUE);
        assertThat(controle("n > 3", "n <= 3")).containsExactly(BLOQUE);
        assertThat(controle("a == 'x'", "a == 'y' && b")).isEmpty();
    }

    /** Un contrôle ne refuse que là où sa question se voit : cachée, elle n'a rien à corriger. */
    @Test
    void un_controle_sur_une_question_qui_se_cache_ne_refuse_pas_tout() {
        var cachee = "      - {id: c, type: texte_court, libelle: C, si: b}\n";
        assertThat(raisons(ENTETE + cachee + "controles:\n  - {sur: c, message: Non., si: \"n >= 0 || n < 0\"}\n"))
                .isEmpty();
        assertThat(raisons(ENTETE + "controles:\n  - {sur: t, message: Non., si: \"n >= 0 || n < 0\"}\n"))
                .containsExactly(BLOQUE);
    }

    /** Chacun se contourne en cachant sa question ; l'une ou l'autre se montre toujours. */
    @Test
    void deux_controles_sur_des_questions_qui_se_montrent_tour_a_tour_refusent_tout() {
        var tourATour = """
                      - {id: c, type: texte_court, libelle: C, si: "a == 'x'"}
                      - {id: e, type: texte_court, libelle: E, si: "a == 'y'"}
                controles:
                  - {sur: c, message: Non., si: "n >= 0 || n < 0"}
                  - {sur: e, message: Non., si: "n >= 0 || n < 0"}
                """;
        assertThat(raisons(ENTETE + tourATour)).containsExactly(BLOQUE);
        assertThat(raisons(ENTETE + tourATour.replace("a == 'y'", "a == 'x' && b")))
                .isEmpty();
    }

    /** Le défaut se dit au contrôle qui bloque seul, ou au dernier quand c'est leur réunion qui bloque. */
    @Test
    void le_controle_fautif_est_celui_que_l_on_montre() {
        assertThat(lignes("n > 3", "a == 'x' || a == 'y'", "b")).containsExactly(13);
        assertThat(lignes("n > 3", "n <= 3")).containsExactly(13);
        assertThat(lignes("n > 3", "n >= 0 || n < 0", "ok")).containsExactly(13, 14);
        assertThat(lignes("n > 3")).isEmpty();
    }

    @Test
    void les_intervalles_decimaux_se_distinguent() {
        assertThat(avec("q, si: d > 0.5 && d < 0.7 && d != 0.6")).isEmpty();
        assertThat(avec("q, si: d > 0.5 && d <= 0.5")).containsExactly(JAMAIS);
        assertThat(avec("q, si: d < 0.5 && d > 0.7")).containsExactly(JAMAIS);
        assertThat(avec("q, si: d < 0.5")).isEmpty();
        assertThat(avec("q, si: d > 0.7")).isEmpty();
        assertThat(avec("q, si: d > 0.5 && d < 2.5 && d != 1.5")).isEmpty();
        assertThat(avec("q, si: n > 5 && n < 7")).isEmpty();
        assertThat(avec("q, si: n < 5")).isEmpty();
        assertThat(avec("q, si: n > 5 && n < 6")).containsExactly(JAMAIS);
    }

    @Test
    void un_formulaire_trop_vaste_pour_etre_prouve_est_accepte_vite() {
        var questions = new StringBuilder();
        var condition = new StringBuilder("true");
        for (var i = 0; i < 40; i++) {
            questions.append("      - {id: c").append(i).append(", type: oui_non, libelle: C}\n");
            condition.append(" && c").append(i);
        }
        var texte = ENTETE + questions + "      - {id: z, type: texte_court, libelle: Z, si: " + condition + "}\n";
        assertThat(Formulaires.standard().importer("essai.yaml", texte).defauts())
                .isEmpty();
    }

    private static List<String> avec(String... questions) {
        var texte = new StringBuilder(ENTETE);
        for (var question : questions) {
            texte.append("      - {type: texte_court, libelle: Q, obligatoire: true, id: ")
                    .append(question.replace("si: ", "si: \""))
                    .append("\"}\n");
        }
        return raisons(texte.toString());
    }

    private static List<String> controle(String... conditions) {
        var texte = new StringBuilder(ENTETE).append("controles:\n");
        for (var condition : conditions) {
            texte.append("  - {sur: n, message: Non., si: \"").append(condition).append("\"}\n");
        }
        return raisons(texte.toString());
    }

    private static List<Integer> lignes(String... conditions) {
        var texte = new StringBuilder(ENTETE).append("controles:\n");
        for (var condition : conditions) {
            texte.append("  - {sur: n, message: Non., si: \"").append(condition).append("\"}\n");
        }
        return Formulaires.standard().importer("essai.yaml", texte.toString()).defauts().stream()
                .map(Defaut::ligne)
                .toList();
    }

    private static List<String> raisons(String texte) {
        return Formulaires.standard().importer("essai.yaml", texte).defauts().stream()
                .map(Defaut::raison)
                .map(raison -> List.of(JAMAIS, BLOQUE).stream()
                        .filter(raison::endsWith)
                        .findFirst()
                        .orElse(raison))
                .toList();
    }
}
