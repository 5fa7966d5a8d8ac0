package fr.convergence.portail.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.convergence.portail.expression.Mot;
import fr.convergence.portail.expression.Nature;
import fr.convergence.portail.expression.Vocabulaire;
import fr.convergence.portail.lieu.Maille;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ce que l'application sait du dossier : ce qu'une condition en compare, ce que le référent en lit. */
@Tag("FRM-3")
final class FaitsTest {

    private static final Vocabulaire VOCABULAIRE = Vocabulaire.de(
            new Mot("nom", Nature.TEXTE),
            new Mot("plafond", Nature.MONTANT),
            new Mot("nombre", Nature.ENTIER),
            new Mot("taux", Nature.DECIMAL),
            new Mot("groupe", Nature.BOOLEEN),
            new Mot("entites", Nature.LISTE));

    @Test
    void un_fait_se_lit_selon_sa_nature() {
        var faits = Faits.de(
                VOCABULAIRE,
                Map.of(
                        "nom",
                        "CHU DE MONTPELLIER",
                        "plafond",
                        3_938_000,
                        "nombre",
                        1_250L,
                        "taux",
                        2.5f,
                        "groupe",
                        true,
                        "entites",
                        Set.of("CH DE LUNEL")));
        assertThat(faits.textes("nom")).containsExactly("CHU DE MONTPELLIER");
        assertThat(faits.textes("plafond")).containsExactly("39\u00a0380,00\u00a0€");
        assertThat(faits.textes("nombre")).containsExactly("1250");
        assertThat(faits.textes("taux")).containsExactly("2,5");
        assertThat(faits.textes("groupe")).containsExactly("Oui");
        assertThat(faits.textes("entites")).containsExactly("CH DE LUNEL");
        assertThat(Faits.de(VOCABULAIRE, Map.of("groupe", false)).textes("groupe"))
                .containsExactly("Non");
        assertThat(faits.variables())
                .as("ce qu'une condition en compare")
                .containsEntry("plafond", 3_938_000L)
                .containsEntry("taux", 2.5)
                .containsEntry("groupe", true)
                .containsEntry("entites", List.of("CH DE LUNEL"));
    }

    @Test
    void un_fait_inconnu_ne_se_lit_pas_et_ne_vaut_rien() {
        var aucun = Faits.de(VOCABULAIRE, Map.of());
        assertThat(aucun.textes("plafond")).isEmpty();
        assertThat(aucun.variables()).isEmpty();
        assertThat(aucun.lots(Maille.EJ)).as("personne n'a dit ses entités").isEmpty();
    }

    /** Une valeur d'une autre nature fausserait une condition sans rien dire : l'application s'arrête. */
    @ParameterizedTest
    @EnumSource(Nature.class)
    void une_valeur_d_une_autre_nature_est_une_faute_du_code(Nature nature) {
        var vocabulaire = Vocabulaire.de(new Mot("fait", nature));
        var fausses = Map.of(
                Nature.BOOLEEN, List.of("vrai", 1, List.of(true)),
                Nature.ENTIER, List.of("12", true, List.of(12)),
                Nature.MONTANT, List.of("12,00", true, List.of(12)),
                Nature.DECIMAL, List.of("1.5", true, List.of(1.5)),
                Nature.TEXTE, List.of(12, true, List.of("a")),
                Nature.LISTE, List.of("a", 12, true));
        assertThat(fausses.get(nature))
                .hasSize(3)
                .allSatisfy(fausse -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> Faits.de(vocabulaire, Map.of("fait", fausse)))
                        .withMessage("Le fait fait est de nature " + nature));
    }

    @Test
    void un_fait_hors_du_vocabulaire_est_une_faute_du_code() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Faits.de(VOCABULAIRE, Map.of("ville", "Auch")))
                .withMessage("Fait inconnu : ville");
    }

    @Test
    void un_montant_donne_en_decimal_est_compte_en_centimes_entiers() {
        assertThat(Faits.de(VOCABULAIRE, Map.of("plafond", new BigDecimal("29")))
                        .variables())
                .containsEntry("plafond", 29L);
    }
}
