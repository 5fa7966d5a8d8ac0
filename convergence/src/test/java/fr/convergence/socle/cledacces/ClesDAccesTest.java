package fr.convergence.socle.cledacces;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.compte.ComptesDeTest;
import fr.convergence.portail.compte.GererSonCompte;
import fr.convergence.portail.connexion.Porte;
import fr.convergence.socle.courriel.Expediteur;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.essai.NavigateurDeTest;
import fr.convergence.socle.personne.ReinitialiserSecondFacteur;
import fr.convergence.socle.personne.Secrets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Les clés d'accès : les créer, s'en servir, les retirer ; tout ce qui ne répond pas au défi est refusé. */
@TestDuPortail
@Tag("CNX-5")
final class ClesDAccesTest {

    private static final AtomicInteger ADRESSES = new AtomicInteger();

    @Autowired
    MockMvcTester web;

    @Autowired
    ComptesDeTest comptes;

    @Autowired
    BoiteAuxLettres boite;

    @Autowired
    Expediteur expediteur;

    @Autowired
    ReinitialiserSecondFacteur reinitialiser;

    @Autowired
    GererSonCompte gererSonCompte;

    @Autowired
    ClesDAcces cles;

    @Autowired
    Secrets secrets;

    @Autowired
    Porte porte;

    private NavigateurDeTest navigateur;
    private Compte nadia;
    private CleLogicielle cle;

    @BeforeEach
    void une_operatrice_connectee() {
        nadia = comptes.membre(Role.OPERATEUR);
        navigateur = inconnu();
        navigateur
                .lire("/connexion/equipe")
                .envoyer(
                        "/connexion/equipe",
                        "identifiant",
                        nadia.nomUtilisateur().valeur(),
                        "motDePasse",
                        ComptesDeTest.MOT_DE_PASSE);
        navigateur.suivre().envoyer("/connexion/equipe/code", "code", comptes.codeDApplication());
        navigateur.lire("/cgu/acceptation").envoyer("/cgu/acceptation", "acceptation", "oui");
        cle = new CleLogicielle(expediteur.site());
    }

    @Test
    void une_cle_creee_ouvre_la_session_et_un_courriel_le_dit() {
        creer("Ordinateur du bureau", cle);

        assertThat(navigateur.suivre().texte()).contains("Ordinateur du bureau", "Jamais");
        assertThat(boite.derniere(nadia.courriel().valeur()).texte()).contains("Ordinateur du bureau");
        assertThat(connecter(cle).destination()).isEqualTo("/administration");
        assertThat(navigateur.lire("/compte/cles-d-acces").texte()).doesNotContain("Jamais");
    }

    @Test
    void une_cle_retiree_n_ouvre_plus_rien() {
        creer("Téléphone", cle);
        var identifiant = navigateur.suivre().page().select("[name=cle]").val();

        navigateur.envoyer("/compte/cles-d-acces/retraits", "cle", identifiant);

        assertThat(navigateur.suivre().texte()).contains("La clé d’accès est retirée");
        assertThat(connecter(cle).statut()).isEqualTo(422);
        assertThat(boite.de(nadia.courriel().valeur())).hasSize(2);
    }

    @Test
    void un_second_facteur_reinitialise_emporte_les_cles() {
        creer("Téléphone", cle);
        reinitialiser.executer(nadia.id(), comptes.connecte(comptes.membre(Role.OPERATEUR)));

        assertThat(connecter(cle).statut()).isEqualTo(422);
    }

    /** Sans empreinte ni code, la clé ne vaut qu'un facteur. */
    @Test
    void une_cle_qui_ne_verifie_pas_son_porteur_n_entre_pas() {
        creer("Clé simple", new CleLogicielle(expediteur.site()).sansVerifierSonPorteur());
        assertThat(navigateur.suivre().texte()).contains("La clé d’accès n’a pas été ajoutée");

        navigateur.lire("/compte/cles-d-acces");
        creer("Téléphone", cle);
        assertThat(connecter(cle.sansVerifierSonPorteur()).statut()).isEqualTo(422);
    }

    @Test
    void une_cle_d_un_site_d_apparence_voisine_est_refusee() {
        creer("Voisine", new CleLogicielle("https://convergence.example.org"));

        assertThat(navigateur.suivre().texte()).contains("La clé d’accès n’a pas été ajoutée");
    }

    @Test
    void une_reponse_ne_sert_qu_une_fois_et_un_compteur_qui_recule_est_une_copie() {
        creer("Téléphone", cle);
        assertThat(connecter(cle).destination()).isEqualTo("/administration");
        assertThat(connecter(cle).destination()).isEqualTo("/administration");
        assertThat(connecter(cle.remettreLeCompteur(0)).statut()).isEqualTo(422);

        var rejeu = inconnu();
        var reponse = cle.remettreLeCompteur(10).signer(options(rejeu.lire("/connexion/equipe/cle")));
        rejeu.envoyer("/connexion/equipe/cle", "reponse", reponse);
        assertThat(rejeu.destination()).isEqualTo("/administration");
        var second = inconnu().lire("/connexion/equipe/cle");
        second.envoyer("/connexion/equipe/cle", "reponse", reponse);
        assertThat(second.statut()).isEqualTo(422);
    }

    @Test
    void ce_qui_n_est_pas_une_reponse_est_refuse_sans_panne() {
        for (var faux : new String[] {"", "{}", "[]", "null", "pas du JSON", "{\"id\":\"AA\",\"response\":{}}"}) {
            var inconnu = inconnu().lire("/connexion/equipe/cle");
            inconnu.envoyer("/connexion/equipe/cle", "reponse", faux);
            assertThat(inconnu.statut()).as(faux).isEqualTo(422);

            navigateur.lire("/compte/cles-d-acces");
            preparer("Essai");
            navigateur.suivre().envoyer("/compte/cles-d-acces", "reponse", faux);
            assertThat(navigateur.suivre().texte()).as(faux).contains("La clé d’accès n’a pas été ajoutée");
        }
    }

    @Test
    void le_mot_de_passe_se_redonne_et_un_nom_ne_sert_qu_a_une_cle() {
        navigateur
                .lire("/compte/cles-d-acces")
                .envoyer("/compte/cles-d-acces/nouvelle", "nom", "Bureau", "actuel", "Un-autre-mot-de-passe-9");
        assertThat(navigateur.statut()).isEqualTo(422);
        assertThat(navigateur.page().select("input[name=nom]").val()).isEqualTo("Bureau");

        navigateur.lire("/compte/cles-d-acces");
        creer("Bureau", cle);
        navigateur.lire("/compte/cles-d-acces");
        preparer(" bureau ");
        assertThat(navigateur.texte()).contains("Une de vos clés porte déjà ce nom");
        navigateur.lire("/compte/cles-d-acces");
        preparer("x".repeat(61));
        assertThat(navigateur.statut()).isEqualTo(422);
    }

    @Test
    void la_cle_d_une_autre_personne_ne_se_retire_pas() {
        creer("Téléphone", cle);
        var identifiant = navigateur.suivre().page().select("[name=cle]").val();
        var premiere = cle;

        une_operatrice_connectee();
        navigateur.lire("/compte/cles-d-acces").envoyer("/compte/cles-d-acces/retraits", "cle", identifiant);

        assertThat(connecter(premiere).destination()).isEqualTo("/administration");
    }

    @Test
    void un_referent_entre_par_sa_page_et_un_compte_efface_perd_ses_cles() {
        var claire = comptes.referent();
        navigateur = inconnu();
        porte.connecter(navigateur, claire);
        navigateur.lire("/cgu/acceptation").envoyer("/cgu/acceptation", "acceptation", "oui");
        creer("Téléphone", cle);

        var chezElle = inconnu().lire("/connexion");
        assertThat(chezElle.page().select("a[href=/connexion/cle]")).hasSize(1);
        chezElle.lire("/connexion/cle");
        assertThat(chezElle.page().select("main a[href=/connexion]")).isNotEmpty();
        chezElle.envoyer("/connexion/cle", "reponse", cle.signer(options(chezElle)));
        assertThat(chezElle.destination()).isEqualTo("/tableau-de-bord");

        gererSonCompte.supprimer(comptes.connecte(claire));
        assertThat(connecter(cle).statut()).isEqualTo(422);
        assertThat(cles.duCompte(claire.id())).isEmpty();
    }

    /** Son application déliée en base, sa clé est le dernier facteur qui n'est pas un courriel. */
    @Test
    void la_derniere_cle_de_qui_doit_un_facteur_fort_ne_se_retire_pas() {
        creer("Téléphone", cle);
        var identifiant = navigateur.suivre().page().select("[name=cle]").val();
        secrets.delier(nadia.id());

        navigateur.envoyer("/compte/cles-d-acces/retraits", "cle", identifiant);

        assertThat(navigateur.suivre().texte()).contains("n’a pas été retirée");
        assertThat(connecter(cle).destination()).isEqualTo("/administration");
    }

    private void preparer(String nom) {
        navigateur.envoyer("/compte/cles-d-acces/nouvelle", "nom", nom, "actuel", ComptesDeTest.MOT_DE_PASSE);
    }

    private void creer(String nom, CleLogicielle nouvelle) {
        navigateur.lire("/compte/cles-d-acces");
        preparer(nom);
        navigateur.suivre();
        navigateur.envoyer("/compte/cles-d-acces", "reponse", nouvelle.creer(options(navigateur)));
    }

    private NavigateurDeTest connecter(CleLogicielle tenue) {
        var visiteur = inconnu().lire("/connexion/equipe/cle");
        return visiteur.envoyer("/connexion/equipe/cle", "reponse", tenue.signer(options(visiteur)));
    }

    private static String options(NavigateurDeTest page) {
        return page.page().select("form[data-options]").attr("data-options");
    }

    private NavigateurDeTest inconnu() {
        return new NavigateurDeTest(web, "203.0.113." + ADRESSES.incrementAndGet());
    }
}
