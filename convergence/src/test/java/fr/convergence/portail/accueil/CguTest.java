package fr.convergence.portail.accueil;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.compte.ComptesDeTest;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.cgu.Cgu;
import fr.convergence.socle.essai.NavigateurDeTest;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Les conditions en vigueur s'acceptent une fois, avant toute autre page. */
@TestDuPortail
@Tag("CNX-6")
final class CguTest {

    private static final AtomicInteger ADRESSES = new AtomicInteger();

    @Autowired
    MockMvcTester web;

    @Autowired
    Cgu cgu;

    @Autowired
    ComptesDeTest comptes;

    @Autowired
    HorlogeDeTest horloge;

    @Autowired
    JdbcClient base;

    private Compte paul;
    private NavigateurDeTest navigateur;

    @BeforeEach
    void une_personne_qui_n_a_rien_accepte() {
        paul = comptes.membre(Role.ANS);
        navigateur = connecter();
    }

    @Test
    void toute_page_mene_a_l_acceptation_sauf_les_pages_publiques() {
        assertThat(navigateur.lire("/instruction").destination()).isEqualTo("/cgu/acceptation");
        assertThat(navigateur.lire("/compte").destination()).isEqualTo("/cgu/acceptation");
        for (var ouverte : List.of("/cgu", "/", "/cgu/acceptation")) {
            assertThat(navigateur.lire(ouverte).statut()).as(ouverte).isEqualTo(200);
        }
    }

    /** Un morceau de page ne suit pas une redirection : le navigateur entier doit y aller. */
    @Test
    void un_envoi_du_script_y_mene_toute_la_page() {
        var envoi = web.get()
                .uri("/instruction")
                .header("HX-Request", "true")
                .cookie(navigateur.temoins().values().toArray(Cookie[]::new))
                .exchange();

        assertThat(envoi).hasStatus(204).hasHeader("HX-Redirect", "/cgu/acceptation");
    }

    @Test
    void la_case_se_coche_et_l_on_revient_ou_l_on_allait() {
        navigateur.lire("/instruction?q=gers").suivre().envoyer("/cgu/acceptation");
        assertThat(navigateur.statut()).isEqualTo(422);
        assertThat(cgu.accepteesLe(paul.id())).isEmpty();

        navigateur.envoyer("/cgu/acceptation", "acceptation", "oui");

        assertThat(navigateur.destination()).isEqualTo("/instruction?q=gers");
        assertThat(navigateur.suivre().statut()).isEqualTo(200);
        assertThat(navigateur.lire("/cgu/acceptation").destination()).isEqualTo("/");
    }

    @Test
    void une_version_s_accepte_une_fois_et_la_premiere_date_reste() {
        var autreOnglet = connecter().lire("/cgu/acceptation");
        navigateur.lire("/cgu/acceptation").envoyer("/cgu/acceptation", "acceptation", "oui");
        var premiere = cgu.accepteesLe(paul.id()).orElseThrow();
        horloge.avancer(Duration.ofMinutes(5));

        autreOnglet.envoyer("/cgu/acceptation", "acceptation", "oui");

        assertThat(autreOnglet.suivre().statut()).isLessThan(400);
        assertThat(cgu.accepteesLe(paul.id())).contains(premiere);
        assertThat(base.sql("select count(*) from journal where chaine = ? and acte = 'cgu-acceptees'")
                        .param("compte/" + paul.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void qui_les_a_acceptees_n_est_plus_arrete_a_la_connexion_suivante() {
        cgu.accepter(paul.id());

        assertThat(connecter().lire("/instruction").statut()).isEqualTo(200);
    }

    @Test
    void une_version_d_avant_ne_vaut_pas_pour_celle_en_vigueur() {
        base.sql("insert into cgu_acceptation (compte, version, acceptee_le) values (?, ?, now())")
                .params(paul.id(), cgu.version() - 1)
                .update();

        assertThat(connecter().lire("/instruction").destination()).isEqualTo("/cgu/acceptation");
    }

    private NavigateurDeTest connecter() {
        horloge.avancer(Duration.ofSeconds(30)); // un code d'application ne sert qu'une fois
        var nouveau = new NavigateurDeTest(web, "203.0.113." + ADRESSES.incrementAndGet());
        nouveau.lire("/connexion/equipe")
                .envoyer(
                        "/connexion/equipe",
                        "identifiant",
                        paul.nomUtilisateur().valeur(),
                        "motDePasse",
                        ComptesDeTest.MOT_DE_PASSE);
        return nouveau.suivre().envoyer("/connexion/equipe/code", "code", comptes.codeDApplication());
    }
}
