package fr.convergence.parcours;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Un vérificateur emporte sa liste : il la filtre, choisit ses colonnes, s'en va, revient la prendre. */
final class ExportsParcours {

    private static final String REFERENTE = "ines.garcia";
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final DossiersPoses poses = new DossiersPoses(LeSite.ouvert().base());

    @Test
    @Tag("INSTR-7")
    void la_liste_filtree_se_prepare_et_s_emporte_en_classeur() throws IOException {
        poses.trente(REFERENTE);
        try (var ars = Navigateur.ouvrir()) {
            Usagers.connecterEquipe(ars, "yann.morvan", Candidatures.MOT_DE_PASSE, Candidatures.SECRET_BRETAGNE);
            ars.aller("/instruction?guichet=CARE-D2&q=rade");
            ars.page().getByText("Exporter cette liste").focus();
            ars.page().keyboard().press("Enter");
            ars.lire("Exporter la liste");
            ars.lire("Recherche : rade");
            ars.controler();
            ars.capturer("exports-nouveau");
            ars.elargir(375);
            ars.controler();
            ars.capturer("exports-nouveau-telephone");
            ars.elargir(1280);
            ars.page().locator("input[value=TYPE]").focus();
            ars.page().keyboard().press("Space");
            ars.page().locator("input[value=REFERENT]").focus();
            ars.page().keyboard().press("Space");
            ars.cliquer("Préparer l’export");
            ars.lire("Votre export est demandé.");
            var actualiser = ars.page().getByText("Actualiser");
            actualiser.focus();
            pret(ars).waitFor();
            assertThat(actualiser)
                    .as("la page s'est relue sous qui la parcourt au clavier")
                    .satisfies(lien -> PlaywrightAssertions.assertThat(lien).isFocused());
            ars.page().locator("#exports-etat:has-text('est prêt')").waitFor();
            ars.controler();
            ars.capturer("exports");
            ars.elargir(375);
            ars.controler();
            ars.capturer("exports-telephone");

            var fichier = ars.page()
                    .waitForDownload(
                            () -> ars.page().locator("a[download]").first().click());
            assertThat(fichier.suggestedFilename()).startsWith("dossiers-").endsWith(".xlsx");
            try (var classeur = new ZipFile(fichier.path().toFile())) {
                var feuille = new String(
                        classeur.getInputStream(classeur.getEntry("xl/worksheets/sheet1.xml"))
                                .readAllBytes(),
                        UTF_8);
                assertThat(feuille.split("<row "))
                        .as("les titres et trente lignes")
                        .hasSize(32);
                assertThat(feuille)
                        .as("les accents y sont écrits par leur numéro")
                        .contains("Nom du r&#", "CLINIQUE DE LA RADE 01", "CLINIQUE DE LA RADE 30")
                        .doesNotContain("Type de candidat", "Adresse e-mail");
            }
        }
        LeSite.ouvert()
                .boite()
                .attendre(Usagers.courrielDe("yann.morvan"), "(?s)Votre export est prêt.*/instruction/exports");
    }

    @Test
    @Tag("INSTR-7")
    void sans_javascript_la_page_se_relit_par_son_lien() throws IOException {
        poses.trente(REFERENTE);
        try (var ars = Navigateur.sansJavaScript()) {
            Usagers.connecterEquipe(ars, "yann.morvan", Candidatures.MOT_DE_PASSE, Candidatures.SECRET_BRETAGNE);
            ars.aller("/instruction?guichet=CARE-D2&q=rade 17");
            ars.cliquer("Exporter cette liste");
            ars.cocher("forme", "CSV");
            ars.cliquer("Préparer l’export");
            ars.lire("Vos exports");
            var fin = Instant.now().plus(PATIENCE);
            while (pret(ars).count() == 0 && Instant.now().isBefore(fin)) {
                ars.suivreLien("Actualiser");
            }
            var fichier = ars.page().waitForDownload(() -> pret(ars).click());
            assertThat(Files.readString(fichier.path()).lines())
                    .hasSize(2)
                    .last()
                    .asString()
                    .contains("\"CLINIQUE DE LA RADE 17\"");
        }
    }

    private static Locator pret(Navigateur ars) {
        return ars.page().locator("tbody tr:first-child a[download]");
    }
}
