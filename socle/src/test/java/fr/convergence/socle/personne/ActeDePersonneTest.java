package fr.convergence.socle.personne;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.socle.personne.ActeDePersonne.CleDAccesAjoutee;
import fr.convergence.socle.personne.ActeDePersonne.CompteActive;
import fr.convergence.socle.personne.ActeDePersonne.Connexion;
import fr.convergence.socle.personne.ActeDePersonne.Moyen;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** La forme de ces actes au journal : le sceau la couvre, elle ne change plus. */
@Tag("AUD-1")
final class ActeDePersonneTest {

    @Test
    void un_acte_s_ecrit_comme_les_lignes_deja_scellees() {
        var connexion = new Connexion(Moyen.MOT_DE_PASSE_ET_COURRIEL);
        assertThat(connexion.code()).isEqualTo("connexion");
        assertThat(connexion.detail()).isEqualTo(Map.of("moyen", "mot-de-passe-courriel"));
        assertThat(new CompteActive().detail()).isEmpty();
    }

    @Test
    void un_acte_se_relit_de_ce_qu_il_a_ecrit() {
        assertThat(List.of(new Connexion(Moyen.CLE_D_ACCES), new CompteActive(), new CleDAccesAjoutee("Téléphone")))
                .allSatisfy(acte -> assertThat(CodesDesActesDePersonne.FORME.lire(acte.code(), acte.detail()))
                        .contains(acte));
    }

    @Test
    void chaque_acte_a_un_code_et_un_seul() {
        assertThat(CodesDesActesDePersonne.FORME.classes().stream().<Class<?>>map(acte -> acte))
                .containsExactlyInAnyOrder(ActeDePersonne.class.getPermittedSubclasses());
        assertThat(ActeDePersonne.codes()).allSatisfy(code -> assertThat(code).matches("[a-z]+(-[a-z]+)*"));
    }
}
