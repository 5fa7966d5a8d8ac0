package fr.convergence.parcours;

import static fr.convergence.parcours.Candidatures.DOMAINE_1;
import static fr.convergence.parcours.Candidatures.MOT_DE_PASSE;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Un formulaire rempli sans JavaScript. */
final class SansJavaScriptParcours {

    private static final String REFERENTE = "helene.faure";

    @Test
    @Tag("A11Y-1")
    @Tag("DOS-5b")
    @Tag("DOS-8")
    void sans_javascript_le_formulaire_entier_se_remplit_et_se_transmet() {
        try (var chez = Navigateur.sansJavaScript()) {
            var dossier = candidater(chez, "EJ_PRIVEE", "379000011", "VAL-FLEURI");
            chez.aller(dossier + "/candidature/informations");
            assertThat(Navigateur.lu(chez.page().locator("main")))
                    .contains("s’enregistrent quand vous choisissez")
                    .doesNotContain("au fur et à mesure");
            chez.aller(dossier + "/candidature/engagement");
            chez.saisir("role", "Directrice");
            chez.cliquer("Enregistrer comme brouillon");
            chez.voir("Votre brouillon est enregistré.");
            assertThat(chez.page().locator("[name=role]").inputValue()).isEqualTo("Directrice");

            Candidatures.remplirSansScript(chez, dossier);
            chez.capturer("toutes-les-sections");
            Candidatures.transmettre(chez, dossier);
            chez.voir("rib.pdf");
        }
    }

    @Test
    @Tag("A11Y-1")
    @Tag("DOS-6")
    void sans_javascript_un_fichier_envoye_ne_perd_pas_ce_que_l_autre_onglet_contredit() {
        try (var chez = Navigateur.sansJavaScript()) {
            var dossier = candidater(chez, "EJ_PUBLIQUE_HORS_GHT", "769000019", "HAGUE-AUX-FEES");
            chez.aller(dossier + "/candidature/banque");
            try (var autre = chez.autreOnglet()) {
                autre.aller(dossier + "/candidature/banque");
                autre.saisir("iban", "DE89 3704 0044 0532 0130 00");
                autre.cliquer("Enregistrer comme brouillon");
                autre.voir("Votre brouillon est enregistré.");
            }
            chez.saisir("iban", "FR76 3000 6000 0112 3456 7890 189");
            chez.page().locator("#rib").setInputFiles(PiecesDuParcours.pdf("rib.pdf"));
            chez.page().locator("button[name=envoyer][value=rib]").click();
            chez.lire("rib.pdf");
            assertThat(chez.erreur("iban")).contains("choisissez celle à garder");
            assertThat(Navigateur.lu(chez.page().locator("#ailleurs-iban"))).contains("DE89 3704 0044 0532 0130 00");
            assertThat(chez.page().locator("[name=iban]").inputValue()).isEqualTo("FR76 3000 6000 0112 3456 7890 189");
            chez.capturer("sans-script-deux-onglets");
            chez.page().locator("#remplacer-iban").click();
            chez.voir("Votre brouillon est enregistré.");
            assertThat(chez.page().locator("[name=iban]").inputValue()).isEqualTo("FR76 3000 6000 0112 3456 7890 189");
        }
    }

    @Test
    @Tag("A11Y-1")
    @Tag("DOS-6")
    @Tag("DOS-7")
    void sans_javascript_une_etape_transmise_ailleurs_rend_ce_qui_etait_tape_et_choisi() {
        try (var chez = Navigateur.sansJavaScript()) {
            var dossier = candidater(chez, "EJ_PRIVEE", "669000010", "LES CISTES");
            Candidatures.remplirSansScript(chez, dossier);
            try (var engagement = chez.autreOnglet();
                    var contacts = chez.autreOnglet();
                    var banque = chez.autreOnglet()) {
                engagement.aller(dossier + "/candidature/engagement");
                contacts.aller(dossier + "/candidature/contacts");
                banque.aller(dossier + "/candidature/banque");
                Candidatures.transmettre(chez, dossier);

                retaper(engagement, "role", "Directrice adjointe");
                engagement.cliquer("Suivant");
                rendu(engagement, "Votre rôle", "Directrice adjointe");
                engagement.capturer("saisie-rendue");
                engagement.elargir(375);
                engagement.controler();
                engagement.capturer("saisie-rendue-telephone");

                retaper(contacts, "dsi.nom", "Dupont");
                contacts.cliquer("Précédent");
                rendu(contacts, "Nom DSI", "Dupont");

                retaper(banque, "iban", "FR14 2004 1010 0505 0001 3M02 606");
                banque.page().locator("#rib").setInputFiles(PiecesDuParcours.pdf("autre-rib.pdf"));
                banque.cliquer("Enregistrer comme brouillon");
                rendu(banque, "IBAN", "FR14 2004 1010 0505 0001 3M02 606");
                rendu(banque, "fichiers choisis, non reçus", "autre-rib.pdf");
                banque.suivreLien("Voir le récapitulatif");
                banque.attendreAdresse(dossier + "/candidature/recapitulatif");
                banque.voir("FR76 3000 6000 0112 3456 7890 189");
            }
        }
    }

    @Test
    @Tag("A11Y-1")
    @Tag("DOS-4")
    void sans_javascript_precedent_garde_ce_qui_est_tape() {
        try (var chez = Navigateur.sansJavaScript()) {
            var dossier = candidater(chez, "EJ_PRIVEE", "970290011", "DIALYSE DES MORNES");
            chez.aller(dossier + "/candidature/contacts");
            retaper(chez, "dsi.nom", "Dupont");
            chez.cliquer("Précédent");
            chez.attendreAdresse(dossier + "/candidature/engagement");
            chez.aller(dossier + "/candidature/contacts");
            assertThat(chez.page().locator("[name='dsi.nom']").inputValue()).isEqualTo("Dupont");
            chez.controler();
            chez.capturer("precedent-sans-script");
        }
    }

    /** Remplace ce que dit le champ, à la main. */
    private static void retaper(Navigateur chez, String champ, String texte) {
        chez.page().locator("[name='" + champ + "']").click();
        chez.page().keyboard().press("Control+A");
        chez.page().keyboard().type(texte, new Keyboard.TypeOptions().setDelay(20));
    }

    private static void rendu(Navigateur chez, String question, String texte) {
        chez.lire("Ce que vous aviez écrit");
        assertThat(Navigateur.lu(chez.page().locator(".cv-fiche")).split("\\s*\\n\\s*"))
                .anyMatch(ligne -> ligne.contains(question))
                .contains(texte);
    }

    private static String candidater(Navigateur chez, String type, String finess, String nom) {
        Candidatures.rattacher(chez.site(), REFERENTE, type, finess);
        Usagers.connecter(chez, REFERENTE, MOT_DE_PASSE);
        return Candidatures.candidater(chez, DOMAINE_1, nom);
    }
}
