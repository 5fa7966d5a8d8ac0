package fr.convergence.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Un vérificateur et une référente s'écrivent : l'un avec JavaScript, l'autre sans, chacun tape comme une personne. */
final class MessagerieParcours {

    private static final String REFERENTE = "ines.garcia";
    private static final String REFERENCE = "MESSAGERIE";
    private static final String MESSAGERIE = "/dossiers/" + REFERENCE + "/messages";

    @Test
    @Tag("INSTR-5")
    @Tag("CNX-7")
    void un_message_part_se_lit_et_recoit_sa_reponse() {
        new DossiersPoses(LeSite.ouvert().base()).sansReponse(REFERENCE, REFERENTE, DossiersPoses.finess(41));
        try (var ars = Navigateur.ouvrir();
                var chez = Navigateur.sansJavaScript()) {
            Usagers.connecterEquipe(ars, "yann.morvan", Candidatures.MOT_DE_PASSE, Candidatures.SECRET_BRETAGNE);
            demander(ars);
            LeSite.ouvert()
                    .boite()
                    .attendre(Usagers.courrielDe(REFERENTE), "Un message vous attend sur votre dossier.*" + REFERENCE);
            Usagers.connecter(chez, REFERENTE, Candidatures.MOT_DE_PASSE);
            repondre(chez);
            lire(ars);
            laSessionFinie(chez);
        }
    }

    private static void demander(Navigateur ars) {
        ars.aller("/instruction/" + REFERENCE);
        ars.suivreLien("Ouvrir la messagerie");
        ars.attendreAdresse("/instruction/" + REFERENCE + "/messages");
        ars.lire("Aucun message pour l’instant.");
        ars.capturer("messagerie-vide");
        ars.cliquer("Envoyer le message");
        assertThat(ars.erreur("message")).isEqualTo("Écrivez votre message.");

        var long100000 = "a".repeat(100_000);
        ars.page().locator("#message").fill(long100000);
        ars.cliquer("Envoyer le message");
        ars.voir("le plus long en compte");
        assertThat(ars.page().locator("#message").inputValue()).isEqualTo(long100000);

        taper(ars, "Bonjour, votre RIB est ancien. En avez-vous un plus récent ?");
        ars.page().locator("#message").press("Tab");
        ars.cliquer("Envoyer le message");
        ars.lire("Votre message est envoyé.");
        surLesDeuxEcrans(ars, "messagerie-verificateur");
    }

    private static void repondre(Navigateur chez) {
        chez.aller("/tableau-de-bord?q=" + REFERENCE);
        chez.lire("1 message non lu");
        surLesDeuxEcrans(chez, "messagerie-tableau-de-bord");
        chez.aller("/dossiers/" + REFERENCE);
        chez.lire("1 message non lu");
        surLesDeuxEcrans(chez, "messagerie-dossier");
        chez.suivreLien("Ouvrir la messagerie");
        chez.lire("Yann Morvan (ARS)");
        chez.voir("Nouveau");
        taper(chez, "Bonjour, le voici.");
        Depots.choisir(chez, "pieces", PiecesDuParcours.pdf("rib-2026.pdf"), outil());
        chez.cliquer("Envoyer le message");
        chez.voir("Vous aviez choisi ces fichiers");
        surLesDeuxEcrans(chez, "messagerie-a-rechoisir");
        chez.cliquer("Envoyer le message");
        assertThat(chez.erreur("pieces")).startsWith("Choisissez de nouveau rib-2026.pdf, ou cochez");
        assertThat(chez.page().locator("#message").inputValue()).isEqualTo("Bonjour, le voici.");
        Depots.choisir(chez, "pieces", PiecesDuParcours.pdf("rib-2026.pdf"));
        chez.cliquer("Envoyer le message");
        chez.lire("Votre message est envoyé.");
        surLesDeuxEcrans(chez, "messagerie-referente");
    }

    private static FilePayload outil() {
        return new FilePayload("outil.exe", "application/octet-stream", new byte[] {1});
    }

    private static void lire(Navigateur ars) {
        ars.aller("/instruction?etat=tous&guichet=CARE-D1&q=" + REFERENCE);
        ars.lire("1 message non lu");
        surLesDeuxEcrans(ars, "messagerie-liste");
        ars.aller("/instruction/" + REFERENCE + "/messages");
        var piece = ars.page().locator(".cv-pieces a").filter(new Locator.FilterOptions().setHasText("rib-2026.pdf"));
        ars.page().waitForCondition(() -> {
            ars.page().reload();
            return piece.count() == 1;
        });
        ars.lire("Bonjour, le voici.");
        surLesDeuxEcrans(ars, "messagerie-piece");
        assertThat(ars.page().request().get(piece.getAttribute("href")).status())
                .isEqualTo(200);
    }

    /** Ce qui était tapé quand la session a fini se rend. */
    private static void laSessionFinie(Navigateur chez) {
        chez.aller(MESSAGERIE);
        taper(chez, "Une dernière précision.");
        Depots.choisir(chez, "pieces", PiecesDuParcours.pdf("preuve-c.pdf"));
        chez.page().context().clearCookies();
        chez.cliquer("Envoyer le message");
        chez.page()
                .getByText("Une dernière précision.")
                .first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
        chez.voir("Votre message");
        chez.voir("preuve-c.pdf");
        assertThat(chez.page().locator("main input[type=file][name=pieces]").isEnabled())
                .isTrue();
        surLesDeuxEcrans(chez, "messagerie-session-finie");
    }

    private static void taper(Navigateur chez, String texte) {
        var zone = chez.page().locator("#message");
        zone.fill("");
        zone.pressSequentially(texte, new Locator.PressSequentiallyOptions().setDelay(8));
    }

    private static void surLesDeuxEcrans(Navigateur chez, String nom) {
        chez.controler();
        chez.capturer(nom);
        chez.elargir(375);
        chez.controler();
        chez.capturer(nom + "-telephone");
        chez.elargir(1280);
    }
}
