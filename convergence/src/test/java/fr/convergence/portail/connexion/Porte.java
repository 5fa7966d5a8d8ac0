package fr.convergence.portail.connexion;

import fr.convergence.portail.BoiteAuxLettres;
import fr.convergence.portail.NavigateurDeTest;
import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.compte.ComptesDeTest;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** La porte des établissements : qui s'y présente vient d'une adresse que personne n'a encore prise. */
@Component
final class Porte {

    private final AtomicInteger adresses = new AtomicInteger();
    private final MockMvcTester web;
    private final BoiteAuxLettres boite;

    Porte(MockMvcTester web, BoiteAuxLettres boite) {
        this.web = web;
        this.boite = boite;
    }

    NavigateurDeTest inconnu() {
        var n = adresses.incrementAndGet();
        return new NavigateurDeTest(web, "198.51." + n / 250 + "." + n % 250);
    }

    void saisir(NavigateurDeTest navigateur, String identifiant, String motDePasse) {
        navigateur.lire("/connexion").envoyer("/connexion", "identifiant", identifiant, "motDePasse", motDePasse);
    }

    void connecter(NavigateurDeTest navigateur, Compte compte) {
        saisir(navigateur, compte.nomUtilisateur(), ComptesDeTest.MOT_DE_PASSE);
        navigateur.suivre().envoyer("/connexion/code", "code", code(compte));
    }

    /** Le dernier code reçu. */
    String code(Compte compte) {
        return boite.derniere(compte.courriel().valeur()).trouver("\\b(\\d{6})\\b");
    }
}
