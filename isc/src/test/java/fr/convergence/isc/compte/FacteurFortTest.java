package fr.convergence.isc.compte;

import static org.assertj.core.api.Assertions.assertThat;

import dev.samstevens.totp.code.DefaultCodeGenerator;
import fr.convergence.isc.TestDIsc;
import fr.convergence.isc.acces.Fonction;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.essai.NavigateurDeTest;
import fr.convergence.socle.personne.Secrets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Qui engage son entreprise relie une application avant d'entrer ; les autres en ont le choix. */
@TestDIsc
final class FacteurFortTest {

    private static final AtomicInteger ADRESSES = new AtomicInteger();
    private static final String RELIER = "/connexion/equipe/application";

    @Autowired
    MockMvcTester web;

    @Autowired
    ComptesDeTest deTest;

    @Autowired
    Comptes comptes;

    @Autowired
    BoiteAuxLettres boite;

    @Autowired
    HorlogeDeTest horloge;

    @Autowired
    Secrets secrets;

    @Test
    void un_mandataire_sans_application_en_relie_une_et_ne_va_nulle_part_avant() throws Exception {
        var navigateur = presenterLeCodeRecu(deTest.membre(Fonction.MANDATAIRE, deTest.entreprise()));
        assertThat(navigateur.destination()).isEqualTo(RELIER);
        assertThat(navigateur.lire("/tableau-de-bord").destination()).endsWith("/connexion");
        assertThat(navigateur.lire("/compte/second-facteur").destination()).endsWith("/connexion");

        var cle = navigateur.lire(RELIER).page().select(".cv-chiffres").text().replace(" ", "");
        navigateur.envoyer(
                RELIER,
                "code",
                new DefaultCodeGenerator().generate(cle, horloge.instant().getEpochSecond() / 30));

        assertThat(navigateur.statut()).isEqualTo(303);
        assertThat(navigateur.destination()).doesNotStartWith("/connexion");
    }

    @Test
    void un_mandataire_entre_par_la_porte_des_entreprises_avec_son_application() {
        var compte = deTest.mandataire(deTest.entreprise());
        var navigateur = saisir(compte);
        assertThat(navigateur.destination()).isEqualTo("/connexion/equipe/code");
        assertThat(navigateur.suivre().page().select("a[href='/connexion']")).isNotEmpty();
        navigateur.envoyer("/connexion/equipe/code", "code", deTest.codeDApplication());
        navigateur.lire("/cgu/acceptation").envoyer("/cgu/acceptation", "acceptation", "oui");

        navigateur
                .lire("/compte/second-facteur")
                .envoyer("/compte/second-facteur/retrait", "actuel", ComptesDeTest.MOT_DE_PASSE);

        assertThat(secrets.application(compte)).isPresent();
    }

    @Test
    void un_salarie_entre_avec_le_code_recu_et_peut_relier_une_application() {
        var navigateur = presenterLeCodeRecu(deTest.membre(Fonction.SALARIE, deTest.entreprise()));
        assertThat(navigateur.destination()).isEqualTo("/tableau-de-bord");
        navigateur.lire("/cgu/acceptation").envoyer("/cgu/acceptation", "acceptation", "oui");

        assertThat(navigateur.lire("/compte/second-facteur").texte())
                .contains("Relier une application d’authentification")
                .doesNotContain("Votre profil demande");
    }

    private NavigateurDeTest presenterLeCodeRecu(UUID compte) {
        var navigateur = saisir(compte);
        assertThat(navigateur.destination()).isEqualTo("/connexion/code");
        var personne = comptes.titulaire(compte).orElseThrow().personne();
        navigateur
                .suivre()
                .envoyer(
                        "/connexion/code",
                        "code",
                        boite.derniere(personne.courriel().valeur()).trouver("\\b(\\d{6})\\b"));
        return navigateur;
    }

    private NavigateurDeTest saisir(UUID compte) {
        var personne = comptes.titulaire(compte).orElseThrow().personne();
        return new NavigateurDeTest(web, "192.0.2." + ADRESSES.incrementAndGet())
                .lire("/connexion")
                .envoyer(
                        "/connexion",
                        "identifiant",
                        personne.nomUtilisateur().valeur(),
                        "motDePasse",
                        ComptesDeTest.MOT_DE_PASSE);
    }
}
