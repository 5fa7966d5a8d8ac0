package fr.convergence.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.convergence.parcours.Candidatures.DOMAINE_1;
import static fr.convergence.parcours.Candidatures.MOT_DE_PASSE;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import net.lingala.zip4j.ZipFile;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.EncryptionMethod;
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
        try (var chez = Navigateur.ouvrir();
                var sansScript = Navigateur.sansJavaScript();
                var ars = Candidatures.verificateurOccitanie();
                var ans = GestesDePaiement.verificateurAns()) {
            Candidatures.rattacher(chez.site(), REFERENTE, "EJ_PRIVEE", "309000099");
            Usagers.connecter(chez, REFERENTE, MOT_DE_PASSE);
            Usagers.connecter(sansScript, REFERENTE, MOT_DE_PASSE);
            var dossier = Candidatures.candidater(chez, DOMAINE_1, "GARDONS");
            Candidatures.remplirSansScript(sansScript, dossier);
            Candidatures.transmettre(sansScript, dossier);
            Candidatures.accepter(ars, dossier);
            GestesDeSignature.signer(Candidatures.reference(dossier));
            annuaire(chez, dossier);
            exposition(chez, sansScript, dossier);
            chez.aller(dossier + "/declaration/objectif-3");
            Candidatures.cocher(chez, "d1_o3");
            Depots.deposer(chez, "preuves_d1_o3", PiecesDuParcours.pdf("rapport.pdf"));
            finances(chez, dossier);
            chez.aller(dossier + "/declaration/recapitulatif");
            chez.voir("13/13 questions obligatoires répondues");
            chez.controler();
            chez.cliquer("Transmettre votre candidature");
            chez.voir("est transmise");
            lectures(ars, ans, Candidatures.reference(dossier));
            GestesDePaiement.jusquAuSolde(chez, ars, ans, dossier, REFERENTE);
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
            DeuxEcrans.controler(operatrice, "plafonds-importes");
            operatrice.suivreLien("Revenir aux montants plafonds");
            DeuxEcrans.controler(operatrice, "plafonds");
            operatrice.aller("/administration/conteneurs");
            DeuxEcrans.controler(operatrice, "conteneurs-reserve");
        }
    }

    private static void annuaire(Navigateur chez, String dossier) {
        chez.aller(dossier + "/declaration/objectif-1");
        var repondues = 0;
        for (var objectif : List.of("d1_o1_a", "d1_o1_b")) {
            chez.page().locator("#" + objectif).press("Space");
            repondues++;
            chez.voir(repondues + "/13 questions obligatoires répondues");
        }
        Depots.deposer(chez, "recueil_ad", trame(chez, "recueil-annuaires", "recueil.docx"));
        DeuxEcrans.controler(chez, "declaration-objectif-1");

        chez.suivreLien("Télécharger le conteneur ZED");
        var fenetre = chez.page().locator("#conteneur-preuves_d1_o1");
        var motDePasse = fenetre.locator("[data-conteneur-mot-de-passe]");
        assertThat(motDePasse).hasText(java.util.regex.Pattern.compile("[A-Za-z0-9]{20}"));
        DeuxEcrans.controler(chez, "conteneur-identifiants");
        var tu = motDePasse.innerText();
        fenetre.locator("input[name=memorise]").press("Space");
        fenetre.getByText("Activer le téléchargement du conteneur chiffré (.zip)")
                .last()
                .click();
        chez.voir("Le conteneur peut être téléchargé. Ses identifiants ne seront plus montrés.");
        Assertions.assertThat(chez.page().content()).doesNotContain(tu);
        DeuxEcrans.revoir(chez, "conteneur-active");
        rendre(chez, "preuves_d1_o1", tu);
        DeuxEcrans.revoir(chez, "conteneur-depose");
    }

    /** Le même conteneur, un rapport ajouté ; rendu tel qu'il fut remis, il est refusé. */
    private static void rendre(Navigateur chez, String question, String motDePasse) {
        var remis = chez.page()
                .waitForDownload(() -> Depots.espace(chez, question)
                        .getByText("Télécharger le conteneur chiffré (.zip)")
                        .click());
        Assertions.assertThat(remis.suggestedFilename())
                .startsWith("conteneur-")
                .endsWith("-1.zip");
        var accord = chez.page().locator("#accord-" + question);
        if (accord.count() > 0) {
            accord.press("Space");
        }
        chez.page().locator("#" + question + "[type=file]").waitFor();
        Depots.deposer(chez, question, rempli(remis, motDePasse));
    }

    /** Sans script, la fenêtre du conteneur est une page. */
    private static void exposition(Navigateur chez, Navigateur sansScript, String dossier) {
        sansScript.aller(dossier + "/declaration/objectif-2");
        sansScript.suivreLien("Télécharger le conteneur ZED");
        sansScript.cliquer("Afficher les identifiants du conteneur");
        var motDePasse =
                sansScript.page().locator("[data-conteneur-mot-de-passe]").innerText();
        sansScript.cliquer("Activer le téléchargement du conteneur chiffré (.zip)");
        sansScript.voir("Cochez la case une fois les identifiants mémorisés");
        Candidatures.cocher(sansScript, "memorise");
        sansScript.cliquer("Activer le téléchargement du conteneur chiffré (.zip)");
        sansScript.voir("Le conteneur peut être téléchargé.");
        Candidatures.cocher(sansScript, "accord-conteneur");
        sansScript.cliquer("Ouvrir l’espace de dépôt");
        assertThat(sansScript.page().locator("#preuves_d1_o2[type=file]")).isVisible();
        sansScript.controler();

        chez.aller(dossier + "/declaration/objectif-2");
        Candidatures.cocher(chez, "d1_o2_a");
        Candidatures.cocher(chez, "d1_o2_b");
        Depots.choisir(chez, "recueil_exposition", trame(chez, "recueil-exposition", "exposition.docx"));
        rendre(chez, "preuves_d1_o2", motDePasse);
        Depots.recu(chez, "recueil_exposition", "exposition.docx");
    }

    private static void finances(Navigateur chez, String dossier) {
        chez.aller(dossier + "/declaration/finances");
        chez.voir("12 345,67 €");
        chez.taper("montant_demande", "12345,68");
        Candidatures.enregistre(chez);
        assertThat(chez.page().locator("#question-montant_demande")).containsText("dépasse le montant plafond");
        DeuxEcrans.revoir(chez, "declaration-plafond");
        chez.taper("montant_demande", "12345,67");
        assertThat(chez.page().locator("#question-montant_demande")).not().containsText("dépasse le montant");
        Depots.choisir(chez, "trame_financiere", trame(chez, "trame-financiere", "frais.xlsx"));
        Depots.choisir(chez, "synthese_frais", PiecesDuParcours.pdf("synthese.pdf"));
        Depots.recu(chez, "trame_financiere", "frais.xlsx");
        Depots.recu(chez, "synthese_frais", "synthese.pdf");
    }

    private static void lectures(Navigateur ars, Navigateur ans, String reference) {
        ars.aller("/instruction/" + reference + "?etape=declaration");
        var confidentielle = ars.page().locator("#q-preuves_d1_o1");
        assertThat(confidentielle).containsText("1 conteneur confidentiel déposé");
        assertThat(confidentielle.locator("a")).hasCount(0);
        assertThat(ars.page().locator("#q-fait_plafond")).containsText("12 345,67 €");
        DeuxEcrans.controler(ars, "conteneur-vu-de-l-ars");

        ans.aller("/instruction/" + reference + "?etape=declaration");
        assertThat(ans.page().locator("#q-preuves_d1_o1 a.fr-link--download")).hasCount(1);
        DeuxEcrans.revoir(ans, "conteneur-vu-de-l-ans");
        ans.page()
                .locator("#q-preuves_d1_o1")
                .getByText("Identifiants des conteneurs")
                .click();
        ans.voir("Cette lecture est inscrite au registre des accès.");
        DeuxEcrans.controler(ans, "conteneur-identifiants-lus");
    }

    static FilePayload trame(Navigateur chez, String nom, String fichier) {
        var octets = chez.page().request().get("/trames/" + nom).body();
        return new FilePayload(fichier, "application/octet-stream", octets);
    }

    /** Comme 7-Zip : un fichier de plus, sous le même mot de passe. */
    private static FilePayload rempli(Download remis, String motDePasse) {
        var reglages = new ZipParameters();
        reglages.setFileNameInZip("rapport.pdf");
        reglages.setEncryptFiles(true);
        reglages.setEncryptionMethod(EncryptionMethod.AES);
        reglages.setAesKeyStrength(AesKeyStrength.KEY_STRENGTH_256);
        try (var archive = new ZipFile(remis.path().toFile(), motDePasse.toCharArray())) {
            archive.addStream(new ByteArrayInputStream(PiecesDuParcours.pdf("rapport.pdf").buffer), reglages);
            return new FilePayload(remis.suggestedFilename(), "application/zip", Files.readAllBytes(remis.path()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
