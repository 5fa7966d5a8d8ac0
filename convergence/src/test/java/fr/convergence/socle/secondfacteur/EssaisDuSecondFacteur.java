package fr.convergence.socle.secondfacteur;

import dev.samstevens.totp.code.DefaultCodeGenerator;
import dev.samstevens.totp.exceptions.CodeGenerationException;
import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.compte.ComptesDeTest;
import fr.convergence.portail.compte.GererSonCompte;
import fr.convergence.portail.connexion.Porte;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.essai.NavigateurDeTest;
import fr.convergence.socle.jeton.CodesDeSecours;
import fr.convergence.socle.personne.ReinitialiserSecondFacteur;
import fr.convergence.socle.personne.Secrets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Claire, référente, vient de se connecter avec un code reçu. */
abstract class EssaisDuSecondFacteur {

    static final String PAGE = "/compte/second-facteur";
    static final String CODE = "/connexion/equipe/code";
    static final String BORD = "/tableau-de-bord";

    @Autowired
    Porte porte;

    @Autowired
    ComptesDeTest comptes;

    @Autowired
    BoiteAuxLettres boite;

    @Autowired
    HorlogeDeTest horloge;

    @Autowired
    Secrets secrets;

    @Autowired
    CodesDeSecours codesDeSecours;

    @Autowired
    ReinitialiserSecondFacteur reinitialiser;

    @Autowired
    GererSonCompte gererSonCompte;

    Compte claire;
    NavigateurDeTest sien;

    @BeforeEach
    void une_referente_connectee() {
        claire = comptes.referent();
        sien = porte.inconnu();
        porte.connecter(sien, claire);
        sien.lire("/cgu/acceptation").envoyer("/cgu/acceptation", "acceptation", "oui");
    }

    String proposer() {
        sien.lire(PAGE + "/relier").envoyer(PAGE + "/relier", "actuel", ComptesDeTest.MOT_DE_PASSE);
        sien.suivre();
        return cleMontree();
    }

    String cleMontree() {
        return sien.page().select(".cv-chiffres").text().replace(" ", "");
    }

    void confirmer(String cle) {
        sien.envoyer(PAGE + "/application", "code", code(cle));
        sien.suivre();
    }

    List<String> relierEtNoter() {
        confirmer(proposer());
        return sien.page().select("#codes-de-secours li").eachText();
    }

    /** Un membre de l'équipe, par sa porte. */
    NavigateurDeTest entrer(Compte membre) {
        var bureau = porte.inconnu();
        bureau.lire("/connexion/equipe")
                .envoyer(
                        "/connexion/equipe",
                        "identifiant",
                        membre.nomUtilisateur().valeur(),
                        "motDePasse",
                        ComptesDeTest.MOT_DE_PASSE);
        bureau.suivre().envoyer(CODE, "code", comptes.codeDApplication());
        bureau.lire("/cgu/acceptation").envoyer("/cgu/acceptation", "acceptation", "oui");
        return bureau;
    }

    NavigateurDeTest revenir() {
        var navigateur = porte.inconnu();
        porte.saisir(navigateur, claire.nomUtilisateur().valeur(), ComptesDeTest.MOT_DE_PASSE);
        return navigateur;
    }

    NavigateurDeTest secourir(String code) {
        var navigateur = revenir();
        return navigateur.suivre().lire("/connexion/secours").envoyer("/connexion/secours", "code", code);
    }

    List<String> modeles() {
        return boite.de(claire.courriel().valeur()).stream()
                .map(BoiteAuxLettres.Lettre::modele)
                .toList();
    }

    String code(String cle) {
        try {
            return new DefaultCodeGenerator().generate(cle, horloge.instant().getEpochSecond() / 30);
        } catch (CodeGenerationException e) {
            throw new IllegalStateException(e);
        }
    }
}
