package fr.convergence.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Un vérificateur prend un dossier, le retrouve parmi les siens, y écrit une note et la corrige. */
final class ConcertationParcours {

    private static final String REFERENCE = "CONCERTERA";

    @Test
    @Tag("INSTR-4")
    void un_dossier_se_prend_et_se_note() {
        new DossiersPoses(LeSite.ouvert().base()).sansReponse(REFERENCE, "ines.garcia", "340780477");
        try (var ars = Navigateur.ouvrir()) {
            Usagers.connecterEquipe(ars, "yann.morvan", Candidatures.MOT_DE_PASSE, Candidatures.SECRET_BRETAGNE);
            ars.aller("/instruction/" + REFERENCE);
            ars.lire("ARS : personne");
            ars.cliquer("M’assigner ce dossier");
            ars.lire("Le dossier est assigné à Yann Morvan.");
            ars.page()
                    .locator("summary")
                    .filter(new Locator.FilterOptions().setHasText("Assigner à un collègue"))
                    .click();
            surLesDeuxEcrans(ars, "concertation-dossier");
            ars.aller("/instruction?etat=tous&assigne=moi");
            ars.lire("Assigné à Yann Morvan");
            assertThat(ars.page().locator("tbody tr").allInnerTexts()).anyMatch(ligne -> ligne.contains(REFERENCE));
            surLesDeuxEcrans(ars, "concertation-liste");
            ars.aller("/instruction/" + REFERENCE);
            ars.suivreLien("Lire et écrire des notes");
            taper(ars, "À revoir avec l'ANS.");
            ars.cliquer("Enregistrer la note");
            ars.lire("La note est enregistrée.");
            ars.page().locator(".cv-message a").first().click();
            taper(ars, "Revu avec l'ANS.");
            ars.cliquer("Enregistrer la note");
            ars.lire("La note est corrigée.");
            surLesDeuxEcrans(ars, "concertation-notes");
        }
    }

    private static void taper(Navigateur ars, String texte) {
        var zone = ars.page().locator("#texte");
        zone.fill("");
        zone.pressSequentially(texte, new Locator.PressSequentiallyOptions().setDelay(8));
        zone.press("Tab");
    }

    private static void surLesDeuxEcrans(Navigateur ars, String nom) {
        ars.controler();
        ars.capturer(nom);
        ars.elargir(375);
        ars.controler();
        ars.capturer(nom + "-telephone");
        ars.elargir(1280);
    }
}
