package fr.convergence.portail.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("FRM-3")
final class LangageTest {

    private static final Langage LANGAGE = new Langage(Vocabulaire.de(
            new Mot("candidat.type", Nature.TEXTE, List.of("GHT", "EJ_PRIVEE")),
            new Mot("dsi.nom", Nature.TEXTE),
            new Mot("bic", Nature.TEXTE),
            new Mot("iban", Nature.TEXTE),
            new Mot("nombre", Nature.ENTIER),
            new Mot("taux", Nature.DECIMAL),
            new Mot("montant", Nature.MONTANT),
            new Mot("plafond", Nature.MONTANT),
            new Mot("groupe", Nature.BOOLEEN),
            new Mot("themes", Nature.LISTE, List.of("pca", "pra"))));

    @Test
    void une_condition_sur_ce_qui_est_connu_vaut_vrai_ou_faux() {
        assertThat(verdict("candidat.type == 'GHT' && nombre > 2", Map.of("candidat.type", "GHT", "nombre", 3L)))
                .isEqualTo(Verdict.VRAI);
        assertThat(verdict("montant > plafond", Map.of("montant", 3938001L, "plafond", 3938000L)))
                .isEqualTo(Verdict.VRAI);
        assertThat(verdict("montant > euros(39380)", Map.of("montant", 3938000L)))
                .isEqualTo(Verdict.FAUX);
        assertThat(verdict("montant == euros(0.29)", Map.of("montant", 29L))).isEqualTo(Verdict.VRAI);
        assertThat(verdict("taux > 2", Map.of("taux", 2.5))).isEqualTo(Verdict.VRAI);
        assertThat(verdict("'pca' in themes", Map.of("themes", List.of("pra")))).isEqualTo(Verdict.FAUX);
        assertThat(verdict("themes.exists(t, t.startsWith('p'))", Map.of("themes", List.of("pra"))))
                .isEqualTo(Verdict.VRAI);
    }

    @Test
    void ce_qui_manque_laisse_le_resultat_inconnu_sauf_si_le_reste_suffit() {
        assertThat(verdict("groupe", Map.of())).isEqualTo(Verdict.INCONNU);
        assertThat(verdict("!groupe", Map.of())).isEqualTo(Verdict.INCONNU);
        assertThat(verdict("dsi.nom != 'x'", Map.of())).isEqualTo(Verdict.INCONNU);
        assertThat(verdict("groupe || nombre > 2", Map.of("nombre", 3L))).isEqualTo(Verdict.VRAI);
        assertThat(verdict("groupe && nombre > 2", Map.of("nombre", 2L))).isEqualTo(Verdict.FAUX);
        assertThat(verdict("nombre / 0 > 1", Map.of("nombre", 2L))).isEqualTo(Verdict.INCONNU);
    }

    @Test
    void une_valeur_de_mauvaise_nature_ne_fait_pas_echouer() {
        assertThat(verdict("nombre > 2", Map.of("nombre", "trois"))).isEqualTo(Verdict.INCONNU);
        assertThat(verdict("groupe", Map.of("groupe", "oui"))).isEqualTo(Verdict.INCONNU);
    }

    @Test
    void le_bic_et_l_iban_sont_du_meme_pays_territoires_compris() {
        var iban = "FR7630006000011234567890189";
        assertThat(verdict("meme_pays(bic, iban)", Map.of("bic", "TRPUFRP1", "iban", iban)))
                .isEqualTo(Verdict.VRAI);
        assertThat(verdict("meme_pays(bic, iban)", Map.of("bic", "REUBRERX", "iban", iban)))
                .isEqualTo(Verdict.VRAI);
        assertThat(verdict("meme_pays(bic, iban)", Map.of("bic", "GEBABEBB", "iban", iban)))
                .isEqualTo(Verdict.FAUX);
        assertThat(verdict("meme_pays(bic, iban)", Map.of("bic", "GEBABEBB"))).isEqualTo(Verdict.INCONNU);
    }

    @Test
    void une_erreur_se_lit_en_francais() {
        assertThat(refus("inconnue == 'x'"))
                .contains("« inconnue » n’est ni une question de ce formulaire, ni un fait");
        assertThat(refus("candidat.ville == 'x'")).contains("« candidat » n’est ni");
        assertThat(refus("nombre == 'trois'")).isEqualTo("« == » ne s’applique pas à un entier et un texte");
        assertThat(refus("nombre + 1")).isEqualTo("une condition vaut vrai ou faux, celle-ci vaut un entier");
        assertThat(refus("nombre +")).isEqualTo("l’expression ne se lit plus à partir du caractère 9");
        assertThat(refus("candidat.type == 'EJ_PRIVE'"))
                .isEqualTo("« EJ_PRIVE » n’est pas une valeur possible de candidat.type (GHT, EJ_PRIVEE)");
        assertThat(refus("candidat.type in ['GHT', 'EJ']")).startsWith("« EJ » n’est pas une valeur possible");
        assertThat(refus("'pcra' in themes")).startsWith("« pcra » n’est pas une valeur possible de themes");
        assertThat(refus("nombre > 0 ".repeat(100))).contains("dépasse 1000 caractères");
    }

    @Test
    void une_expression_dit_ce_qu_elle_cite_et_a_quoi_elle_le_compare() {
        var reperes = compilee("nombre > 2 && nombre != 7 && dsi.nom.startsWith('A') && euros(10) < montant")
                .reperes();
        assertThat(reperes.keySet()).containsExactlyInAnyOrder("nombre", "dsi.nom", "montant");
        assertThat(reperes.get("nombre").constantes()).containsExactlyInAnyOrder(2L, 7L);
        assertThat(reperes.get("nombre").ailleurs()).isFalse();
        assertThat(reperes.get("dsi.nom").ailleurs()).isTrue();
        assertThat(reperes.get("montant").constantes()).containsExactly(1000L);
    }

    @Test
    void une_expression_couteuse_est_interrompue() {
        var couteuse = "themes.map(a, themes.map(b, themes.map(c, themes.map(d, a)))).size() > 0";
        var beaucoup = java.util.stream.IntStream.range(0, 500)
                .mapToObj(String::valueOf)
                .toList();
        assertThat(verdict(couteuse, Map.of("themes", beaucoup))).isEqualTo(Verdict.INCONNU);
    }

    private static Verdict verdict(String source, Map<String, Object> valeurs) {
        return compilee(source).evaluer(valeurs);
    }

    private static Expression compilee(String source) {
        return switch (LANGAGE.compiler(source)) {
            case Compilation.Compilee(var expression) -> expression;
            case Compilation.Refusee(var raison) -> throw new AssertionError(raison);
        };
    }

    private static String refus(String source) {
        return switch (LANGAGE.compiler(source)) {
            case Compilation.Compilee _ -> throw new AssertionError("acceptée : " + source);
            case Compilation.Refusee(var raison) -> raison;
        };
    }
}
