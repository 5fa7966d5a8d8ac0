package fr.convergence.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Un vérificateur ARS trouve un dossier de sa région, le lit, demande une modification, se reprend, refuse. Le dossier
 * est posé en base, transmis deux fois : le remplir est l'affaire d'un autre parcours.
 */
final class InstructionParcours {

    private static final String MOT_DE_PASSE = "Quatre-tasses-de-the-2026";
    private static final String SECRET = "H4D3D2VBWER6SYQZTDADGCO6354UH7LG";
    private static final String REFERENTE = "ines.garcia";
    private static final String REFERENCE = "QZWXECRVTB";

    private final DossiersPoses poses = new DossiersPoses(LeSite.ouvert().base());

    @Test
    @Tag("INSTR-1")
    @Tag("INSTR-2")
    @Tag("INSTR-3")
    @Tag("DOS-6")
    @Tag("DOS-9")
    @Tag("NOT-1")
    void de_la_liste_a_la_decision() {
        poses.un(REFERENCE, REFERENTE);
        try (var ars = Navigateur.ouvrir()) {
            Usagers.connecterEquipe(ars, "yann.morvan", MOT_DE_PASSE, SECRET);
            trouver(ars);
            lire(ars);
            demanderUneModification(ars);
            reprendre(ars);
            refuser(ars);
        }
    }

    @Test
    @Tag("INSTR-1")
    void la_liste_se_cherche_se_filtre_se_trie_et_se_tourne() {
        poses.trente(REFERENTE);
        try (var ars = Navigateur.ouvrir()) {
            Usagers.connecterEquipe(ars, "yann.morvan", MOT_DE_PASSE, SECRET);
            ars.aller("/instruction?guichet=CARE-D2");
            ars.lire("30 étapes trouvées");
            assertThat(lignes(ars)).hasSize(25).first().asString().contains("CLINIQUE DE LA RADE 01");
            ars.suivreLien("Page suivante");
            ars.page().waitForURL("**apres=**");
            assertThat(lignes(ars)).hasSize(5).last().asString().contains("CLINIQUE DE LA RADE 30");
            ars.controler();
            ars.suivreLien("Page précédente");
            ars.page().waitForURL("**avant=**");
            assertThat(lignes(ars)).hasSize(25);

            ars.page().locator("select[name=taille]").selectOption("50");
            ars.page().waitForURL("**taille=50**");
            assertThat(lignes(ars)).hasSize(30);
            ars.page().locator("thead button").filter(ayant("Établissement")).click();
            ars.page().waitForURL("**tri=nom**");
            assertThat(lignes(ars)).first().asString().contains("CLINIQUE DE LA RADE 01");
            ars.page().locator("thead button").filter(ayant("Établissement")).click();
            ars.page().waitForURL("**tri=-nom**");
            assertThat(lignes(ars)).first().asString().contains("CLINIQUE DE LA RADE 30");

            ars.page().setViewportSize(375, 740);
            ars.choisir("ordre", "Établissement, de A à Z");
            ars.page().waitForURL(adresse -> adresse.contains("ordre=nom") && !adresse.contains("tri="));
            assertThat(lignes(ars)).first().asString().contains("CLINIQUE DE LA RADE 01");
            ars.controler();
            ars.capturer("instruction-liste-telephone");
            ars.page().setViewportSize(1280, 900);

            ars.saisir("q", "rade 17");
            ars.cliquer("Filtrer");
            ars.page().waitForURL("**q=rade**17**");
            assertThat(lignes(ars)).singleElement().asString().contains("CLINIQUE DE LA RADE 17");
            garderLaVue(ars);
            ars.aller("/instruction?q=introuvable");
            ars.lire("Aucun dossier ne répond à ces filtres.");
            ars.capturer("instruction-liste-sans-reponse");
            ars.suivreLien("Effacer les filtres");
            ars.choisir("guichet", "Domaine 2 Stratégie de continuité et de reprise d’activité");
            ars.page().waitForURL("**guichet=CARE-D2**");
            assertThat(lignes(ars)).hasSize(25);
        }
    }

    @Test
    @Tag("INSTR-2")
    @Tag("INSTR-3")
    @Tag("INSTR-4")
    @Tag("DOS-6")
    @Tag("DOS-7")
    @Tag("NOT-1")
    void une_question_a_corriger_revient_corrigee_et_un_seul_des_deux_verificateurs_decide() {
        try (var chez = Navigateur.sansJavaScript();
                var ars = Navigateur.ouvrir();
                var claire = Candidatures.verificateurOccitanie()) {
            Candidatures.rattacher(chez.site(), REFERENTE, "GHT", "BRE-71");
            Usagers.connecter(chez, REFERENTE, MOT_DE_PASSE);
            var dossier = Candidatures.candidater(chez, Candidatures.DOMAINE_1, "BRE-71");
            Candidatures.remplirSansScript(chez, dossier);
            Candidatures.transmettre(chez, dossier);

            Usagers.connecterEquipe(ars, "yann.morvan", MOT_DE_PASSE, SECRET);
            deuxDecisions(ars, dossier);
            corriger(chez, dossier);
            ars.aller("/instruction/" + Candidatures.reference(dossier));
            ars.lire("Ce qui a changé depuis la transmission");
            assertThat(ars.page().locator("#q-iban").innerText())
                    .contains("FR76 3000 6000 0112 3456 7890 189", "FR14 2004 1010 0505 0001 3M02 606");
            Candidatures.accepter(ars, dossier);
            LeSite.ouvert()
                    .boite()
                    .attendre(Usagers.courrielDe(REFERENTE), "accepté.*" + Candidatures.reference(dossier));
            ailleurs(claire, dossier);
        }
    }

    /** Deux onglets ouverts sur le même dossier : la seconde décision est refusée, et dit ce qui s'est passé. */
    private static void garderLaVue(Navigateur ars) {
        ars.page().locator("summary").filter(ayant("Enregistrer cette vue")).click();
        ars.cliquer("Enregistrer la vue");
        ars.lire("Donnez à la vue un nom");
        ars.saisir("nom", "La rade 17");
        ars.cliquer("Enregistrer la vue");
        ars.lire("La vue « La rade 17 » est enregistrée.");
        ars.controler();
        ars.capturer("instruction-vues");
        ars.page().setViewportSize(375, 740);
        ars.controler();
        ars.capturer("instruction-vues-telephone");
        ars.page().setViewportSize(1280, 900);
        ars.aller("/instruction");
        ars.suivreLien("La rade 17");
        ars.page().waitForURL("**q=rade**17**");
        assertThat(lignes(ars)).singleElement().asString().contains("CLINIQUE DE LA RADE 17");
        ars.cliquer("Retirer la vue « La rade 17 »");
        ars.lire("La vue « La rade 17 » est retirée.");
    }

    private static void deuxDecisions(Navigateur ars, String dossier) {
        var decisions = "/instruction/" + Candidatures.reference(dossier) + "/candidature/decisions/";
        ars.aller(decisions + "validation");
        try (var autre = ars.autreOnglet()) {
            autre.aller(decisions + "modification");
            autre.saisir("motif", "L'IBAN n'est pas celui du support.");
            autre.saisir(
                    "retour",
                    LocalDate.now(ZoneId.of("Europe/Paris")).plusDays(9).toString());
            autre.page().locator("summary:has-text('Coordonnées bancaires')").click();
            autre.saisir("correction.iban", "Donnez celui du CHRU.");
            Candidatures.cocher(autre, "limitee");
            autre.cliquer("Envoyer la demande");
            autre.voir("La demande de modification est envoyée au référent.");
        }
        ars.cliquer("Valider l’étape");
        ars.lire("Une décision a déjà été prise par Yann Morvan (ARS)");
        ars.voir("Votre décision n’a pas été enregistrée");
        surLesDeuxEcrans(ars, "instruction-devancee");
        ars.suivreLien("Voir le dossier");
        ars.voir("Seules les questions désignées sont rouvertes.");
    }

    /** Seule la question désignée est rouverte, jusqu'à la date que le vérificateur a fixée. */
    private static void corriger(Navigateur chez, String dossier) {
        LeSite.ouvert()
                .boite()
                .attendre(Usagers.courrielDe(REFERENTE), "modification demandée – " + Candidatures.reference(dossier));
        chez.aller(dossier + "/candidature/recapitulatif");
        chez.lire("Rien n’a changé depuis la demande de modification");
        chez.capturer("rien-n-a-change");
        chez.page().locator("#inchangees a").click();
        chez.attendreAdresse(dossier + "/candidature/banque");
        chez.voir("L'IBAN n'est pas celui du support.");
        chez.voir("Donnez celui du CHRU.");
        assertThat(chez.page().locator("[name=bic], input[type=file]").count()).isZero();
        assertThat(chez.page().locator("main").innerText()).contains("Il reste 9 jours");
        chez.capturer("question-a-corriger");
        chez.saisir("iban", "FR14 2004 1010 0505 0001 3M02 606");
        chez.cliquer("Suivant");
        chez.aller(dossier + "/candidature/recapitulatif");
        chez.voir("Vérifier votre saisie");
        assertThat(chez.page().locator("#inchangees").count()).isZero();
        Candidatures.transmettre(chez, dossier);
    }

    /** Le dossier d'une autre région n'existe pas, ni à lire, ni à chercher, ni à décider. */
    private static void ailleurs(Navigateur claire, String dossier) {
        var reference = Candidatures.reference(dossier);
        claire.aller("/instruction?etat=tous&q=" + reference);
        claire.lire("Aucun dossier ne répond à ces filtres.");
        for (var adresse : List.of("", "/historique", "/candidature/decisions/refus")) {
            assertThat(claire.page()
                            .request()
                            .get("/instruction/" + reference + adresse)
                            .status())
                    .as(adresse)
                    .isEqualTo(404);
        }
        claire.aller("/instruction/" + reference);
        claire.controler();
    }

    private static List<String> lignes(Navigateur ars) {
        return ars.page().locator("tbody tr").allInnerTexts();
    }

    private static Locator.FilterOptions ayant(String texte) {
        return new Locator.FilterOptions().setHasText(texte);
    }

    private static void trouver(Navigateur ars) {
        ars.aller("/instruction");
        ars.lire("Dossiers à instruire");
        ars.saisir("q", "bretagne essai");
        ars.cliquer("Filtrer");
        ars.page().waitForURL("**q=bretagne**");
        ars.lire(REFERENCE);
        surLesDeuxEcrans(ars, "instruction-liste");
        ars.suivreLien(REFERENCE);
        ars.page().waitForURL("**/instruction/" + REFERENCE + "**");
    }

    private static void lire(Navigateur ars) {
        ars.lire("Ce qui a changé depuis la transmission");
        assertThat(ars.page().locator("#q-role del").innerText()).isEqualTo("Directeur");
        surLesDeuxEcrans(ars, "instruction-dossier");
    }

    private void demanderUneModification(Navigateur ars) {
        ars.suivreLien("Demander une modification");
        ars.lire("L’e-mail qui partira");
        ars.page().evaluate("document.querySelector('#motif').required = false");
        ars.cliquer("Envoyer la demande");
        ars.lire("Une réponse est à corriger");
        ars.saisir("motif", "Le RIB transmis ne correspond pas à l'IBAN.");
        ars.page().locator("summary:has-text('Coordonnées bancaires')").click();
        ars.saisir("correction.iban", "Reprenez celui du RIB");
        laToucheEntreeNEnvoieRien(ars);
        ars.cliquer("Actualiser l’aperçu");
        ars.page()
                .locator("section:has-text('Le RIB transmis ne correspond pas')")
                .first()
                .waitFor();
        surLesDeuxEcrans(ars, "instruction-modification");
        ars.cliquer("Envoyer la demande");
        ars.lire("La demande de modification est envoyée au référent.");
        LeSite.ouvert()
                .boite()
                .attendre(
                        Usagers.courrielDe(REFERENTE),
                        "Formulaire de candidature .* : modification demandée – " + REFERENCE);
    }

    /** Sans quoi Entrée dans une ligne ferait revenir la page, ou partir la décision. */
    private static void laToucheEntreeNEnvoieRien(Navigateur ars) {
        ars.page().evaluate("document.addEventListener('submit', () => document.body.dataset.envoye = 'oui', true)");
        ars.page().locator("[name='correction.iban']").press("Enter");
        ars.page().locator("[name=retour]").press("Enter");
        assertThat(ars.page().locator("body").getAttribute("data-envoye")).isNull();
        assertThat(ars.page().locator("[name='correction.iban']").inputValue()).isEqualTo("Reprenez celui du RIB");
    }

    private static void reprendre(Navigateur ars) {
        ars.suivreLien("Reprendre la décision");
        ars.saisir("motif", "Le RIB était le bon.");
        surLesDeuxEcrans(ars, "instruction-reprise");
        ars.cliquer("Reprendre la décision");
        ars.lire("de nouveau à vérifier");
    }

    private static void refuser(Navigateur ars) {
        ars.suivreLien("Refuser");
        ars.saisir("motif", "Candidature hors du périmètre.");
        ars.cliquer("Refuser l’étape");
        ars.lire("L’étape est refusée. Le référent est prévenu.");
        ars.suivreLien("Tout l’historique");
        ars.lire("Candidature hors du périmètre.");
        ars.lire("Yann Morvan (ARS)");
        surLesDeuxEcrans(ars, "instruction-historique");
        ars.aller("/instruction/" + REFERENCE + "/candidature/decisions/validation");
        ars.lire("Cette décision n’est pas possible");
    }

    private static void surLesDeuxEcrans(Navigateur ars, String nom) {
        ars.controler();
        ars.capturer(nom);
        ars.page().setViewportSize(375, 740);
        ars.controler();
        ars.capturer(nom + "-telephone");
        ars.page().setViewportSize(1280, 900);
    }
}
