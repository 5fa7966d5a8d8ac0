package fr.convergence.portail.acces;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.socle.essai.NavigateurDeTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Un jeton anti-rejeu que rien ne déchiffre se refuse comme un faux : ce n'est pas un incident. */
@TestDuPortail
@Tag("FRM-4")
final class JetonContrefaitTest {

    @Autowired
    MockMvcTester web;

    @Test
    void un_vrai_jeton_dont_la_fin_est_changee_est_refuse_sans_incident() {
        var navigateur = new NavigateurDeTest(web, "192.0.2.77").lire("/connexion");
        var jeton = navigateur.page().select("input[name=_csrf]").first();
        assertThat(jeton).isNotNull();
        var vrai = jeton.val();

        for (var contrefait :
                new String[] {vrai.substring(0, vrai.length() - 4) + "AAAA", vrai.substring(4), "%%%", "A"}) {
            jeton.val(contrefait);
            navigateur.envoyer("/connexion", "identifiant", "claire", "motDePasse", "un mot de passe");
            assertThat(navigateur.statut()).as(contrefait).isEqualTo(403);
            navigateur.lire("/connexion");
            jeton = navigateur.page().select("input[name=_csrf]").first();
        }
    }
}
