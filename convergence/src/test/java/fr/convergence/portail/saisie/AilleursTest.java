package fr.convergence.portail.saisie;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.question.LigneDeReponse;
import fr.convergence.socle.page.Message;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DOS-6")
final class AilleursTest {

    @Test
    void seul_ce_qui_differe_est_a_comparer_et_le_reste_est_nomme() {
        var ailleurs = Ailleurs.entre(
                List.of(ligne("nom", "Martin"), ligne("prenom", "Ève"), ligne("fonction", "DSI")),
                List.of(ligne("nom", "Martin"), ligne("prenom", "Zoé"), ligne("telephone", "01")),
                4);
        assertThat(ailleurs.mienne())
                .containsExactly(ligne("prenom", "Ève"), ligne("fonction", "DSI"), ligne("telephone"));
        assertThat(ailleurs.autre())
                .containsExactly(ligne("prenom", "Zoé"), ligne("fonction"), ligne("telephone", "01"));
        assertThat(ailleurs.pareilles()).containsExactly(Message.brut("nom"));
        assertThat(ailleurs.revision()).isEqualTo(4);
    }

    private static LigneDeReponse ligne(String partie, String... textes) {
        return new LigneDeReponse(partie, Message.brut(partie), List.of(textes));
    }
}
