package fr.convergence.socle.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChampSaisiTest {

    @Test
    void une_ligne_est_courte_et_sans_signe_de_commande() {
        assertThat(ChampSaisi.ligne("Léa d'Aubigné 👩", 20)).isTrue();
        assertThat(ChampSaisi.ligne("", 20)).isTrue();
        assertThat(ChampSaisi.ligne("x".repeat(21), 20)).isFalse();
        assertThat(ChampSaisi.ligne("a\0b", 20)).isFalse();
        assertThat(ChampSaisi.ligne("a\nb", 20)).isFalse();
    }

    @Test
    void un_jour_se_lit_comme_le_navigateur_l_envoie() {
        assertThat(ChampSaisi.jour("2026-06-30")).contains(LocalDate.of(2026, 6, 30));
        assertThat(ChampSaisi.jour("30/06/2026"))
                .as("un navigateur sans calendrier laisse écrire")
                .contains(LocalDate.of(2026, 6, 30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hier", "2026-02-30", "31/06/2026", "+999999999-12-31", "-4714-01-01", "12026-01-01"})
    void un_jour_que_la_base_ne_tiendrait_pas_n_en_est_pas_un(String texte) {
        assertThat(ChampSaisi.jour(texte)).isEmpty();
    }
}
