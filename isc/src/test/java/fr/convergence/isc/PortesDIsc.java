package fr.convergence.isc;

import fr.convergence.isc.compte.Compte;
import fr.convergence.isc.compte.Comptes;
import fr.convergence.isc.compte.ComptesDeTest;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.essai.NavigateurDeTest;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Entre sur le site comme une personne : mot de passe, code reçu ou affiché, conditions acceptées. */
public final class PortesDIsc {

    private static final AtomicInteger ADRESSE = new AtomicInteger();

    private final MockMvcTester web;
    private final Comptes comptes;
    private final ComptesDeTest comptesDeTest;
    private final BoiteAuxLettres boite;

    PortesDIsc(MockMvcTester web, Comptes comptes, ComptesDeTest comptesDeTest, BoiteAuxLettres boite) {
        this.web = web;
        this.comptes = comptes;
        this.comptesDeTest = comptesDeTest;
        this.boite = boite;
    }

    /** Chacun vient de son adresse : les freins de l'un ne sont pas ceux de l'autre. */
    public NavigateurDeTest entrer(UUID id) {
        var compte = comptes.titulaire(id).orElseThrow();
        var rang = ADRESSE.incrementAndGet();
        var navigateur = new NavigateurDeTest(web, "198.51.%d.%d".formatted(rang / 250, rang % 250 + 1));
        navigateur
                .lire("/connexion")
                .envoyer(
                        "/connexion",
                        "identifiant",
                        compte.personne().nomUtilisateur().valeur(),
                        "motDePasse",
                        ComptesDeTest.MOT_DE_PASSE);
        presenterLeCode(navigateur, compte);
        navigateur.lire("/cgu/acceptation").envoyer("/cgu/acceptation", "acceptation", "oui");
        return navigateur;
    }

    private void presenterLeCode(NavigateurDeTest navigateur, Compte compte) {
        var page = navigateur.destination();
        navigateur.suivre();
        navigateur.envoyer(
                page,
                "code",
                page.equals("/connexion/code")
                        ? boite.derniere(compte.personne().courriel().valeur()).trouver("(\\d{6})")
                        : comptesDeTest.codeDApplication());
    }
}
