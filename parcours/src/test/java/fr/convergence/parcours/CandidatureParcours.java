package fr.convergence.parcours;

import static fr.convergence.parcours.Candidatures.DOMAINE_1;
import static fr.convergence.parcours.Candidatures.DOMAINE_2;
import static fr.convergence.parcours.Candidatures.MOT_DE_PASSE;
import static fr.convergence.parcours.Candidatures.reference;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Guides eCaRE, « Candidature au domaine 1 » et « au domaine 2 » : le référent candidate et transmet, son ARS demande
 * une modification ou accepte.
 */
final class CandidatureParcours {

    private static final String REFERENT = "karim.benali";

    @Test
    @Tag("TDB-1")
    @Tag("TDB-2")
    @Tag("TDB-3")
    @Tag("DOS-1")
    @Tag("DOS-4")
    @Tag("DOS-5")
    @Tag("DOS-8")
    @Tag("DOS-11")
    @Tag("FRM-5")
    @Tag("PCE-1")
    @Tag("INSTR-1")
    @Tag("INSTR-2")
    @Tag("INSTR-3")
    @Tag("NOT-1")
    void domaine_1_du_premier_clic_a_l_acceptation() {
        try (var chez = Navigateur.ouvrir();
                var ars = Candidatures.verificateurOccitanie()) {
            Usagers.connecter(chez, REFERENT, MOT_DE_PASSE);
            chez.controler();
            var dossier = Candidatures.candidater(chez, DOMAINE_1, "CLINIQUE DES ARCADES");
            remplirDomaine1(chez, dossier);
            transmettre(chez, dossier, "22/22 questions obligatoires");

            demanderUneModification(ars, dossier);
            chez.aller("/tableau-de-bord");
            chez.lire("Ce qui vous attend");
            chez.aller(dossier + "/candidature/banque");
            chez.lire("Le RIB transmis ne correspond pas");
            transmettre(chez, dossier, "22/22 questions obligatoires");
            Candidatures.accepter(ars, dossier);

            chez.aller(dossier);
            chez.lire("Convention à signer");
            chez.capturer("dossier-valide");
        }
    }

    @Test
    @Tag("TDB-2")
    @Tag("DOS-4")
    @Tag("DOS-5")
    @Tag("DOS-5b")
    @Tag("DOS-8")
    @Tag("DOS-9")
    @Tag("FRM-3")
    @Tag("FRM-5")
    @Tag("CTC-1")
    @Tag("NOT-1")
    void domaine_2_d_une_entite_juridique_privee_qui_appartient_a_un_groupe() {
        try (var chez = Navigateur.ouvrir();
                var ars = Candidatures.verificateurOccitanie()) {
            Usagers.connecter(chez, REFERENT, MOT_DE_PASSE);
            var dossier = Candidatures.candidater(chez, DOMAINE_2, "CLINIQUE DES ARCADES");
            dejaCandidat(chez, dossier);
            remplirDomaine2(chez, dossier);
            var cle = transmettre(chez, dossier, "30/30 questions obligatoires");
            accuse(chez, dossier);
            deuxFois(chez, dossier, cle);
            contact(chez, dossier);
            historique(chez, dossier);
            LeSite.ouvert().boite().attendre(Usagers.courrielDe("claire.martin"), reference(dossier));

            Candidatures.accepter(ars, dossier);
            LeSite.ouvert().boite().attendre(Usagers.courrielDe(REFERENT), "(?s)accepté.*" + reference(dossier));
            chez.aller("/tableau-de-bord");
            chez.lire("Convention à signer");
        }
    }

    private static void remplirDomaine1(Navigateur chez, String dossier) {
        chez.aller(dossier + "/candidature/engagement");
        chez.controler();
        Candidatures.engagement(chez);
        Candidatures.quitter(chez);
        for (var contact : new String[] {"dsi", "rssi"}) {
            Candidatures.personne(chez, contact);
        }
        Candidatures.quitter(chez);
        chez.cocher("prerequis_ps11", "valide");
        chez.cocher("prerequis_ps12", "valide");
        Candidatures.suivant(chez);
        Candidatures.signataire(chez);
        Candidatures.quitter(chez);
        Candidatures.banque(chez);
        Depots.deposer(chez, "rib", PiecesDuParcours.pdf("rib.pdf"));
        chez.capturer("section-banque");
        Candidatures.quitter(chez);
    }

    /** De l'étape, l'usager arrive à la première section à finir ; la carte de complétude le mène aux questions. */
    private static void remplirDomaine2(Navigateur chez, String dossier) {
        chez.aller(dossier + "/candidature");
        chez.lire("0/29 questions obligatoires");
        chez.attendreAdresse(dossier + "/candidature/engagement");
        Candidatures.engagement(chez);
        chez.voir("3/29 questions obligatoires");
        Candidatures.enregistre(chez);

        chez.page().locator("#completude a[href$='#dsi.nom']").click();
        chez.attendreAdresse(dossier + "/candidature/contacts");
        Candidatures.personne(chez, "dsi");
        Candidatures.personne(chez, "rssi");
        Candidatures.suivant(chez);
        groupe(chez);
        Candidatures.suivant(chez);
        prerequis(chez);
        Candidatures.suivant(chez);
        Candidatures.signataire(chez);
        Candidatures.quitter(chez);
        incomplete(chez, dossier);
        Candidatures.banque(chez);
        Depots.deposer(chez, "rib", PiecesDuParcours.pdf("rib.pdf"));
        Candidatures.suivant(chez);
    }

    /** Le nom du groupe ne se demande qu'à qui en a un. */
    private static void groupe(Navigateur chez) {
        chez.saisir("adresse.voie", "60 rue de la République");
        chez.saisir("adresse.code_postal", "34910");
        chez.saisir("adresse.commune", "Valbrune");
        assertThat(chez.page().locator("[name=groupe]").count()).isZero();
        chez.voir("/29 questions obligatoires");
        Candidatures.cocher(chez, "appartient_groupe");
        chez.page().locator("[name=groupe]").waitFor();
        chez.voir("/30 questions obligatoires");
        chez.saisir("groupe", "Cliniques du Midi");
        chez.capturer("section-groupe");
    }

    private static void prerequis(Navigateur chez) {
        for (var numero : new String[] {"p1", "p2", "entites"}) {
            chez.cocher("prerequis_" + numero, "valide");
            chez.page().locator("#preuve_" + numero).setInputFiles(PiecesDuParcours.pdf(numero + ".pdf"));
        }
        for (var numero : new String[] {"p1", "p2", "entites"}) {
            Depots.recu(chez, "preuve_" + numero, numero + ".pdf");
        }
        chez.capturer("section-prerequis");
    }

    /** Le récapitulatif d'un dossier inachevé dit ce qui manque, ne part pas, et ramène à la question. */
    private static void incomplete(Navigateur chez, String dossier) {
        chez.aller(dossier + "/candidature/recapitulatif");
        chez.lire("27/30 questions obligatoires");
        chez.cliquer("Transmettre votre candidature");
        chez.lire("Votre candidature n’est pas transmise");
        chez.capturer("recapitulatif-incomplet");
        assertThat(chez.page().locator("#completude li").allInnerTexts()).containsExactly("IBAN", "BIC", "Fichier RIB");
        chez.page().locator("#completude a[href$='#iban']").click();
        chez.attendreAdresse(dossier + "/candidature/banque");
    }

    /** Passé le temps d'un double envoi, une seconde candidature est refusée et mène à la première. */
    private static void dejaCandidat(Navigateur chez, String dossier) {
        chez.site()
                .base()
                .changer(
                        "update dossier set cree_le = cree_le - interval '1 hour' where reference = ?",
                        reference(dossier));
        chez.aller("/candidater");
        chez.choisir("guichet", DOMAINE_2);
        chez.page()
                .locator("select[name=etablissement]")
                .selectOption(chez.page()
                        .locator("select[name=etablissement] option:has-text('ARCADES')")
                        .getAttribute("value"));
        chez.cliquer("Valider");
        chez.lire("Cet établissement a déjà une candidature à ce domaine, la n° " + reference(dossier) + ".");
        chez.suivreLien("Ouvrir la candidature existante");
        chez.attendreAdresse(dossier);
    }

    /** Rend la clé du formulaire qui a transmis. */
    private static String transmettre(Navigateur chez, String dossier, String compte) {
        chez.aller(dossier + "/candidature/recapitulatif");
        chez.lire(compte);
        chez.capturer("recapitulatif");
        var cle = chez.page()
                .locator("form[action$='/transmissions'] input[name=_cle]")
                .inputValue();
        chez.cliquer("Transmettre votre candidature");
        chez.lire("est transmise");
        LeSite.ouvert().boite().attendre(Usagers.courrielDe(REFERENT), reference(dossier));
        return cle;
    }

    private static void accuse(Navigateur chez, String dossier) {
        chez.capturer("accuse");
        var recu = chez.page().waitForDownload(() -> chez.suivreLien("Télécharger l’accusé (PDF)"));
        try (var pdf = Loader.loadPDF(recu.path().toFile())) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains(reference(dossier), "CLINIQUE DES ARCADES", "rib.pdf", "p1.pdf");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** La même transmission renvoyée, et une autre depuis une page restée ouverte, n'en font pas une de plus. */
    private static void deuxFois(Navigateur chez, String dossier, String cle) {
        var base = LeSite.ouvert().base();
        var edition = "select %s from saisie_edition c join dossier_etape e on e.id = c.etape join dossier d"
                + " on d.id = e.dossier where d.reference = ?";
        var jeton = chez.page().locator("input[name=_csrf]").first().inputValue();
        var encore = chez.page()
                .request()
                .post(
                        dossier + "/candidature/transmissions",
                        RequestOptions.create()
                                .setForm(FormData.create().set("_csrf", jeton).set("_cle", cle)));
        assertThat(encore.url()).endsWith("/accuses/1");
        assertThat(base.texte(edition.formatted("count(*)"), reference(dossier)))
                .isEqualTo("1");
    }

    /** Corriger un contact après la transmission se trace, et ne touche pas à ce qui est transmis. */
    private static void contact(Navigateur chez, String dossier) {
        chez.aller(dossier);
        chez.suivreLien("Modifier les contacts");
        var fenetre = chez.page().locator("dialog#contacts-fenetre");
        fenetre.getByText("signataire@clinique.example").waitFor();
        chez.controler();
        chez.capturer("contacts-fenetre");
        fenetre.getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions()
                                .setName("Modifier le contact DSI")
                                .setExact(true))
                .click();
        chez.lire("Mise à jour du contact");
        chez.saisir("dsi.courriel", "pas une adresse");
        chez.cliquer("Enregistrer");
        chez.lire("Une réponse est à corriger");
        assertThat(chez.page().locator("[name='dsi.courriel']").inputValue()).isEqualTo("pas une adresse");
        chez.saisir("dsi.nom", "Durand");
        chez.saisir("dsi.courriel", "durand@clinique.example");
        chez.cliquer("Enregistrer");
        chez.lire("est mis à jour.");
        chez.aller(dossier);
        chez.voir("durand@clinique.example");
        chez.aller(dossier + "/candidature/recapitulatif");
        assertThat(String.join("\n", chez.page().locator(".cv-relecture").allInnerTexts()))
                .contains("durand@clinique.example", "le formulaire garde l’ancienne réponse")
                .doesNotContain("dsi@clinique.example");
    }

    private static void historique(Navigateur chez, String dossier) {
        chez.aller(dossier);
        chez.suivreLien("Voir l’historique");
        chez.lire("Étape transmise");
        chez.voir("Contact modifié");
        chez.voir("Dossier créé");
        chez.capturer("historique");
        chez.lire("Voir ce qui a changé");
        assertThat(chez.page().locator("main").textContent()).contains("Cliniques du Midi");
    }

    private static void demanderUneModification(Navigateur ars, String dossier) {
        ars.aller("/instruction/" + reference(dossier));
        ars.controler();
        ars.suivreLien("Demander une modification");
        ars.saisir("motif", "Le RIB transmis ne correspond pas à l'IBAN.");
        ars.cliquer("Envoyer la demande");
        ars.voir("La demande de modification est envoyée au référent.");
    }
}
