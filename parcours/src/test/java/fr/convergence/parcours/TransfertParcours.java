package fr.convergence.parcours;

import static fr.convergence.parcours.Candidatures.DOMAINE_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** « Transférer mes dossiers », page par page comme le guide eCaRE 2025, avec et sans JavaScript. */
@Tag("TRF-1")
@Tag("CPT-1")
final class TransfertParcours {

    private static final LeSite SITE = LeSite.ouvert();
    private static final String EJ = "359000098";

    private static final String PARTANTE = Usagers.inscrit("yvonne");
    private static final String SUCCESSEUR = Usagers.inscrit("armel");

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void du_compte_au_tableau_de_bord_de_son_nouveau_referent(boolean script) {
        // Le second essai rend la candidature à celle qui l'a confiée au premier.
        var de = script ? PARTANTE : SUCCESSEUR;
        var vers = script ? SUCCESSEUR : PARTANTE;
        Candidatures.rattacher(SITE, PARTANTE, "EJ_PRIVEE", EJ);
        Candidatures.rattacher(SITE, SUCCESSEUR, "EJ_PRIVEE", EJ);
        String dossier;
        try (var chez = script ? Navigateur.ouvrir() : Navigateur.sansJavaScript()) {
            Usagers.connecter(chez, de);
            dossier = script
                    ? Candidatures.candidater(chez, DOMAINE_1, "CORNOUILLERS")
                    : "/dossiers/"
                            + SITE.base().texte("select reference from dossier where candidat = ? and vivant", EJ);
            var reference = dossier.replace("/dossiers/", "");

            chez.aller("/compte");
            chez.lire("Vos collaborateurs");
            capturer(chez, "compte");
            chez.page()
                    .locator("a[href$='"
                            + SITE.base().texte("select id::text from compte where nom_utilisateur = ?", vers) + "']")
                    .click();
            chez.lire("Ses informations");
            lien(chez, "Transférer mes dossiers").click();
            chez.lire("vous n'y aurez plus accès".replace("'", "’"));
            var confirmer = chez.page()
                    .locator(script ? "#transfert" : "main")
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Confirmer le transfert"));
            if (script) {
                assertThat(confirmer.isDisabled()).isTrue();
            } else {
                confirmer.click();
                chez.lire("Choisissez au moins une candidature");
            }
            capturer(chez, script ? "fenetre" : "page");
            Navigateur.cocher(chez.page().locator("input[value='" + reference + "']"));
            confirmer.click();
            chez.attendreAdresse("/compte");
            chez.lire("La candidature est transférée");
            chez.page().navigate(SITE.adresse() + dossier);
            chez.lire("Page introuvable");
        }
        try (var chez = Navigateur.ouvrir()) {
            Usagers.connecter(chez, vers);
            chez.aller("/tableau-de-bord");
            chez.lire(dossier.replace("/dossiers/", ""));
            chez.aller(dossier + "/historique");
            chez.lire("Dossier transféré à un autre référent");
            capturer(chez, "historique");
        }
        assertThat(SITE.boite().recus(Usagers.courrielDe(de)))
                .anyMatch(lettre -> lettre.objet().contains("transférée"));
        assertThat(SITE.boite().recus(Usagers.courrielDe(vers)))
                .anyMatch(lettre -> lettre.objet().contains("confiée"));
    }

    private static Locator lien(Navigateur chez, String texte) {
        return chez.page().locator("main").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(texte));
    }

    private static void capturer(Navigateur chez, String nom) {
        chez.controler();
        chez.capturer("transfert-" + nom);
        chez.elargir(375);
        chez.controler();
        chez.capturer("transfert-" + nom + "-telephone");
        chez.elargir(1280);
    }
}
