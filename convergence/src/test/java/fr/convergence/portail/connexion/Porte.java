package fr.convergence.portail.connexion;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.compte.ComptesDeTest;
import fr.convergence.socle.chiffrement.Coffre;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.essai.NavigateurDeTest;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** La porte des établissements : qui s'y présente vient d'une adresse que personne n'a encore prise. */
@Component
public final class Porte {

    private final AtomicInteger adresses = new AtomicInteger();
    private final MockMvcTester web;
    private final BoiteAuxLettres boite;
    private final JdbcClient base;
    private final Coffre coffre;

    Porte(MockMvcTester web, BoiteAuxLettres boite, JdbcClient base, Coffre coffre) {
        this.web = web;
        this.boite = boite;
        this.base = base;
        this.coffre = coffre;
    }

    /** Renvoie la page de connexion avec le contrôle de sécurité qu'elle montre, bien recopié. */
    void controler(NavigateurDeTest navigateur, String identifiant, String motDePasse) {
        var defi =
                UUID.fromString(navigateur.page().select("input[name=captcha]").val());
        var texte = base.sql("select texte_scelle from captcha where id = ?")
                .param(defi)
                .query(byte[].class)
                .single();
        navigateur.envoyer(
                "/connexion",
                "identifiant",
                identifiant,
                "motDePasse",
                motDePasse,
                "captcha",
                defi.toString(),
                "controle",
                new String(coffre.ouvrir(texte, "captcha/" + defi), UTF_8));
    }

    public NavigateurDeTest inconnu() {
        var n = adresses.incrementAndGet();
        return new NavigateurDeTest(web, "198.51." + n / 250 + "." + n % 250);
    }

    public void saisir(NavigateurDeTest navigateur, String identifiant, String motDePasse) {
        navigateur.lire("/connexion").envoyer("/connexion", "identifiant", identifiant, "motDePasse", motDePasse);
    }

    public void connecter(NavigateurDeTest navigateur, Compte compte) {
        saisir(navigateur, compte.nomUtilisateur().valeur(), ComptesDeTest.MOT_DE_PASSE);
        navigateur.suivre().envoyer("/connexion/code", "code", code(compte));
    }

    /** Se connecte, et demande que le code n'y soit plus demandé. */
    public void dispenser(NavigateurDeTest navigateur, Compte compte) {
        saisir(navigateur, compte.nomUtilisateur().valeur(), ComptesDeTest.MOT_DE_PASSE);
        navigateur.suivre().envoyer("/connexion/code", "code", code(compte), "dispenser", "oui");
    }

    /** Le dernier code reçu. */
    String code(Compte compte) {
        return boite.derniere(compte.courriel().valeur()).trouver("\\b(\\d{6})\\b");
    }
}
