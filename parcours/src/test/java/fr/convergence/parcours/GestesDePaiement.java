package fr.convergence.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.assertj.core.api.Assertions;

/** D'une déclaration transmise à son paiement : l'ARS et l'ANS, chacune avec une demande, puis les montants et les dates. */
final class GestesDePaiement {

    private static final String SECRET_DE_L_ANS = "T6PL42HVMC2I43PM3KHJ75GRZB7K65QH";

    private GestesDePaiement() {}

    static Navigateur verificateurAns() {
        var ans = Navigateur.ouvrir();
        Usagers.connecterEquipe(ans, "paul.durand", Candidatures.MOT_DE_PASSE, SECRET_DE_L_ANS);
        return ans;
    }

    /** @param referente son nom d'utilisateur */
    static void jusquAuSolde(Navigateur chez, Navigateur ars, Navigateur ans, String dossier, String referente) {
        var reference = Candidatures.reference(dossier);
        var boite = chez.site().boite();
        var courriel = Usagers.courrielDe(referente);
        deuxDemandes(chez, ars, ans, dossier);
        chez.aller(dossier);
        chez.voir("Transmis à l’ANS");

        retenir(ans, reference);
        boite.attendre(courriel, "11 500,50 € retenus.*" + reference);
        payer(ans, reference);
        boite.attendre(courriel, "3 500,50 € payés.*" + reference);
        boite.attendre(courriel, "8 000,00 € payés.*" + reference);
        ars.aller("/instruction/" + reference + "?etape=declaration");
        ars.voir("Payé");
        chez.aller(dossier);
        chez.voir("Payé");
        chez.voir("Une facture hors période");
        DeuxEcrans.controler(chez, "paiement-dossier");
        chez.aller("/tableau-de-bord?q=" + reference);
        assertThat(chez.page().locator("tr", new Page.LocatorOptions().setHasText(reference)))
                .containsText("Payé");
        DeuxEcrans.controler(chez, "paiement-tableau-de-bord");
    }

    /** L'ARS puis l'ANS rendent la déclaration, chacune une fois ; elle finit chez l'ANS. */
    static void deuxDemandes(Navigateur chez, Navigateur ars, Navigateur ans, String dossier) {
        var reference = Candidatures.reference(dossier);
        rendre(ars, reference, "Précisez qui a mené l’audit.");
        repondre(chez, dossier, "Audit mené en mars par notre prestataire.");
        chez.voir("est entre les mains de l’ARS");
        valider(ars, reference);
        ars.voir("L’étape est validée et transmise à l’ANS.");
        rendre(ans, reference, "Il manque le nom du prestataire.");
        ars.aller("/instruction/" + reference + "?etape=declaration");
        ars.voir("Il manque le nom du prestataire.");
        repondre(chez, dossier, "Audit mené en mars par Ganymède Audit.");
        chez.voir("est entre les mains de l’Agence du Numérique en Santé");
    }

    /** Moins que demandé, avec une avance ; puis l'avance et le solde, payés. */
    static void retenirEtPayer(Navigateur ans, String reference, String retenu, String avance) {
        ans.aller("/instruction/" + reference + "?etape=declaration");
        ans.suivreLien("Valider");
        ans.saisir("retenu", retenu);
        ans.saisir("avance", avance);
        ans.saisir("motif", "Une prestation hors champ");
        ans.cliquer("Actualiser l’aperçu");
        ans.cliquer("Valider l’étape");
        ans.voir("L’étape est acceptée. Le référent est prévenu.");
        for (var versement : new String[] {"Noter l’avance payée", "Noter le solde payé"}) {
            ans.suivreLien(versement);
            ans.cliquer(versement);
            ans.voir("Le paiement est noté. Le référent est prévenu.");
        }
        ans.voir("Payé");
    }

    private static void rendre(Navigateur verificateur, String reference, String motif) {
        verificateur.aller("/instruction/" + reference + "?etape=declaration");
        verificateur.suivreLien("Demander une modification");
        verificateur.saisir("motif", motif);
        verificateur.cliquer("Envoyer la demande");
        verificateur.voir("La demande de modification est envoyée au référent.");
    }

    private static void repondre(Navigateur chez, String dossier, String precisions) {
        chez.aller(dossier + "/declaration/precisions");
        chez.saisir("precisions", precisions);
        chez.page().keyboard().press("Tab");
        Candidatures.enregistre(chez);
        chez.aller(dossier + "/declaration/recapitulatif");
        chez.cliquer("Transmettre votre candidature");
        chez.voir("est transmise");
    }

    private static void valider(Navigateur verificateur, String reference) {
        verificateur.aller("/instruction/" + reference + "?etape=declaration");
        verificateur.suivreLien("Valider");
        verificateur.cliquer("Valider l’étape");
    }

    /** Un centime de trop, puis un écart sans motif : la page rend tout et dit quoi. */
    private static void retenir(Navigateur ans, String reference) {
        ans.aller("/instruction/" + reference + "?etape=declaration");
        ans.suivreLien("Valider");
        assertThat(ans.page().locator("#retenu")).hasValue("12\u00a0345,67");
        DeuxEcrans.controler(ans, "paiement-decision");
        ans.taper("retenu", "12345,68");
        ans.taper("avance", "3500,50");
        ans.cliquer("Valider l’étape");
        ans.voir("Ce montant dépasse le plafond de l’établissement, 12 345,67 €");
        DeuxEcrans.revoir(ans, "paiement-decision-refusee");
        ans.taper("retenu", "11 500,50");
        ans.cliquer("Valider l’étape");
        ans.voir("Écrivez pourquoi vous retenez moins que demandé.");
        assertThat(ans.page().locator("#avance")).hasValue("3500,50");
        ans.taper("motif", "Une facture hors période");
        ans.cliquer("Valider l’étape");
        ans.voir("L’e-mail n’est plus celui que vous avez lu");
        DeuxEcrans.revoir(ans, "paiement-courriel-a-relire");
        ans.cliquer("Valider l’étape");
        ans.voir("L’étape est acceptée. Le référent est prévenu.");
        DeuxEcrans.revoir(ans, "paiement-a-noter");
    }

    private static void payer(Navigateur ans, String reference) {
        ans.suivreLien("Noter l’avance payée");
        DeuxEcrans.controler(ans, "paiement-avance");
        ans.page()
                .locator("main button[type=submit]")
                .last()
                .click(new Locator.ClickOptions().setClickCount(2).setDelay(30));
        ans.voir("Le paiement est noté. Le référent est prévenu.");
        annuler(ans);
        ans.suivreLien("Noter l’avance payée");
        ans.cliquer("Noter l’avance payée");
        ans.suivreLien("Noter le solde payé");
        ans.cliquer("Noter le solde payé");
        ans.voir("Le paiement est noté. Le référent est prévenu.");
        ans.voir("Payé");
        DeuxEcrans.revoir(ans, "paiement-paye");
        ans.aller("/instruction/" + reference + "/historique");
        var notes = ans.page().getByText("Versement noté");
        Assertions.assertThat(notes.count())
                .as("l’avance deux fois, le solde une")
                .isEqualTo(3);
    }

    private static void annuler(Navigateur ans) {
        ans.suivreLien("Annuler l’avance notée");
        ans.cliquer("Annuler l’avance notée");
        ans.voir("Écrivez pourquoi ce paiement est annulé.");
        DeuxEcrans.controler(ans, "paiement-annulation");
        ans.taper("motif", "Rejet de la banque");
        ans.cliquer("Annuler l’avance notée");
        ans.voir("Le paiement est annulé. Le référent est prévenu.");
    }
}
