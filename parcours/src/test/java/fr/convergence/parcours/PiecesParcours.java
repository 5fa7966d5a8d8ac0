package fr.convergence.parcours;

import static fr.convergence.parcours.Candidatures.DOMAINE_1;
import static fr.convergence.parcours.Candidatures.MOT_DE_PASSE;
import static fr.convergence.parcours.Candidatures.reference;
import static fr.convergence.parcours.Depots.choisir;
import static fr.convergence.parcours.Depots.envois;
import static fr.convergence.parcours.Depots.espace;
import static fr.convergence.parcours.Depots.glisser;
import static fr.convergence.parcours.Depots.prerequis;
import static fr.convergence.parcours.Depots.recu;
import static fr.convergence.parcours.Depots.refus;
import static fr.convergence.parcours.Depots.retirer;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Guides eCaRE, « Déposer les preuves » : plusieurs fichiers, les refus, le remplacement, qui lit quoi. */
final class PiecesParcours {

    private static final String REFERENTE = "ines.garcia";
    private static final Pattern LISTE_DU_RIB = Pattern.compile("/pieces/rib(\\?.*)?$");

    @Test
    @Tag("PCE-1")
    @Tag("PCE-2")
    @Tag("PCE-6")
    void plusieurs_fichiers_les_refuses_disent_pourquoi_et_les_autres_passent() {
        try (var chez = Navigateur.ouvrir()) {
            prerequis(chez, REFERENTE, "EJ_PUBLIQUE_HORS_GHT", "809000011", "COTE-AUX-ROSES");
            glisser(chez, "preuve_p1", "pssi.pdf", "annexe.pdf");
            recu(chez, "preuve_p1", "pssi.pdf");
            recu(chez, "preuve_p1", "annexe.pdf");

            choisir(
                    chez,
                    "preuve_p1",
                    PiecesDuParcours.pdf("plan.pdf"),
                    PiecesDuParcours.deguise("programme.pdf"),
                    new FilePayload("vide.pdf", "application/pdf", new byte[0]),
                    new FilePayload("note.exe", "application/octet-stream", new byte[] {'M', 'Z'}));
            recu(chez, "preuve_p1", "plan.pdf");
            refus(chez, "preuve_p1", "vide.pdf", "Ce fichier est vide.");
            refus(chez, "preuve_p1", "note.exe", "Ce format n’est pas admis. Formats autorisés : pdf, docx, zip.");
            refus(chez, "preuve_p1", "programme.pdf", "il contient un programme");
            chez.controler();
            chez.capturer("pieces-refusees");
            retenuUneFois(chez);

            remplacer(chez);
            onzieme(chez);
        }
    }

    @Test
    @Tag("PCE-2")
    void un_octet_de_trop_est_refuse_avant_de_partir() {
        try (var chez = Navigateur.ouvrir()) {
            prerequis(chez, REFERENTE, "EJ_PUBLIQUE_HORS_GHT", "769000019", "HAGUE-AUX-FEES");
            var envois = envois(chez);
            choisir(chez, "preuve_p1", PiecesDuParcours.pdfDe("lourd.pdf", 10_000_001));
            refus(chez, "preuve_p1", "lourd.pdf", "Ce fichier est trop lourd : la limite est de 10 Mo.");
            assertThat(envois).isEmpty();
            choisir(chez, "preuve_p1", PiecesDuParcours.pdfDe("juste.pdf", 10_000_000));
            recu(chez, "preuve_p1", "juste.pdf");
            chez.capturer("piece-de-10-mo");
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
            Depots.deposer(chez, "rib", PiecesDuParcours.pdf("ancien.pdf"));
            choisir(chez, "rib", PiecesDuParcours.pdf("nouveau.pdf"));
            refus(chez, "rib", "nouveau.pdf", "retirez d’abord celui qui s’y trouve");
            chez.controler();
            chez.capturer("rib-deja-la");

            retirer(chez, "rib", "ancien.pdf");
            Depots.deposer(chez, "rib", PiecesDuParcours.pdf("nouveau.pdf"));
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
            assertThat(chez.erreur("rib")).contains("retirez celui qui s’y trouve pour le remplacer");
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

    @Test
    @Tag("PCE-2")
    @Tag("PCE-6")
    void un_fichier_refuse_rend_aussitot_sa_place_et_un_refus_perime_s_efface() {
        try (var chez = Navigateur.ouvrir()) {
            Candidatures.rattacher(chez.site(), REFERENTE, "EJ_PRIVEE", "970490108");
            Usagers.connecter(chez, REFERENTE, MOT_DE_PASSE);
            var dossier = Candidatures.candidater(chez, DOMAINE_1, "FLAMBOYANTS");
            chez.aller(dossier + "/candidature/banque");
            chez.page().locator(".cv-depot--actif").first().waitFor();

            // La liste reste celle de l'instant où l'analyse n'avait rien dit encore.
            chez.page().route(LISTE_DU_RIB, route -> route.fulfill(enAnalyse("scan.pdf")));
            choisir(chez, "rib", PiecesDuParcours.deguise("scan.pdf"));
            espace(chez, "rib").locator("[data-fichier]").waitFor();
            chez.page().waitForCondition(() -> etatDuRib(chez, dossier).equals("REFUSE"));
            chez.page().unroute(LISTE_DU_RIB);

            Depots.deposer(chez, "rib", PiecesDuParcours.pdf("releve.pdf"));
            PlaywrightAssertions.assertThat(espace(chez, "rib").locator(".cv-fichier"))
                    .hasCount(1);

            choisir(chez, "rib", PiecesDuParcours.pdf("second.pdf"));
            refus(chez, "rib", "second.pdf", "retirez d’abord celui qui s’y trouve");
            retirer(chez, "rib", "releve.pdf");
            PlaywrightAssertions.assertThat(espace(chez, "rib").locator(".cv-fichier"))
                    .hasCount(0);
            chez.controler();
        }
    }

    private static Route.FulfillOptions enAnalyse(String nom) {
        return new Route.FulfillOptions().setContentType("text/html").setBody("""
                <ul class="cv-fichiers" hx-get="pieces/rib?vu=analyse" hx-trigger="every 3s" aria-label="Fichiers déposés">
                <li class="cv-fichier" data-fichier="un"><p class="cv-fichier__nom">%s</p>
                <div class="cv-fichier__detail">En cours d’analyse</div></li></ul>
                """.formatted(nom));
    }

    private static String etatDuRib(Navigateur chez, String dossier) {
        return chez.site().base().texte("""
                select max(f.etat) from fichier f join piece p on p.fichier = f.id
                where p.reference = ? and p.question = 'rib'
                """, reference(dossier));
    }

    private static void envoyerSansScript(Navigateur chez, String nom) {
        choisir(chez, "rib", PiecesDuParcours.pdf(nom));
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

    /** Un fichier refusé n'est nulle part ailleurs : « Suivant » le redit avant de passer. */
    private static void retenuUneFois(Navigateur chez) {
        var adresse = chez.page().url();
        chez.cliquer("Suivant");
        chez.voir("ces fichiers ne sont pas déposés, voyez pourquoi sous leur nom : vide.pdf, note.exe");
        assertThat(chez.page().url()).isEqualTo(adresse);
        chez.cliquer("Suivant");
        chez.page().waitForURL(page -> !page.equals(adresse));
        chez.page().navigate(adresse);
    }

    /** Une pièce se retire et se redépose tant que l'étape se remplit. */
    private static void remplacer(Navigateur chez) {
        retirer(chez, "preuve_p1", "annexe.pdf");
        choisir(chez, "preuve_p1", PiecesDuParcours.pdf("annexe.pdf"));
        recu(chez, "preuve_p1", "annexe.pdf");
    }

    private static void onzieme(Navigateur chez) {
        choisir(
                chez,
                "preuve_p1",
                IntStream.rangeClosed(4, 11)
                        .mapToObj(numero -> PiecesDuParcours.pdf("preuve-" + numero + ".pdf"))
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
        assertThat(depot.text()).contains("Cette question ne se modifie plus");
    }
}
