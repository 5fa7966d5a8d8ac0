package fr.convergence.parcours;

import static fr.convergence.parcours.Depots.TELEVERSEMENTS;
import static fr.convergence.parcours.Depots.choisir;
import static fr.convergence.parcours.Depots.couperApresUnMorceau;
import static fr.convergence.parcours.Depots.envois;
import static fr.convergence.parcours.Depots.espace;
import static fr.convergence.parcours.Depots.ligne;
import static fr.convergence.parcours.Depots.prerequis;
import static fr.convergence.parcours.Depots.recu;
import static fr.convergence.parcours.Depots.refus;
import static fr.convergence.parcours.Depots.repris;
import static fr.convergence.parcours.Depots.retenirApresUnMorceau;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Guides eCaRE, « Déposer les preuves » : la coupure et la reprise, le même fichier de deux onglets. */
final class EnvoisCoupesParcours {

    private static final String REFERENTE = "ines.garcia";

    @Test
    @Tag("PCE-1")
    void coupe_ou_recharge_un_envoi_reprend_ou_il_s_est_arrete() {
        try (var chez = Navigateur.ouvrir()) {
            var dossier = prerequis(chez, REFERENTE, "EJ_PUBLIQUE_HORS_GHT", "699000014", "DEUX-RIVES");
            var envois = envois(chez);
            couperApresUnMorceau(chez);
            choisir(chez, "preuve_p1", PiecesDuParcours.pdfDe("rapport.pdf", 8_500_000));
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
            choisir(chez, "preuve_p1", PiecesDuParcours.pdfDe("rapport.pdf", 8_500_000));
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
            prerequis(chez, REFERENTE, "EJ_PUBLIQUE_HORS_GHT", "219000015", "BOIS-JOLIET");
            var envois = envois(chez);
            couperApresUnMorceau(chez);
            choisir(chez, "preuve_p2", PiecesDuParcours.pdfDe("rapport.pdf", 8_500_000));
            ligne(chez, "preuve_p2", "rapport.pdf")
                    .getByText("Connexion perdue")
                    .waitFor();
            chez.page().context().setOffline(true);
            chez.page().unroute(TELEVERSEMENTS);
            chez.page().context().setOffline(false);
            recu(chez, "preuve_p2", "rapport.pdf");
            assertThat(repris(envois)).endsWith("8388608").doesNotHaveDuplicates();
            coupeSurLesDerniersOctets(chez);
            finDeSession(chez);

            try (var autre = chez.autreOnglet()) {
                autre.aller(chez.page().url());
                autre.controler();
                choisir(autre, "preuve_entites", PiecesDuParcours.pdf("deux-fois.pdf"));
                choisir(chez, "preuve_entites", PiecesDuParcours.pdf("deux-fois.pdf"));
                recu(autre, "preuve_entites", "deux-fois.pdf");
                recu(chez, "preuve_entites", "deux-fois.pdf");
            }
        }
    }

    /** La session revient dans un autre onglet : ce qu'elle avait arrêté repart. */
    private static void finDeSession(Navigateur chez) {
        var session = chez.page().context().cookies();
        chez.page().context().clearCookies();
        choisir(chez, "preuve_p1", PiecesDuParcours.pdf("tardif.pdf"));
        refus(chez, "preuve_p1", "tardif.pdf", "reconnectez-vous dans un nouvel onglet, l’envoi reprendra");
        var adresse = chez.page().url();
        for (var fois = 0; fois < 2; fois++) {
            chez.cliquer("Suivant");
            chez.voir("tardif.pdf n’est pas déposé");
            assertThat(chez.page().url()).isEqualTo(adresse);
        }
        chez.page().context().addCookies(session);
        try (var ailleurs = chez.autreOnglet()) {
            ailleurs.aller("/tableau-de-bord");
            recu(chez, "preuve_p1", "tardif.pdf");
        }
    }

    /** Le fichier est arrivé, la liste ne peut plus le dire : il reste montré, puis elle se remet seule à jour. */
    private static void coupeSurLesDerniersOctets(Navigateur chez) {
        var liste =
                "**" + espace(chez, "preuve_p2").locator("[data-televersement]").getAttribute("data-fragment");
        chez.page().route(liste, route -> route.abort("connectionreset"));
        choisir(chez, "preuve_p2", PiecesDuParcours.pdf("derniers-octets.pdf"));
        ligne(chez, "preuve_p2", "derniers-octets.pdf").getByText("Envoyé").waitFor();
        chez.page().unroute(liste);
        recu(chez, "preuve_p2", "derniers-octets.pdf");
        assertThat(ligne(chez, "preuve_p2", "derniers-octets.pdf").count()).isZero();
    }

    @Test
    @Tag("PCE-1")
    void le_meme_gros_fichier_envoye_de_deux_onglets_n_arrive_qu_une_fois() throws IOException {
        var lourd = Files.createTempDirectory("parcours").resolve("lourd.pdf");
        Files.write(lourd, PiecesDuParcours.pdfDe("lourd.pdf", 9_500_000).buffer);
        try (var chez = Navigateur.ouvrir()) {
            prerequis(chez, REFERENTE, "EJ_PUBLIQUE_HORS_GHT", "139000012", "ETANG-BLEU");
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
            chez.page().reload();
            assertThat(espace(chez, "preuve_p2").locator("[data-fichier]").count())
                    .as("deux onglets au même instant ne font qu'une pièce")
                    .isOne();
        }
    }
}
