package fr.convergence.portail.profil;

import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.compte.ComptesDeTest;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.essai.NavigateurDeTest;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Claire, référente de deux établissements, vient de se connecter ; elle n'a pas encore accepté les conditions. */
abstract class EssaisDuProfil {

    static final CleCandidat CLINIQUE =
            CleCandidat.lire("EJ_PRIVEE", "340000017").orElseThrow();
    private static final AtomicInteger ADRESSES = new AtomicInteger();

    @Autowired
    MockMvcTester web;

    @Autowired
    ComptesDeTest deTest;

    @Autowired
    BoiteAuxLettres boite;

    Compte claire;
    NavigateurDeTest navigateur;

    @BeforeEach
    void preparer() {
        claire = deTest.referent(ComptesDeTest.CHU, CLINIQUE);
        navigateur = connecter(ComptesDeTest.MOT_DE_PASSE);
    }

    void accepter() {
        navigateur.lire("/cgu/acceptation").envoyer("/cgu/acceptation", "acceptation", "oui");
    }

    NavigateurDeTest connecter(String motDePasse) {
        var neuf = new NavigateurDeTest(web, "198.18.0." + ADRESSES.incrementAndGet());
        neuf.lire("/connexion")
                .envoyer("/connexion", "identifiant", claire.nomUtilisateur().valeur(), "motDePasse", motDePasse)
                .suivre()
                .envoyer(
                        "/connexion/code",
                        "code",
                        boite.derniere(claire.courriel().valeur()).trouver("\\b(\\d{6})\\b"));
        return neuf;
    }
}
