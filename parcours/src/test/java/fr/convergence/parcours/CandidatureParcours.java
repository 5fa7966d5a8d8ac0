package fr.convergence.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Guide eCaRE, « Candidature au domaine 1 » : le référent candidate et transmet, son ARS demande une modification, il
 * transmet de nouveau, elle accepte.
 */
final class CandidatureParcours {

    private static final String REFERENT = "karim.benali";
    private static final String MOT_DE_PASSE = "Quatre-tasses-de-the-2026";
    private static final String SECRET_ARS = "AFVS4NPKHBM7VB4WVA3U6UZV4MYYG6PD";

    @Test
    @Tag("TDB-1")
    @Tag("TDB-2")
    @Tag("DOS-1")
    @Tag("DOS-4")
    @Tag("DOS-5")
    @Tag("DOS-8")
    @Tag("DOS-11")
    @Tag("PCE-1")
    @Tag("INSTR-1")
    @Tag("INSTR-2")
    @Tag("INSTR-3")
    @Tag("NOT-1")
    void du_premier_clic_a_l_acceptation() {
        try (var chez = Navigateur.ouvrir();
                var ars = Navigateur.ouvrir()) {
            Usagers.connecter(chez, REFERENT, MOT_DE_PASSE);
            chez.controler();
            chez.capturer("tableau-de-bord");
            var dossier = candidater(chez, "Domaine 1 Audits techniques");
            remplir(chez, dossier);
            transmettre(chez, dossier);

            Usagers.connecterEquipe(ars, "claire.martin", MOT_DE_PASSE, SECRET_ARS);
            ars.aller("/instruction");
            ars.controler();
            ars.capturer("liste-de-travail");
            ars.aller("/instruction/" + reference(dossier));
            ars.controler();
            ars.capturer("dossier-instruit");
            decider(ars, dossier, "modification", "Le RIB transmis ne correspond pas à l'IBAN.");

            chez.aller(dossier + "/candidature/banque");
            chez.lire("Le RIB transmis ne correspond pas");
            transmettre(chez, dossier);
            decider(ars, dossier, "validation", "");

            chez.aller(dossier);
            chez.lire("Validé par l'ARS");
            chez.capturer("dossier-valide");
        }
    }

    private static String candidater(Navigateur chez, String domaine) {
        chez.aller("/candidater");
        chez.controler();
        chez.choisir("guichet", domaine);
        chez.page()
                .locator("select[name=etablissement]")
                .selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        chez.cliquer("Valider");
        chez.page().waitForURL("**/dossiers/**");
        return "/dossiers/" + chez.page().url().replaceFirst(".*/dossiers/([A-Z]{10}).*", "$1");
    }

    private static void remplir(Navigateur chez, String dossier) {
        var etape = dossier + "/candidature";
        chez.aller(etape + "/engagement");
        chez.controler();
        chez.capturer("section-engagement");
        cocher(chez, "engagement");
        chez.saisir("role", "Directeur du système d'information");
        cocher(chez, "engagement_contact");
        suivant(chez);
        for (var contact : new String[] {"dsi", "rssi"}) {
            personne(chez, contact);
        }
        suivant(chez);
        chez.cocher("prerequis_ps11", "valide");
        chez.cocher("prerequis_ps12", "valide");
        suivant(chez);
        personne(chez, "signataire");
        chez.saisir("signataire.fonction", "Directrice générale");
        chez.saisir("signataire.telephone", "04 67 00 00 00");
        suivant(chez);
        chez.saisir("iban", "FR76 3000 6000 0112 3456 7890 189");
        chez.saisir("bic", "AGRIFRPP");
        chez.page().locator("#rib").setInputFiles(Pieces.pdf("rib.pdf"));
        chez.page().locator("[data-fichier]:has-text('rib.pdf')").waitFor();
        chez.capturer("section-banque");
        suivant(chez);
    }

    private static void cocher(Navigateur chez, String champ) {
        chez.page()
                .locator("[name='" + champ + "'][type=checkbox]")
                .check(new com.microsoft.playwright.Locator.CheckOptions().setForce(true));
    }

    private static void personne(Navigateur chez, String id) {
        chez.cocher(id + ".civilite", "MADAME");
        chez.saisir(id + ".nom", "Martin");
        chez.saisir(id + ".prenom", "Ève");
        chez.saisir(id + ".courriel", id + "@clinique.example");
    }

    private static void suivant(Navigateur chez) {
        var avant = chez.page().url();
        chez.cliquer("Suivant");
        chez.page().waitForURL(adresse -> !adresse.equals(avant));
        chez.controler();
    }

    private static void transmettre(Navigateur chez, String dossier) {
        chez.aller(dossier + "/candidature/recapitulatif");
        chez.lire("22/22 questions obligatoires");
        chez.capturer("recapitulatif");
        chez.cliquer("Transmettre votre candidature");
        chez.lire("est transmise");
        chez.capturer("accuse");
        LeSite.ouvert().boite().attendre(Usagers.courrielDe(REFERENT), reference(dossier));
    }

    private static void decider(Navigateur ars, String dossier, String nature, String motif) {
        ars.aller("/instruction/" + reference(dossier) + "/candidature/decisions/" + nature);
        ars.controler();
        ars.capturer("decision-" + nature);
        if (!motif.isEmpty()) {
            ars.saisir("motif", motif);
        }
        ars.page().getByRole(AriaRole.MAIN).getByRole(AriaRole.BUTTON).last().click();
        ars.page().waitForURL(adresse -> !adresse.contains("/decisions/"));
        assertThat(ars.page().url()).contains(reference(dossier));
    }

    private static String reference(String dossier) {
        return dossier.substring("/dossiers/".length());
    }
}
