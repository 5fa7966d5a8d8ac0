package fr.convergence.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Un vérificateur prend un dossier, le retrouve parmi les siens, y écrit une note et la corrige. */
final class ConcertationParcours {

    private static final String REFERENCE = "CONCERTERA";
    private static final String VERIFIE = "VERIFIERAA";

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

    /** Vérifier point par point, consulter l'ANS, passer au suivant, valider depuis la liste : chaque page sur les deux écrans. */
    @Test
    @Tag("INSTR-4")
    void un_dossier_se_verifie_se_consulte_et_se_valide_avec_d_autres() {
        new DossiersPoses(LeSite.ouvert().base()).un(VERIFIE, DossiersPoses.finess(40), "ines.garcia");
        try (var ars = Navigateur.ouvrir()) {
            Usagers.connecterEquipe(ars, "yann.morvan", Candidatures.MOT_DE_PASSE, Candidatures.SECRET_BRETAGNE);
            ars.aller("/instruction?taille=100&tri=-date");
            ars.page().locator("a[href^='/instruction/" + VERIFIE + "']").click();
            ars.lire("5 points à vérifier.");
            ars.cocher("verdict.rib", "NON_CONFORME");
            ars.cocher("verdict.finess", "CONFORME");
            ars.cliquer("Enregistrer les contrôles");
            ars.lire("Les contrôles sont enregistrés.");
            ars.voir("Non conforme, par Yann Morvan");
            surLesDeuxEcrans(ars, "concertation-controles");
            ars.page().getByText("Lire et demander des avis").click();
            ars.page().locator("select[name=a]").selectOption(new SelectOption().setIndex(1));
            ars.page().locator("#question").pressSequentially("Le RIB convient-il ?");
            ars.cliquer("Demander l’avis");
            ars.lire("Avis attendu");
            surLesDeuxEcrans(ars, "concertation-avis");
            ars.page().locator("form[action$=retraits] button").click();
            ars.lire("La demande d’avis est retirée.");
            ars.aller("/instruction?taille=100&tri=-date");
            ars.page().locator("#e-" + VERIFIE + "-candidature").press("Space");
            surLesDeuxEcrans(ars, "fournee-liste");
            ars.cliquer("Valider les dossiers choisis");
            ars.lire("1 étape sera validée");
            surLesDeuxEcrans(ars, "fournee-confirmation");
            ars.cliquer("Valider 1 étape");
            ars.lire("Validées : 1 ; non validées : 0 ; en attente : 0.");
            surLesDeuxEcrans(ars, "fournee-compte-rendu");
            ars.aller("/instruction/fournees");
            ars.lire("Validées : 1 ; non validées : 0 ; en attente : 0.");
            surLesDeuxEcrans(ars, "fournees");
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
