package fr.convergence.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.KeyboardModifier;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Un formulaire qui ne s'enregistre pas seul, rechargé ou quitté avant d'être envoyé : rien ne s'y perd sans un mot. */
@Tag("DOS-4")
final class SaisieEnSuspensParcours {

    private static final Keyboard.TypeOptions COMME_ON_TAPE = new Keyboard.TypeOptions().setDelay(40);
    private static final String RECHARGER = "() => void setTimeout(() => location.reload())";

    private static Navigateur chez;
    private static String contacts;
    private static String contact;

    @BeforeAll
    static void candidater() {
        chez = Navigateur.ouvrir();
        Candidatures.rattacher(chez.site(), "helene.faure", "EJ_PRIVEE", "469000012");
        Usagers.connecter(chez, "helene.faure", Candidatures.MOT_DE_PASSE);
        contacts = Candidatures.candidater(chez, Candidatures.DOMAINE_1, "469000012") + "/contacts";
        contact = contacts + "/dsi";
    }

    @AfterAll
    static void partir() {
        chez.close();
    }

    @Test
    void recharger_ou_partir_le_demande_et_rester_garde_ce_qui_est_tape() {
        chez.aller(contact);
        assertThat(demandes(chez.page()::reload)).as("rien n'est tapé").isZero();
        taper("dsi.nom", "Petit");
        rester(SaisieEnSuspensParcours::recharger);
        assertThat(valeur("dsi.nom")).isEqualTo("Petit");
        rester(() -> chez.suivreLien("Tableau de bord"));
        assertThat(valeur("dsi.nom")).isEqualTo("Petit");
    }

    @Test
    void annuler_et_enregistrer_ne_demandent_rien() {
        chez.aller(contact);
        taper("dsi.nom", "Lambert");
        assertThat(demandes(() -> {
                    chez.suivreLien("Annuler");
                    chez.attendreAdresse(contacts);
                }))
                .isZero();
        chez.aller(contact);
        chez.choisir("dsi.civilite", "Madame");
        taper("dsi.nom", "Lambert");
        taper("dsi.prenom", "Maya");
        taper("dsi.courriel", "maya.lambert@clinique.example");
        assertThat(demandes(() -> {
                    chez.cliquer("Enregistrer");
                    chez.attendreAdresse(contacts.replace("/contacts", ""));
                }))
                .isZero();
        chez.aller(contact);
        assertThat(valeur("dsi.prenom")).isEqualTo("Maya");
    }

    @Test
    void ce_qu_une_page_rend_a_corriger_n_est_pas_encore_garde() {
        chez.aller(contact);
        taper("dsi.courriel", "maya.lambert@");
        chez.cliquer("Enregistrer");
        chez.voir("nom de domaine complet");
        rester(() -> chez.suivreLien("Tableau de bord"));
        assertThat(valeur("dsi.courriel")).isEqualTo("maya.lambert@");
    }

    @Test
    @Tag("TDB-2")
    void renoncer_a_candidater_ne_demande_rien_et_un_autre_onglet_ne_leve_pas_la_garde() {
        chez.aller("/candidater");
        chez.choisir("guichet", Candidatures.DOMAINE_2);
        assertThat(demandes(() -> {
                    chez.suivreLien("Annuler");
                    chez.attendreAdresse("/tableau-de-bord");
                }))
                .isZero();
        chez.suivreLien("Candidater");
        chez.choisir("guichet", Candidatures.DOMAINE_2);
        chez.page().keyboard().press("Escape");
        chez.page()
                .locator("dialog#candidater[open]")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        assertThat(demandes(chez.page()::reload)).as("la fenêtre est refermée").isZero();

        chez.aller(contact);
        taper("dsi.nom", "Duval");
        chez.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Annuler"))
                .click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.CONTROL)));
        rester(SaisieEnSuspensParcours::recharger);
        assertThat(valeur("dsi.nom")).isEqualTo("Duval");
    }

    @Test
    @Tag("INSTR-3")
    void le_motif_d_un_verificateur_non_plus() {
        var reference = "MOTIFENSUS";
        new DossiersPoses(chez.site().base()).un(reference, DossiersPoses.finess(42), "helene.faure");
        try (var ars = Navigateur.ouvrir()) {
            Usagers.connecterEquipe(ars, "yann.morvan", Candidatures.MOT_DE_PASSE, Candidatures.SECRET_BRETAGNE);
            ars.aller("/instruction/" + reference + "/candidature/decisions/refus");
            ars.page().locator("[name=motif]").focus();
            ars.page().keyboard().type("Le RIB est illisible.", COMME_ON_TAPE);
            DemandesDeQuitter.rester(ars.page(), () -> ars.page().evaluate(RECHARGER));
            ars.cliquer("Actualiser l’aperçu");
            ars.page()
                    .locator("section:has-text('Le RIB est illisible')")
                    .first()
                    .waitFor();
            // L'aperçu n'enregistre rien.
            DemandesDeQuitter.rester(ars.page(), () -> ars.suivreLien(reference));
            assertThat(ars.page().locator("[name=motif]").inputValue()).isEqualTo("Le RIB est illisible.");
        }
    }

    private static void recharger() {
        chez.page().evaluate(RECHARGER);
    }

    private static void rester(Runnable geste) {
        DemandesDeQuitter.rester(chez.page(), geste);
    }

    private static int demandes(Runnable geste) {
        return DemandesDeQuitter.pendant(chez.page(), Dialog::accept, geste);
    }

    private static void taper(String champ, String texte) {
        chez.page().locator("[name='" + champ + "']").focus();
        chez.page().keyboard().press("Control+A");
        chez.page().keyboard().type(texte, COMME_ON_TAPE);
        chez.page().keyboard().press("Tab");
    }

    private static String valeur(String champ) {
        return chez.page().locator("[name='" + champ + "']").inputValue();
    }
}
