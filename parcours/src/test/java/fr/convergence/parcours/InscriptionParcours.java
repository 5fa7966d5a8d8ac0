package fr.convergence.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guide eCaRE, « Comment s'inscrire sur la plateforme ? » : les trois étapes, du premier champ au compte actif. */
final class InscriptionParcours {

    private static final String GHT = "Groupement Hospitalier de Territoire";

    @Test
    @Tag("INS-1")
    @Tag("INS-4")
    @Tag("INS-5")
    @Tag("INS-6")
    @Tag("INS-7")
    @Tag("INS-8")
    @Tag("CNX-1")
    @Tag("CNX-2")
    @Tag("CNX-6")
    void un_ght_s_inscrit_active_son_compte_et_se_connecte() {
        var nom = Usagers.nouveauNom("jeanne");
        try (var chez = Navigateur.ouvrir()) {
            Usagers.informations(chez, nom);
            chez.controler();
            chez.capturer("inscription-type");
            chez.choisir("type", GHT);
            chez.choisir("region", "Occitanie");
            chez.cliquer("Suivant");
            chez.lire("OCC-71");
            chez.saisir("q", "valbrune chu");
            PlaywrightAssertions.assertThat(chez.page().locator("#compte")).hasText("1 établissement trouvé");
            PlaywrightAssertions.assertThat(chez.page().locator("#resultats tbody tr"))
                    .containsText("349000018");
            chez.controler();
            chez.capturer("inscription-choix");
            Usagers.selectionner(chez, "CHU DE VALBRUNE");
            chez.lire("Pour information, vous trouverez ci-dessous la liste des entités juridiques");
            PlaywrightAssertions.assertThat(chez.page().locator("main tbody tr"))
                    .hasCount(9);
            chez.voir("Page 1 sur 1");
            chez.capturer("inscription-entites");
            chez.saisir("q", "lunaret");
            chez.page().keyboard().press("Enter");
            chez.voir("1 entité");
            chez.suivreLien("Suivant");
            chez.lire("Merci de valider le récapitulatif");
            chez.voir("Jeanne");
            chez.voir("+33 6 12 34 56 78");
            chez.voir("CHU DE VALBRUNE");
            chez.capturer("inscription-recapitulatif");
            chez.cliquer("Créer le compte");
            chez.lire("Nous avons bien pris en compte votre inscription");
            chez.capturer("inscription-fin");

            Usagers.identifier(chez, nom, Usagers.MOT_DE_PASSE);
            chez.lire("Votre compte n’est pas encore activé");
            Usagers.activer(chez, nom);
            chez.lire("Votre compte est activé");
            Usagers.connecter(chez, nom);
            chez.attendreAdresse("/tableau-de-bord");
            chez.controler();
            chez.capturer("tableau-de-bord-neuf");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Entité Juridique Privée, Hauts-de-France, CLINIQUE DU QUAI-AUX-CHARBONS",
        "Entité Juridique Publique hors GHT, Normandie, HOPITAL DE LA HAGUE-AUX-FEES",
        "Entité Juridique membre d’un GHT, Bretagne, CH DE QUIMERVEN"
    })
    @Tag("INS-4")
    @Tag("INS-5")
    @Tag("INS-6")
    void chaque_type_d_etablissement_s_inscrit(String type, String region, String etablissement) {
        try (var chez = Navigateur.surTelephone()) {
            Usagers.informations(chez, Usagers.nouveauNom("paul"));
            Usagers.choisirEtablissement(chez, type, region, etablissement);
            chez.lire("liste des entités géographiques");
            chez.suivreLien("Suivant");
            chez.lire(etablissement);
            chez.cliquer("Créer le compte");
            chez.voir("Nous avons bien pris en compte votre inscription");
        }
    }

    @Test
    @Tag("INS-5")
    void une_faute_de_frappe_trouve_quand_meme_et_precedent_garde_tout() {
        try (var chez = Navigateur.ouvrir()) {
            Usagers.informations(chez, Usagers.nouveauNom("odile"));
            chez.choisir("type", "Entité Juridique Privée");
            chez.choisir("region", "Corse");
            chez.cliquer("Suivant");
            chez.attendreAdresse("/inscription/etablissement/choix");
            for (var recherche : List.of("clinique marinela", "2A9000072", "portivecchja")) {
                chez.saisir("q", recherche);
                PlaywrightAssertions.assertThat(chez.page().locator("#resultats tbody tr"))
                        .containsText("CLINIQUE A MARINELLA");
            }
            chez.saisir("q", "rien de tel ici");
            chez.lire("Aucun établissement ne correspond");
            chez.suivreLien("Précédent");
            chez.attendreAdresse("/inscription/etablissement");
            assertThat(chez.page().locator("#type option:checked").innerText()).isEqualTo("Entité Juridique Privée");
            assertThat(chez.page().locator("#region option:checked").innerText())
                    .isEqualTo("Corse");
            chez.suivreLien("Précédent");
            chez.attendreAdresse("/inscription/informations");
            assertThat(chez.page().locator("[name=nom]").inputValue()).isEqualTo("Essai");
            chez.controler();
            chez.cliquer("Suivant");
            chez.attendreAdresse("/inscription/etablissement");
        }
    }

    @Test
    @Tag("INS-9")
    void recharger_revenir_en_arriere_ou_ouvrir_un_second_onglet_ne_perd_rien() {
        var nom = Usagers.nouveauNom("rose");
        try (var chez = Navigateur.ouvrir()) {
            Usagers.informations(chez, nom);
            chez.page().reload();
            chez.attendreAdresse("/inscription/etablissement");
            chez.page().goBack();
            chez.attendreAdresse("/inscription/informations");
            assertThat(chez.page().locator("[name=nomUtilisateur]").inputValue())
                    .isEqualTo(nom);
            chez.page().goForward();
            Usagers.choisirEtablissement(chez, GHT, "Bretagne", "CHRU DE PORT-KERVAEL");
            chez.suivreLien("Suivant");
            chez.attendreAdresse("/inscription/recapitulatif");

            try (var second = chez.autreOnglet()) {
                second.aller("/inscription/etablissement");
                Usagers.choisirEtablissement(second, "Entité Juridique Privée", "Corse", "CLINIQUE A MARINELLA");
            }
            chez.cliquer("Créer le compte");
            chez.lire("Votre saisie a changé dans un autre onglet");
            chez.voir("CLINIQUE A MARINELLA");
            chez.cliquer("Créer le compte");
            chez.voir("Nous avons bien pris en compte votre inscription");
            chez.page().reload();
            chez.voir("Nous avons bien pris en compte votre inscription");
        }
    }

    @Test
    @Tag("INS-9")
    void une_inscription_laissee_une_heure_est_oubliee() {
        try (var chez = Navigateur.ouvrir()) {
            Usagers.informations(chez, Usagers.nouveauNom("zoe"));
            chez.site()
                    .base()
                    .changer("update inscription_brouillon set expire_le = expire_le - interval '61 minutes'");
            chez.page().reload();
            chez.attendreAdresse("/inscription/informations");
            chez.lire("a été oubliée après une heure");
            assertThat(chez.page().locator("[name=nom]").inputValue()).isEmpty();
        }
    }

    @Test
    @Tag("INS-8")
    void un_lien_d_activation_sert_une_fois_et_se_redemande() {
        var nom = Usagers.nouveauNom("lise");
        try (var chez = Navigateur.ouvrir()) {
            creer(chez, nom, Usagers.courriel(nom));
            var premier = Usagers.lienRecu(chez, Usagers.courriel(nom), "activation", 0);
            chez.aller(premier.substring(0, premier.length() - 3) + "xyz");
            chez.lire("Ce lien n’est pas reconnu");

            var avant = chez.site().boite().dernier(Usagers.courriel(nom));
            chez.suivreLien("Recevoir un nouveau lien");
            chez.controler();
            chez.saisir("identifiant", nom);
            chez.cliquer("Envoyer le lien");
            chez.lire("Consultez votre messagerie");
            var second = Usagers.lienRecu(chez, Usagers.courriel(nom), "activation", avant);

            chez.aller(second);
            chez.lire("Il ne reste qu’à activer votre compte");
            chez.cliquer("Activer mon compte");
            chez.voir("Votre compte est activé");
            for (var lien : new String[] {premier, second}) {
                chez.aller(lien);
                chez.lire("Ce lien a déjà servi");
            }
            chez.suivreLien("Me connecter");
            chez.attendreAdresse("/connexion");
        }
    }

    @Test
    @Tag("INS-2")
    @Tag("NOT-1")
    void une_adresse_ou_un_nom_deja_pris_ne_se_devine_pas_et_son_titulaire_est_prevenu() {
        var nom = Usagers.nouveauNom("anna");
        try (var chez = Navigateur.ouvrir()) {
            creer(chez, nom, Usagers.courriel(nom));
            Usagers.activer(chez, nom);
        }
        var autre = Usagers.nouveauNom("intrus");
        try (var chez = Navigateur.ouvrir()) {
            creer(chez, autre, Usagers.courriel(nom));
            assertThat(chez.site().boite().attendre(Usagers.courriel(nom), "Vous avez déjà un compte"))
                    .isNotEmpty();
        }
        try (var chez = Navigateur.ouvrir()) {
            creer(chez, nom, Usagers.courriel(autre));
            assertThat(chez.site().boite().attendre(Usagers.courriel(autre), "n’a pas abouti"))
                    .isNotEmpty();
        }
    }

    @Test
    @Tag("INS-1")
    @Tag("A11Y-1")
    void sans_javascript_l_inscription_va_jusqu_au_bout() {
        var nom = Usagers.nouveauNom("lou");
        try (var chez = Navigateur.sansJavaScript(375)) {
            chez.aller("/inscription/informations");
            chez.saisir("nom", "Essai");
            chez.cliquer("Renouveler le code");
            assertThat(chez.page().locator("[name=nom]").inputValue()).isEqualTo("Essai");
            chez.controler();
            chez.capturer("inscription-sans-script");
            Usagers.inscrire(chez, nom, GHT, "La Réunion", "CHU DE POINTE-VANILLE");
            chez.lire("Votre compte est activé");
        }
    }

    /** Du premier champ à la page de fin, la même pour tous. */
    private static void creer(Navigateur chez, String nom, String courriel) {
        Usagers.informations(chez, nom, courriel);
        Usagers.choisirEtablissement(chez, "Entité Juridique Privée", "Corse", "CLINIQUE A MARINELLA");
        chez.suivreLien("Suivant");
        chez.cliquer("Créer le compte");
        chez.voir("Nous avons bien pris en compte votre inscription");
    }
}
