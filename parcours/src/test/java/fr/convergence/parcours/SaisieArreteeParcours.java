package fr.convergence.parcours;

import static fr.convergence.parcours.Candidatures.DOMAINE_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sans JavaScript, un formulaire qu'une session finie ou de nouvelles conditions arrêtent : rien de tapé ne se perd. */
@Tag("A11Y-1")
@Tag("DOS-6")
final class SaisieArreteeParcours {

    private static final LeSite SITE = LeSite.ouvert();

    /** Plus que ce qu'un envoi reçoit d'un coup (110 Mo). */
    private static final long TROP_LOURD = 130L * 1024 * 1024;

    /** À elle seule : sa session finit pendant ces parcours. */
    private static final String REFERENTE = Usagers.inscrit("lise");

    @Test
    @Tag("CNX-7")
    void une_session_finie_entre_la_page_et_suivant_rend_tout_et_repart_apres_la_connexion() {
        try (var chez = Navigateur.sansJavaScript()) {
            var page = candidater(chez, "EJ_PRIVEE", "299000158", "MENEZ-VRAS") + "/candidature/banque";
            chez.aller(page);
            taper(chez, "iban", "FR76 3000 6000 0112 3456 7890 189");
            taper(chez, "bic", "AGRIFRPP");
            chez.page().locator("#rib").setInputFiles(PiecesDuParcours.pdf("rib.pdf"));
            SITE.base().changer("""
                    delete from session_ouverte
                    where titulaire = (select id from compte where nom_utilisateur = ?)
                    """, REFERENTE);

            chez.cliquer("Suivant");
            chez.lire("Votre session est terminée");
            assertThat(Navigateur.lu(chez.page().locator(".cv-fiche")))
                    .contains("FR76 3000 6000 0112 3456 7890 189", "AGRIFRPP", "rib.pdf");
            capturer(chez, "session-finie");
            chez.cliquer("Envoyer de nouveau");
            chez.voir("Votre session est terminée");

            var onglet = chez.page()
                    .context()
                    .waitForPage(() -> lien(chez, "Se connecter").click());
            onglet.waitForURL("**/connexion");
            onglet.close();
            try (var connexion = chez.autreOnglet()) {
                connexion.aller(page);
                Usagers.connecter(connexion, REFERENTE, Usagers.MOT_DE_PASSE);
            }
            chez.page().locator("#rib").setInputFiles(PiecesDuParcours.pdf("rib.pdf"));
            chez.cliquer("Envoyer de nouveau"); // une fois suffit : le formulaire dit de qui il est
            chez.page().waitForURL("**/candidature/*");
            chez.aller(page);
            assertThat(valeur(chez, "iban")).isEqualTo("FR76 3000 6000 0112 3456 7890 189");
            assertThat(valeur(chez, "bic")).isEqualTo("AGRIFRPP");
            chez.lire("rib.pdf");
        }
    }

    @Test
    @Tag("CNX-6")
    void de_nouvelles_conditions_entre_la_page_et_l_envoi_rendent_tout_et_laissent_repartir() {
        try (var chez = Navigateur.sansJavaScript()) {
            var page = candidater(chez, "EJ_PUBLIQUE_HORS_GHT", "970190013", "MORNE-AZUR") + "/candidature/engagement";
            chez.aller(page);
            taper(chez, "role", "Directrice\u00a0adjointe");
            SITE.base().changer("""
                    update cgu_acceptation set version = 0
                    where compte = (select id from compte where nom_utilisateur = ?)
                    """, REFERENTE);
            try (var connexion = chez.autreOnglet()) {
                connexion.page().context().clearCookies();
                var avant = connexion.site().boite().dernier(Usagers.courrielDe(REFERENTE));
                Usagers.identifier(connexion, REFERENTE, Usagers.MOT_DE_PASSE);
                connexion.attendreAdresse("/connexion/code");
                connexion.saisir("code", Usagers.codeRecu(connexion, REFERENTE, avant));
                connexion.cliquer("Valider");
                connexion.attendreAdresse("/cgu/acceptation");
            }

            chez.cliquer("Suivant");
            chez.lire("Votre page a expiré");
            chez.cliquer("Envoyer de nouveau");
            chez.lire("De nouvelles conditions sont à accepter");
            assertThat(Navigateur.lu(chez.page().locator(".cv-fiche"))).contains("Directrice adjointe");
            capturer(chez, "conditions");

            var onglet = chez.page()
                    .context()
                    .waitForPage(() -> lien(chez, "Accepter les conditions").click());
            Navigateur.cocher(onglet.locator("[name=acceptation]"));
            onglet.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Accepter et continuer"))
                    .click();
            onglet.waitForURL(adresse -> !adresse.contains("/cgu/"));
            onglet.close();
            chez.cliquer("Envoyer de nouveau");
            chez.page().waitForURL("**/candidature/*");
            chez.aller(page);
            assertThat(valeur(chez, "role")).isEqualTo("Directrice adjointe");
        }
    }

    @Test
    void des_fichiers_trop_lourds_rendent_ce_qui_etait_tape_et_le_laissent_repartir_sans_eux() throws IOException {
        var lourd = Files.createTempFile("cadre", ".pdf");
        try (var chez = Navigateur.sansJavaScript();
                var trop = new RandomAccessFile(lourd.toFile(), "rw")) {
            trop.setLength(TROP_LOURD);
            var page = candidater(chez, "EJ_PRIVEE", "349000307", "CAROUX") + "/candidature/banque";
            chez.aller(page);
            taper(chez, "iban", "FR76 3000 6000 0112 3456 7890 189");
            taper(chez, "bic", "AGRIFRPP");
            chez.page().locator("#rib").setInputFiles(lourd);

            chez.cliquer("Suivant");
            chez.lire("Fichiers trop volumineux");
            assertThat(Navigateur.lu(chez.page().locator(".cv-fiche")))
                    .contains(
                            "FR76 3000 6000 0112 3456 7890 189",
                            "AGRIFRPP",
                            lourd.getFileName().toString());
            capturer(chez, "trop-lourd");
            chez.cliquer("Envoyer de nouveau");
            chez.page().waitForURL("**/candidature/*");
            chez.aller(page);
            assertThat(valeur(chez, "iban")).isEqualTo("FR76 3000 6000 0112 3456 7890 189");
            assertThat(valeur(chez, "bic")).isEqualTo("AGRIFRPP");
        } finally {
            Files.delete(lourd);
        }
    }

    private static String candidater(Navigateur chez, String type, String finess, String nom) {
        Candidatures.rattacher(chez.site(), REFERENTE, type, finess);
        Usagers.connecter(chez, REFERENTE);
        return Candidatures.candidater(chez, DOMAINE_1, nom);
    }

    private static Locator lien(Navigateur chez, String texte) {
        return chez.page().locator("main").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(texte));
    }

    private static String valeur(Navigateur chez, String champ) {
        return chez.page().locator("[name=" + champ + "]").inputValue();
    }

    private static void taper(Navigateur chez, String champ, String texte) {
        chez.page().locator("[name='" + champ + "']").click();
        chez.page().keyboard().type(texte, new Keyboard.TypeOptions().setDelay(20));
        chez.page().keyboard().press("Tab");
    }

    private static void capturer(Navigateur chez, String nom) {
        chez.capturer("saisie-arretee-" + nom);
        chez.elargir(375);
        chez.controler();
        chez.capturer("saisie-arretee-" + nom + "-telephone");
        chez.elargir(1280);
    }
}
