package fr.convergence.isc.federation;

import fr.convergence.isc.acces.Fonction;
import fr.convergence.isc.cle.AlgorithmeDeCle;
import fr.convergence.isc.client.MethodeDeClient;
import fr.convergence.isc.client.RaccorderService;
import fr.convergence.isc.client.ReglesDeService;
import fr.convergence.isc.compte.Comptes;
import fr.convergence.isc.compte.ComptesDeTest;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.essai.NavigateurDeTest;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Des services raccordés, chacun neuf, et des personnes qui s'y connectent. */
final class ServicesDeTest {

    static final Set<String> PORTEES = Set.copyOf(Portee.noms());

    private static final AtomicInteger SUIVANT = new AtomicInteger();

    private final RaccorderService raccorder;
    private final ComptesDeTest comptesDeTest;
    private final Comptes comptes;
    private final BoiteAuxLettres boite;
    private final MockMvcTester web;

    ServicesDeTest(
            RaccorderService raccorder,
            ComptesDeTest comptesDeTest,
            Comptes comptes,
            BoiteAuxLettres boite,
            MockMvcTester web) {
        this.raccorder = raccorder;
        this.comptesDeTest = comptesDeTest;
        this.comptes = comptes;
        this.boite = boite;
        this.web = web;
    }

    ServiceDeTest service() {
        return service(regles(Set.of(Fonction.values()), false));
    }

    ServiceDeTest service(ReglesDeService regles) {
        return service(MethodeDeClient.SECRET_EN_ENTETE, null, regles);
    }

    ServiceDeTest service(MethodeDeClient methode, @Nullable String cles, ReglesDeService regles) {
        var clientId = "service-" + SUIVANT.incrementAndGet();
        var fait = raccorder.executer(
                clientId, "Service d'essai", "Un service", "https://service.example/", methode, cles, regles);
        var raccorde = (RaccorderService.Resultat.Raccorde) fait;
        return new ServiceDeTest(web, raccorde.service(), raccorde.secret().orElse(""));
    }

    static ReglesDeService regles(Set<Fonction> fonctions, boolean consentement) {
        return regles(fonctions, AlgorithmeDeCle.RS256, false, consentement);
    }

    static ReglesDeService regles(
            Set<Fonction> fonctions, AlgorithmeDeCle algorithme, boolean signee, boolean consentement) {
        return new ReglesDeService(
                Set.of("authorization_code", "refresh_token", "client_credentials"),
                Set.of(ServiceDeTest.RETOUR, "https://service.example/autre"),
                Set.of(ServiceDeTest.ADIEU),
                "https://service.example/avis",
                PORTEES,
                fonctions,
                algorithme,
                signee,
                consentement);
    }

    UUID personne(Fonction fonction) {
        return fonction == Fonction.OPERATEUR
                ? comptesDeTest.operateur()
                : fonction == Fonction.MANDATAIRE
                        ? comptesDeTest.mandataire(comptesDeTest.entreprise())
                        : comptesDeTest.membre(fonction, comptesDeTest.entreprise());
    }

    /** Un navigateur où cette personne est connectée. */
    NavigateurDeTest connecte(UUID compte) {
        var navigateur = new NavigateurDeTest(web).lire("/connexion");
        seConnecter(navigateur, compte);
        if (navigateur.lire("/cgu/acceptation").statut() == 200) {
            navigateur.envoyer("/cgu/acceptation", "acceptation", "oui");
        }
        return navigateur;
    }

    /** Remplit la page de connexion où se trouve le navigateur, et suit là où elle mène. */
    void seConnecter(NavigateurDeTest navigateur, UUID compte) {
        var personne = comptes.titulaire(compte).orElseThrow().personne();
        navigateur
                .envoyer(
                        "/connexion",
                        "identifiant",
                        personne.nomUtilisateur().valeur(),
                        "motDePasse",
                        ComptesDeTest.MOT_DE_PASSE)
                .suivre();
        var adresse = navigateur.page().selectFirst("form[action^=/connexion/]").attr("action");
        navigateur.envoyer(
                adresse,
                "code",
                adresse.contains("equipe")
                        ? comptesDeTest.codeDApplication()
                        : boite.derniere(personne.courriel().valeur()).trouver("(\\d{6})"));
        navigateur.suivre();
        if (navigateur.statut() == 303 && navigateur.destination().equals("/cgu/acceptation")) {
            navigateur.suivre();
            navigateur.envoyer("/cgu/acceptation", "acceptation", "oui");
            navigateur.suivre();
        }
    }

    MockMvcTester web() {
        return web;
    }
}
