package fr.convergence.socle.page;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.socle.site.Site;
import org.junit.jupiter.api.Test;

class TextesTest {

    private final Textes textes = new Textes(new Site("essai", ""));

    @Test
    void un_texte_des_recueils_retient_ses_signes() {
        assertThat(textes.de("page.connecte")).isEqualTo("Connecté en tant que\u00a0:");
    }

    @Test
    void ce_qui_s_y_insere_reste_tel_qu_il_a_ete_saisi() {
        assertThat(textes.de("page.motDePasse.afficher.quoi", "vrai : « non » ?"))
                .isEqualTo("Afficher\u00a0: vrai : « non » ?");
    }

    @Test
    void une_saisie_qui_ressemble_a_une_place_reste_elle_meme() {
        assertThat(textes.de("page.erreurs.nommee", "{1}$1\\.pdf", "trop grand"))
                .isEqualTo("{1}$1\\.pdf\u00a0: trop grand");
    }
}
