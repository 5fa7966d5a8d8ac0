package fr.convergence.portail.connexion;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.compte.ComptesDeTest;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.essai.NavigateurDeTest;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Le second facteur d'un référent : un code de six chiffres, d'une seule tentative (CNX-2). */
@TestDuPortail
@Tag("CNX-2")
final class CodeParCourrielTest {

    @Autowired
    Porte porte;

    @Autowired
    ComptesDeTest comptes;

    @Autowired
    HorlogeDeTest horloge;

    @Autowired
    MockMvcTester web;

    private Compte claire;
    private NavigateurDeTest navigateur;

    @BeforeEach
    void preparer() {
        claire = comptes.referent();
        navigateur = porte.inconnu();
    }

    @Test
    void le_code_d_une_autre_tentative_est_refuse() {
        porte.saisir(navigateur, claire.nomUtilisateur().valeur(), ComptesDeTest.MOT_DE_PASSE);
        var ancien = porte.code(claire);
        var premier = navigateur;
        navigateur = porte.inconnu();
        do {
            porte.saisir(navigateur, claire.nomUtilisateur().valeur(), ComptesDeTest.MOT_DE_PASSE);
        } while (porte.code(claire).equals(ancien));
        navigateur.suivre().envoyer("/connexion/code", "code", ancien);
        assertThat(navigateur.statut()).isEqualTo(422);
        premier.suivre().envoyer("/connexion/code", "code", ancien);
        assertThat(premier.destination()).isEqualTo("/tableau-de-bord");
    }

    @Test
    void le_sixieme_essai_d_un_code_est_refuse_meme_juste() {
        porte.saisir(navigateur, claire.nomUtilisateur().valeur(), ComptesDeTest.MOT_DE_PASSE);
        var code = porte.code(claire);
        navigateur.suivre();
        for (var essai = 1; essai <= 5; essai++) {
            navigateur.envoyer("/connexion/code", "code", autre(code));
            assertThat(navigateur.statut()).isEqualTo(422);
        }
        navigateur.envoyer("/connexion/code", "code", code);
        assertThat(navigateur.statut()).isEqualTo(422);
        assertThat(navigateur.texte()).contains("n’est plus valable");
    }

    @Test
    void un_code_expire_au_bout_de_dix_minutes_et_un_nouveau_le_remplace() {
        porte.saisir(navigateur, claire.nomUtilisateur().valeur(), ComptesDeTest.MOT_DE_PASSE);
        var ancien = porte.code(claire);
        horloge.avancer(Duration.ofMinutes(10));
        navigateur.suivre().envoyer("/connexion/code", "code", ancien);
        assertThat(navigateur.texte()).contains("n’est plus valable");
        navigateur.envoyer("/connexion/code/envois").suivre();
        assertThat(navigateur.texte()).contains("Un nouveau code vient de vous être envoyé");
        navigateur.envoyer("/connexion/code", "code", porte.code(claire));
        assertThat(navigateur.destination()).isEqualTo("/tableau-de-bord");
    }

    @Test
    void un_code_juste_presente_vingt_fois_ensemble_n_ouvre_qu_une_session() {
        porte.saisir(navigateur, claire.nomUtilisateur().valeur(), ComptesDeTest.MOT_DE_PASSE);
        var code = porte.code(claire);
        navigateur.suivre();
        var jeton = navigateur.page().select("input[name=_csrf]").val();
        var temoin = navigateur.temoins().get("__Host-session");
        try (var fils = Executors.newFixedThreadPool(20)) {
            var ouvertures = IntStream.range(0, 20)
                    .mapToObj(_ -> fils.submit(() -> web.post()
                            .uri("/connexion/code")
                            .cookie(temoin)
                            .param("_csrf", jeton)
                            .param("code", code)
                            .exchange()
                            .getResponse()
                            .getRedirectedUrl()))
                    .toList();
            assertThat(ouvertures)
                    .extracting(futur -> futur.get())
                    .filteredOn("/tableau-de-bord"::equals)
                    .hasSize(1);
        }
    }

    @Test
    void la_page_du_code_sans_tentative_renvoie_a_la_connexion() {
        assertThat(navigateur.lire("/connexion/code").destination()).isEqualTo("/connexion");
        assertThat(navigateur.suivre().texte()).contains("Reprenez votre connexion depuis le début");
        navigateur.envoyer("/connexion/code", "code", "123456");
        assertThat(navigateur.destination()).isEqualTo("/connexion");
        navigateur.envoyer("/connexion/code/envois");
        assertThat(navigateur.destination()).isEqualTo("/connexion");
    }

    private static String autre(String code) {
        return "%06d".formatted((Integer.parseInt(code) + 1) % 1_000_000);
    }
}
