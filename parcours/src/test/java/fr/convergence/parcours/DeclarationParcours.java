package fr.convergence.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.convergence.parcours.Candidatures.DOMAINE_1;
import static fr.convergence.parcours.Candidatures.DOMAINE_2;
import static fr.convergence.parcours.Candidatures.MOT_DE_PASSE;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Guides eCaRE, « Déclaration d'atteinte des objectifs » : conteneurs confidentiels, plafond, part d'activité, les deux lectures. */
@Tag("FRM-5")
final class DeclarationParcours {

    private static final String REFERENTE = "ines.garcia";
    private static final String SECRET_DE_L_OPERATRICE = "4MTAORYCJDP74TFFXBE4NRADYFPFNRHK";

    @Test
    @Tag("ZED-1")
    @Tag("ZED-2")
    @Tag("ZED-3")
    @Tag("ZED-4")
    @Tag("HOS-5")
    @Tag("INSTR-3")
    @Tag("INSTR-6")
    @Tag("DOS-11")
    void au_domaine_1_du_plafond_importe_au_conteneur_que_l_ans_seule_ouvre() {
        plafonner("309000099");
        try (var chez = Navigateur.ouvrir()) {
            var dossier = candidater(chez, DOMAINE_1, "309000099", "GARDONS");
            GestesDeSignature.signee(dossier, REFERENTE);
            annuaire(chez, dossier);
            exposition(chez, dossier);
            chez.aller(dossier + "/declaration/objectif-3");
            Candidatures.cocher(chez, "d1_o3");
            Depots.deposer(chez, "preuves_d1_o3", PiecesDuParcours.pdf("rapport.pdf"));
            finances(chez, dossier);
            chez.aller(dossier + "/declaration/recapitulatif");
            chez.voir("13/13 questions obligatoires répondues");
            chez.controler();
            chez.cliquer("Transmettre votre candidature");
            chez.voir("est transmise");
            lectures(Candidatures.reference(dossier));
            GestesDePaiement.jusquAuSolde(chez, dossier, REFERENTE);
        }
    }

    @Test
    @Tag("FRM-2")
    void au_domaine_2_les_entites_couvertes_pesent_au_moins_66_pour_cent() {
        try (var chez = Navigateur.ouvrir()) {
            var dossier = ouvrir(chez, DOMAINE_2, "319000014", "CANAL-NEUF");
            chez.aller(dossier + "/declaration/objectif-1");
            for (var ligne : List.of(List.of("319000022", "659"), List.of("319000030", "341"))) {
                taper(chez, ligne.getFirst() + "/activite", ligne.getLast());
                var oui = ligne.getFirst().equals("319000022") ? "Oui" : "Non";
                chez.choisir(ligne.getFirst() + "/couverte_o1c", oui);
                chez.choisir(ligne.getFirst() + "/couverte_o1d", "Oui");
            }
            Candidatures.enregistre(chez);
            var synthese = chez.page().locator("#synthese-couverture");
            assertThat(synthese).containsText("65,9 %");
            assertThat(synthese).containsText("D2.O1.C pèsent moins de 66 %");
            surLesDeuxEcrans(chez, "declaration-66");

            taper(chez, "319000022/activite", "663");
            assertThat(synthese).not().containsText("pèsent moins de");
        }
    }

    /** Sans script, la fenêtre est une page. */
    @Test
    @Tag("ZED-1")
    void sans_script_le_conteneur_a_sa_page() {
        try (var chez = Navigateur.sansJavaScript()) {
            var dossier = ouvrir(chez, DOMAINE_1, "319000014", "CANAL-NEUF");
            chez.aller(dossier + "/declaration/objectif-1");
            chez.suivreLien("Télécharger le conteneur ZED");
            chez.cliquer("Afficher les identifiants du conteneur");
            chez.cliquer("Activer le téléchargement du conteneur ZED");
            chez.voir("Cochez la case une fois les identifiants mémorisés");
            Candidatures.cocher(chez, "memorise");
            chez.cliquer("Activer le téléchargement du conteneur ZED");
            chez.voir("Le conteneur peut être téléchargé.");
            Candidatures.cocher(chez, "accord-conteneur");
            chez.cliquer("Ouvrir l’espace de dépôt");
            assertThat(chez.page().locator("#preuves_d1_o1[type=file]")).isVisible();
            chez.controler();
        }
    }

    private static void plafonner(String finess) {
        try (var operatrice = Navigateur.ouvrir()) {
            Usagers.connecterEquipe(operatrice, "nadia.leroy", MOT_DE_PASSE, SECRET_DE_L_OPERATRICE);
            operatrice.aller("/administration");
            operatrice.suivreLien("Montants plafonds");
            operatrice
                    .page()
                    .locator("#fichier")
                    .setInputFiles(new FilePayload(
                            "plafonds.csv",
                            "text/csv",
                            "guichet;candidat;plafond\nCARE-D1;%s;12 345,67\nCARE-D1;000;1\n"
                                    .formatted(finess)
                                    .getBytes(StandardCharsets.UTF_8)));
            operatrice.cliquer("Importer");
            operatrice.voir("1 ligne refusée");
            operatrice.voir("Ni code GHT ni FINESS");
            surLesDeuxEcrans(operatrice, "plafonds-importes");
            operatrice.suivreLien("Revenir aux montants plafonds");
            surLesDeuxEcrans(operatrice, "plafonds");
            operatrice.aller("/administration/conteneurs");
            surLesDeuxEcrans(operatrice, "conteneurs-reserve");
        }
    }

    private static String candidater(Navigateur chez, String domaine, String finess, String nom) {
        Candidatures.rattacher(chez.site(), REFERENTE, "EJ_PRIVEE", finess);
        Usagers.connecter(chez, REFERENTE, MOT_DE_PASSE);
        return Candidatures.candidater(chez, domaine, nom);
    }

    /** La convention n'est pas de ces essais-ci : l'étape s'ouvre comme sa signature l'ouvrirait. */
    private static String ouvrir(Navigateur chez, String domaine, String finess, String nom) {
        var dossier = candidater(chez, domaine, finess, nom);
        chez.site().base().changer("""
                update dossier_etape set etat = 'BROUILLON'
                where code = 'declaration' and dossier = (select id from dossier where reference = ?)
                """, Candidatures.reference(dossier));
        return dossier;
    }

    private static void annuaire(Navigateur chez, String dossier) {
        chez.aller(dossier + "/declaration/objectif-1");
        for (var objectif : List.of("d1_o1_a", "d1_o1_b")) {
            chez.page().locator("#" + objectif).press("Space");
        }
        Candidatures.enregistre(chez);
        chez.voir("2/13 questions obligatoires répondues");
        Depots.deposer(chez, "recueil_ad", trame(chez, "recueil-annuaires", "recueil.docx"));
        surLesDeuxEcrans(chez, "declaration-objectif-1");

        chez.suivreLien("Télécharger le conteneur ZED");
        var fenetre = chez.page().locator("#conteneur-preuves_d1_o1");
        var motDePasse = fenetre.locator("[data-conteneur-mot-de-passe]");
        assertThat(motDePasse).hasText(java.util.regex.Pattern.compile("[A-Za-z0-9]{20}"));
        surLesDeuxEcrans(chez, "conteneur-identifiants");
        var tu = motDePasse.innerText();
        fenetre.locator("input[name=memorise]").press("Space");
        fenetre.getByText("Activer le téléchargement du conteneur ZED").last().click();
        chez.voir("Le conteneur peut être téléchargé. Ses identifiants ne seront plus montrés.");
        Assertions.assertThat(chez.page().content()).doesNotContain(tu);
        surLesDeuxEcrans(chez, "conteneur-active");
        rendre(chez, "preuves_d1_o1");
        surLesDeuxEcrans(chez, "conteneur-depose");
    }

    /** Le même conteneur, rendu tel qu'il fut remis : il ne contient encore que sa consigne. */
    private static void rendre(Navigateur chez, String question) {
        var remis = chez.page()
                .waitForDownload(() -> Depots.espace(chez, question)
                        .getByText("Télécharger le conteneur ZED")
                        .click());
        Assertions.assertThat(remis.suggestedFilename())
                .startsWith("conteneur-")
                .endsWith("-1.zip");
        chez.page().locator("#accord-" + question).press("Space");
        chez.page().locator("#" + question + "[type=file]").waitFor();
        Depots.deposer(chez, question, fichier(remis));
    }

    private static void exposition(Navigateur chez, String dossier) {
        chez.aller(dossier + "/declaration/objectif-2");
        Candidatures.cocher(chez, "d1_o2_a");
        Candidatures.cocher(chez, "d1_o2_b");
        Depots.deposer(chez, "recueil_exposition", trame(chez, "recueil-exposition", "exposition.docx"));
        chez.suivreLien("Télécharger le conteneur ZED");
        var fenetre = chez.page().locator("#conteneur-preuves_d1_o2");
        fenetre.locator("input[name=memorise]").press("Space");
        fenetre.getByText("Activer le téléchargement du conteneur ZED").last().click();
        chez.voir("Le conteneur peut être téléchargé.");
        rendre(chez, "preuves_d1_o2");
    }

    private static void finances(Navigateur chez, String dossier) {
        chez.aller(dossier + "/declaration/finances");
        chez.voir("12 345,67 €");
        taper(chez, "montant_demande", "12345,68");
        Candidatures.enregistre(chez);
        assertThat(chez.page().locator("#question-montant_demande")).containsText("dépasse le montant plafond");
        surLesDeuxEcrans(chez, "declaration-plafond");
        taper(chez, "montant_demande", "12345,67");
        assertThat(chez.page().locator("#question-montant_demande")).not().containsText("dépasse le montant");
        Depots.deposer(chez, "trame_financiere", trame(chez, "trame-financiere", "frais.xlsx"));
        Depots.deposer(chez, "synthese_frais", PiecesDuParcours.pdf("synthese.pdf"));
    }

    private static void lectures(String reference) {
        try (var ars = Candidatures.verificateurOccitanie();
                var ans = GestesDePaiement.verificateurAns()) {
            ars.aller("/instruction/" + reference + "?etape=declaration");
            var confidentielle = ars.page().locator("#q-preuves_d1_o1");
            assertThat(confidentielle).containsText("1 conteneur confidentiel déposé");
            assertThat(confidentielle.locator("a")).hasCount(0);
            assertThat(ars.page().locator("#q-fait_plafond")).containsText("12 345,67 €");
            surLesDeuxEcrans(ars, "conteneur-vu-de-l-ars");

            ans.aller("/instruction/" + reference + "?etape=declaration");
            assertThat(ans.page().locator("#q-preuves_d1_o1 a.fr-link--download"))
                    .hasCount(1);
            surLesDeuxEcrans(ans, "conteneur-vu-de-l-ans");
            ans.page()
                    .locator("#q-preuves_d1_o1")
                    .getByText("Identifiants des conteneurs")
                    .click();
            ans.voir("Cette lecture est inscrite au registre des accès.");
            surLesDeuxEcrans(ans, "conteneur-identifiants-lus");
        }
    }

    private static FilePayload trame(Navigateur chez, String nom, String fichier) {
        var octets = chez.page().request().get("/trames/" + nom).body();
        return new FilePayload(fichier, "application/octet-stream", octets);
    }

    private static FilePayload fichier(Download remis) {
        try {
            return new FilePayload(remis.suggestedFilename(), "application/zip", Files.readAllBytes(remis.path()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void taper(Navigateur chez, String champ, String texte) {
        var saisie = chez.page().locator("[id='" + champ + "']");
        saisie.click();
        saisie.press("ControlOrMeta+a");
        saisie.pressSequentially(texte, new Locator.PressSequentiallyOptions().setDelay(15));
        saisie.press("Tab");
    }

    static void surLesDeuxEcrans(Navigateur chez, String nom) {
        chez.controler();
        chez.capturer(nom);
        chez.elargir(375);
        chez.controler();
        chez.capturer(nom + "-telephone");
        chez.elargir(1280);
    }
}
