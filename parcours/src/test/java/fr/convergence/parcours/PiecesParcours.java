package fr.convergence.parcours;

import static fr.convergence.parcours.Candidatures.DOMAINE_1;
import static fr.convergence.parcours.Candidatures.DOMAINE_2;
import static fr.convergence.parcours.Candidatures.MOT_DE_PASSE;
import static fr.convergence.parcours.Candidatures.reference;
import static fr.convergence.parcours.Depots.TELEVERSEMENTS;
import static fr.convergence.parcours.Depots.choisir;
import static fr.convergence.parcours.Depots.couperApresUnMorceau;
import static fr.convergence.parcours.Depots.envois;
import static fr.convergence.parcours.Depots.espace;
import static fr.convergence.parcours.Depots.glisser;
import static fr.convergence.parcours.Depots.ligne;
import static fr.convergence.parcours.Depots.nomme;
import static fr.convergence.parcours.Depots.recu;
import static fr.convergence.parcours.Depots.refus;
import static fr.convergence.parcours.Depots.repris;
import static fr.convergence.parcours.Depots.retenirApresUnMorceau;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Guides eCaRE, « Déposer les preuves » : plusieurs fichiers, les refus, la coupure et la reprise, qui lit quoi. */
final class PiecesParcours {

    private static final String REFERENTE = "ines.garcia";

    @Test
    @Tag("PCE-1")
    @Tag("PCE-2")
    @Tag("PCE-6")
    void plusieurs_fichiers_les_refuses_disent_pourquoi_et_les_autres_passent() {
        try (var chez = Navigateur.ouvrir()) {
            prerequis(chez, "EJ_PUBLIQUE_HORS_GHT", "809000011", "COTE-AUX-ROSES");
            glisser(chez, "preuve_p1", "pssi.pdf", "annexe.pdf");
            recu(chez, "preuve_p1", "pssi.pdf");
            recu(chez, "preuve_p1", "annexe.pdf");

            choisir(
                    chez,
                    "preuve_p1",
                    Pieces.pdf("plan.pdf"),
                    Pieces.deguise("programme.pdf"),
                    new FilePayload("vide.pdf", "application/pdf", new byte[0]),
                    new FilePayload("note.exe", "application/octet-stream", new byte[] {'M', 'Z'}));
            recu(chez, "preuve_p1", "plan.pdf");
            refus(chez, "preuve_p1", "vide.pdf", "Ce fichier est vide.");
            refus(chez, "preuve_p1", "note.exe", "Ce format n’est pas admis. Formats autorisés : pdf, docx, zip.");
            refus(chez, "preuve_p1", "programme.pdf", "il contient un programme");
            chez.controler();
            chez.capturer("pieces-refusees");

            remplacer(chez);
            onzieme(chez);
        }
    }

    @Test
    @Tag("PCE-2")
    void un_octet_de_trop_est_refuse_avant_de_partir() {
        try (var chez = Navigateur.ouvrir()) {
            prerequis(chez, "EJ_PUBLIQUE_HORS_GHT", "769000019", "HAGUE-AUX-FEES");
            var envois = envois(chez);
            choisir(chez, "preuve_p1", Pieces.pdfDe("lourd.pdf", 10_000_001));
            refus(chez, "preuve_p1", "lourd.pdf", "Ce fichier est trop lourd : la limite est de 10 Mo.");
            assertThat(envois).isEmpty();
            choisir(chez, "preuve_p1", Pieces.pdfDe("juste.pdf", 10_000_000));
            recu(chez, "preuve_p1", "juste.pdf");
            chez.capturer("piece-de-10-mo");
        }
    }

    @Test
    @Tag("PCE-1")
    void coupe_ou_recharge_un_envoi_reprend_ou_il_s_est_arrete() {
        try (var chez = Navigateur.ouvrir()) {
            var dossier = prerequis(chez, "EJ_PUBLIQUE_HORS_GHT", "699000014", "DEUX-RIVES");
            var envois = envois(chez);
            couperApresUnMorceau(chez);
            choisir(chez, "preuve_p1", Pieces.pdfDe("rapport.pdf", 8_500_000));
            ligne(chez, "preuve_p1", "rapport.pdf")
                    .getByText("l’envoi reprendra où il s’est arrêté")
                    .waitFor();
            chez.capturer("piece-coupee");

            chez.page().reload();
            ligne(chez, "preuve_p1", "rapport.pdf")
                    .getByText("choisissez de nouveau ce fichier")
                    .waitFor();
            chez.controler();
            chez.capturer("piece-a-reprendre");
            envois.clear();
            chez.page().unroute(TELEVERSEMENTS);
            choisir(chez, "preuve_p1", Pieces.pdfDe("rapport.pdf", 8_500_000));
            recu(chez, "preuve_p1", "rapport.pdf");
            assertThat(repris(envois)).containsExactly("8388608");

            chez.aller(dossier + "/candidature/recapitulatif");
            assertThat(chez.page().locator("main").innerText()).contains("rapport.pdf");
        }
    }

    @Test
    @Tag("PCE-1")
    void une_coupure_du_reseau_en_plein_envoi_se_repare_seule() {
        try (var chez = Navigateur.ouvrir()) {
            prerequis(chez, "EJ_PUBLIQUE_HORS_GHT", "219000015", "BOIS-JOLIET");
            var envois = envois(chez);
            couperApresUnMorceau(chez);
            choisir(chez, "preuve_p2", Pieces.pdfDe("rapport.pdf", 8_500_000));
            ligne(chez, "preuve_p2", "rapport.pdf")
                    .getByText("Connexion perdue")
                    .waitFor();
            chez.page().context().setOffline(true);
            chez.page().unroute(TELEVERSEMENTS);
            chez.page().context().setOffline(false);
            recu(chez, "preuve_p2", "rapport.pdf");
            assertThat(repris(envois)).endsWith("8388608").doesNotHaveDuplicates();

            try (var autre = chez.autreOnglet()) {
                autre.aller(chez.page().url());
                autre.controler();
                choisir(autre, "preuve_entites", Pieces.pdf("deux-fois.pdf"));
                choisir(chez, "preuve_entites", Pieces.pdf("deux-fois.pdf"));
                recu(autre, "preuve_entites", "deux-fois.pdf");
                recu(chez, "preuve_entites", "deux-fois.pdf");
            }
        }
    }

    @Test
    @Tag("PCE-1")
    void le_meme_gros_fichier_envoye_de_deux_onglets_n_arrive_qu_une_fois() throws IOException {
        var lourd = Files.createTempDirectory("parcours").resolve("lourd.pdf");
        Files.write(lourd, Pieces.pdfDe("lourd.pdf", 9_500_000).buffer);
        try (var chez = Navigateur.ouvrir()) {
            prerequis(chez, "EJ_PUBLIQUE_HORS_GHT", "139000012", "ETANG-BLEU");
            try (var autre = chez.autreOnglet()) {
                autre.aller(chez.page().url());
                autre.page().locator(".cv-depot--actif").first().waitFor();
                var retenus = new ArrayList<Route>();
                retenirApresUnMorceau(chez, retenus);
                chez.page().locator("#preuve_p1").setInputFiles(lourd);
                chez.page().waitForCondition(() -> !retenus.isEmpty());

                autre.page().locator("#preuve_p1").setInputFiles(lourd);
                recu(autre, "preuve_p1", "lourd.pdf");
                chez.page().unroute(TELEVERSEMENTS);
                retenus.forEach(Route::resume);
                recu(chez, "preuve_p1", "lourd.pdf");
            }
            chez.page().reload();
            assertThat(espace(chez, "preuve_p1").locator("[data-fichier]").count())
                    .isOne();
            assertThat(espace(chez, "preuve_p1")
                            .locator("[data-televersement-envois] li")
                            .count())
                    .isZero();

            try (var autre = chez.autreOnglet()) {
                autre.aller(chez.page().url());
                autre.page().locator(".cv-depot--actif").first().waitFor();
                chez.page().locator("#preuve_p2").setInputFiles(lourd);
                autre.page().locator("#preuve_p2").setInputFiles(lourd);
                recu(chez, "preuve_p2", "lourd.pdf");
                recu(autre, "preuve_p2", "lourd.pdf");
            }
        }
    }

    @Test
    @Tag("PCE-2")
    void le_seul_fichier_d_un_espace_se_remplace() {
        String dossier;
        try (var chez = Navigateur.ouvrir()) {
            Candidatures.rattacher(chez.site(), REFERENTE, "EJ_PUBLIQUE_HORS_GHT", "139000012");
            Usagers.connecter(chez, REFERENTE, MOT_DE_PASSE);
            dossier = Candidatures.candidater(chez, DOMAINE_1, "ETANG-BLEU");
            chez.aller(dossier + "/candidature/banque");
            chez.page().locator(".cv-depot--actif").first().waitFor();
            Depots.deposer(chez, "rib", Pieces.pdf("ancien.pdf"));
            choisir(chez, "rib", Pieces.pdf("nouveau.pdf"));
            refus(chez, "rib", "nouveau.pdf", "retirez d’abord celui qui s’y trouve");
            chez.controler();
            chez.capturer("rib-deja-la");

            retirer(chez, "rib", "ancien.pdf");
            Depots.deposer(chez, "rib", Pieces.pdf("nouveau.pdf"));
            PlaywrightAssertions.assertThat(espace(chez, "rib").locator("[data-etat=refuse]"))
                    .hasCount(0);
            chez.page().reload();
            assertThat(espace(chez, "rib").locator("[data-fichier]").allInnerTexts())
                    .singleElement()
                    .asString()
                    .contains("nouveau.pdf");
        }
        try (var chez = Navigateur.sansJavaScript()) {
            Usagers.connecter(chez, REFERENTE, MOT_DE_PASSE);
            chez.aller(dossier + "/candidature/banque");
            envoyerSansScript(chez, "troisieme.pdf");
            assertThat(chez.erreur("rib")).contains("retirez celui qui s'y trouve pour le remplacer");
            chez.page().locator("button[name=retirer]").click();
            chez.voir("Le fichier est retiré");
            envoyerSansScript(chez, "troisieme.pdf");
            chez.voir("Vos fichiers sont arrivés");
            assertThat(espace(chez, "rib").locator("[data-fichier]").allInnerTexts())
                    .singleElement()
                    .asString()
                    .contains("troisieme.pdf");
        }
    }

    private static void envoyerSansScript(Navigateur chez, String nom) {
        choisir(chez, "rib", Pieces.pdf(nom));
        chez.page().locator("button[name=envoyer][value=rib]").click();
    }

    @Test
    @Tag("PCE-5")
    @Tag("PCE-6")
    void une_piece_transmise_ne_bouge_plus_et_seuls_le_referent_et_son_ars_la_lisent() {
        try (var chez = Navigateur.sansJavaScript();
                var etrangere = Navigateur.ouvrir();
                var bretonne = Navigateur.ouvrir();
                var ars = Candidatures.verificateurOccitanie()) {
            Usagers.connecter(chez, REFERENTE, MOT_DE_PASSE);
            var dossier = deposerEnOccitanie(chez);
            var piece = adresseDeLaPiece(dossier);

            assertThat(chez.page().request().get(piece).status()).isEqualTo(200);
            assertThat(chez.page().request().get(piece).headers().get("content-disposition"))
                    .startsWith("attachment");
            assertThat(ars.page().request().get(piece).status()).isEqualTo(200);
            Usagers.connecter(etrangere, "helene.faure", MOT_DE_PASSE);
            Usagers.connecterEquipe(bretonne, "yann.morvan", MOT_DE_PASSE, Candidatures.SECRET_BRETAGNE);
            for (var autre : List.of(etrangere, bretonne)) {
                assertThat(autre.page().request().get(piece).status()).isEqualTo(404);
            }
            try (var inconnu = Navigateur.ouvrir()) {
                inconnu.aller(piece);
                inconnu.attendreAdresse("/connexion");
            }
            immuable(chez, dossier, piece);
        }
    }

    /** Une pièce se retire et se redépose tant que l'étape se remplit. */
    private static void remplacer(Navigateur chez) {
        retirer(chez, "preuve_p1", "annexe.pdf");
        choisir(chez, "preuve_p1", Pieces.pdf("annexe.pdf"));
        recu(chez, "preuve_p1", "annexe.pdf");
    }

    private static void retirer(Navigateur chez, String question, String nom) {
        espace(chez, question)
                .locator("[data-fichier]")
                .filter(nomme(nom))
                .locator("button[name=retirer]")
                .click();
        espace(chez, question)
                .locator("[data-televersement-liste] li")
                .filter(nomme(nom))
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        PlaywrightAssertions.assertThat(espace(chez, question).locator("input[type=file]"))
                .isFocused();
    }

    private static void onzieme(Navigateur chez) {
        choisir(
                chez,
                "preuve_p1",
                IntStream.rangeClosed(4, 11)
                        .mapToObj(numero -> Pieces.pdf("preuve-" + numero + ".pdf"))
                        .toArray(FilePayload[]::new));
        refus(chez, "preuve_p1", "preuve-11.pdf", "10 fichiers au plus sont acceptés ici.");
        recu(chez, "preuve_p1", "preuve-10.pdf");
        chez.capturer("pieces-onzieme");
    }

    private static String deposerEnOccitanie(Navigateur chez) {
        Candidatures.rattacher(chez.site(), REFERENTE, "GHT", "OCC-71");
        var dossier = Candidatures.candidater(chez, DOMAINE_1, "OCC-71");
        Candidatures.remplirSansScript(chez, dossier);
        Candidatures.transmettre(chez, dossier);
        return dossier;
    }

    private static String adresseDeLaPiece(String dossier) {
        return "/pieces/"
                + LeSite.ouvert()
                        .base()
                        .texte(
                                "select fichier from piece where dossier = (select id from dossier where reference = ?)",
                                reference(dossier));
    }

    /** Ni bouton, ni envoi forgé ne change ce qui est transmis. */
    private static void immuable(Navigateur chez, String dossier, String piece) {
        chez.aller(dossier + "/candidature/banque");
        chez.voir("rib.pdf");
        assertThat(chez.page().locator("input[type=file], button[name=retirer]").count())
                .isZero();
        var jeton = chez.page().locator("input[name=_csrf]").first().inputValue();
        chez.page()
                .request()
                .post(
                        dossier + "/candidature" + piece.replace("/pieces/", "/pieces/rib/") + "/retrait",
                        RequestOptions.create().setForm(FormData.create().set("_csrf", jeton)));
        assertThat(chez.page().request().get(piece).status()).isEqualTo(200);
        var depot = chez.page()
                .request()
                .post(
                        dossier + "/candidature/televersements/rib",
                        RequestOptions.create()
                                .setHeader("X-CSRF-TOKEN", jeton)
                                .setHeader("Tus-Resumable", "1.0.0")
                                .setHeader("Upload-Length", "10")
                                .setHeader("Upload-Metadata", "filename cmliLnBkZg=="));
        assertThat(depot.status()).isEqualTo(422);
        assertThat(depot.text()).contains("Cette étape ne se modifie plus");
    }

    /** La page des prérequis d'une candidature au domaine 2, qui a trois espaces de dix fichiers. */
    private static String prerequis(Navigateur chez, String type, String finess, String nom) {
        Candidatures.rattacher(chez.site(), REFERENTE, type, finess);
        Usagers.connecter(chez, REFERENTE, MOT_DE_PASSE);
        var dossier = Candidatures.candidater(chez, DOMAINE_2, nom);
        chez.aller(dossier + "/candidature/prerequis");
        chez.page().locator(".cv-depot--actif").first().waitFor();
        return dossier;
    }
}
