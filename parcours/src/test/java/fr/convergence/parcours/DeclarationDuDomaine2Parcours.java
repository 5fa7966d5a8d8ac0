package fr.convergence.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Guide eCaRE 2025, domaine 2, d'une entité juridique privée à plusieurs entités : de l'accueil à « Payé ». */
@Tag("FRM-5")
final class DeclarationDuDomaine2Parcours {

    private static final String REFERENTE = "ines.garcia";
    private static final String VERIFICATRICE_ANS = "paul.durand";
    private static final List<String> OBJECTIF_1 = List.of("d2_o1_a", "d2_o1_b", "d2_o1_c", "d2_o1_d");

    @Test
    @Tag("FRM-2")
    @Tag("CONV-1")
    @Tag("INSTR-3")
    @Tag("INSTR-6")
    @Tag("DOS-9")
    @Tag("DOS-11")
    @Tag("NOT-4")
    void au_domaine_2_de_l_accueil_au_paiement() {
        try (var chez = Navigateur.ouvrir();
                var ars = Candidatures.verificateurOccitanie();
                var ans = GestesDePaiement.verificateurAns()) {
            Candidatures.rattacher(chez.site(), REFERENTE, "EJ_PRIVEE", "319000014");
            chez.aller("/");
            Usagers.connecter(chez, REFERENTE, Candidatures.MOT_DE_PASSE);
            var dossier = Candidatures.candidater(chez, Candidatures.DOMAINE_2, "CANAL-NEUF");
            var reference = Candidatures.reference(dossier);
            candidature(chez, dossier);
            Candidatures.transmettre(chez, dossier);
            Candidatures.accepter(ars, dossier);
            GestesDeSignature.signer(reference);
            couverture(chez, dossier);
            objectifs(chez, dossier, "objectif-1", OBJECTIF_1);
            objectifs(chez, dossier, "objectif-2", List.of("d2_o2_a", "d2_o2_b"));
            objectifs(chez, dossier, "objectif-3", List.of("d2_o3_a", "d2_o3_b", "d2_o3_c", "d2_o3_d"));
            objectifs(chez, dossier, "objectif-4", List.of("d2_o4"));
            finances(chez, dossier);
            transmettre(chez, dossier);

            choisir(ans, "Un e-mail par jour");
            DeuxEcrans.controler(ans, "vos-notifications");
            GestesDePaiement.deuxDemandes(chez, ars, ans, dossier);
            choisir(ans, "Chaque e-mail aussitôt");
            chez.site()
                    .boite()
                    .attendre(Usagers.courrielDe(VERIFICATRICE_ANS), "(?s)Récapitulatif.*/instruction/" + reference);

            GestesDePaiement.retenirEtPayer(ans, reference, "15 000,00", "5 000,00");
            chez.site().boite().attendre(Usagers.courrielDe(REFERENTE), "10 000,00 € payés.*" + reference);
            chez.aller(dossier);
            chez.lire("Payé");
        }
    }

    /** Toutes les sections sur une page ; les quatre fichiers partent ensemble. */
    private static void candidature(Navigateur chez, String dossier) {
        chez.aller(dossier + "/candidature/ensemble");
        Candidatures.engagement(chez);
        Candidatures.personne(chez, "dsi");
        Candidatures.personne(chez, "rssi");
        chez.saisir("adresse.voie", "12 quai du Canal");
        chez.saisir("adresse.code_postal", "31910");
        chez.saisir("adresse.commune", "Villefranche-la-Neuve");
        Candidatures.signataire(chez);
        Candidatures.banque(chez);
        for (var numero : List.of("p1", "p2", "entites")) {
            chez.cocher("prerequis_" + numero, "valide");
            Depots.choisir(chez, "preuve_" + numero, PiecesDuParcours.pdf(numero + ".pdf"));
        }
        Depots.choisir(chez, "rib", PiecesDuParcours.pdf("rib.pdf"));
        for (var numero : List.of("p1", "p2", "entites")) {
            Depots.recu(chez, "preuve_" + numero, numero + ".pdf");
        }
        Depots.recu(chez, "rib", "rib.pdf");
        Candidatures.enregistre(chez);
    }

    private static void couverture(Navigateur chez, String dossier) {
        chez.aller(dossier + "/declaration/objectif-1");
        for (var ligne : List.of(List.of("319000022", "659"), List.of("319000030", "341"))) {
            chez.taper(ligne.getFirst() + "/activite", ligne.getLast());
            var oui = ligne.getFirst().equals("319000022") ? "Oui" : "Non";
            chez.choisir(ligne.getFirst() + "/couverte_o1c", oui);
            chez.choisir(ligne.getFirst() + "/couverte_o1d", "Oui");
        }
        Candidatures.enregistre(chez);
        var synthese = chez.page().locator("#synthese-couverture");
        assertThat(synthese).containsText("65,9 %");
        assertThat(synthese).containsText("D2.O1.C pèsent moins de 66 %");
        DeuxEcrans.controler(chez, "declaration-66");

        chez.taper("319000022/activite", "663");
        assertThat(synthese).not().containsText("pèsent moins de");
    }

    /** Une attestation et une preuve chacun ; les fichiers partent ensemble. */
    private static void objectifs(Navigateur chez, String dossier, String section, List<String> objectifs) {
        if (!chez.page().url().endsWith(section)) {
            chez.aller(dossier + "/declaration/" + section);
        }
        for (var objectif : objectifs) {
            Candidatures.cocher(chez, objectif);
            Depots.choisir(chez, "preuves_" + objectif, PiecesDuParcours.pdf(objectif + ".pdf"));
        }
        for (var objectif : objectifs) {
            Depots.recu(chez, "preuves_" + objectif, objectif + ".pdf");
        }
        Candidatures.enregistre(chez);
    }

    private static void finances(Navigateur chez, String dossier) {
        chez.aller(dossier + "/declaration/finances");
        chez.voir("n’est pas encore enregistré");
        chez.taper("montant_demande", "20 000,00");
        Depots.choisir(chez, "trame_financiere", DeclarationParcours.trame(chez, "trame-financiere", "frais.xlsx"));
        Depots.choisir(chez, "synthese_frais", PiecesDuParcours.pdf("synthese.pdf"));
        Depots.recu(chez, "trame_financiere", "frais.xlsx");
        Depots.recu(chez, "synthese_frais", "synthese.pdf");
        Candidatures.enregistre(chez);
    }

    private static void transmettre(Navigateur chez, String dossier) {
        chez.aller(dossier + "/declaration/recapitulatif");
        chez.page()
                .getByText(Pattern.compile("(\\d+)/\\1 questions obligatoires"))
                .first()
                .waitFor();
        chez.cliquer("Transmettre votre candidature");
        chez.voir("est transmise");
    }

    /** Par l'étiquette, comme on la lit. */
    private static void choisir(Navigateur equipe, String rythme) {
        equipe.aller("/compte/notifications");
        equipe.page()
                .getByLabel(rythme, new Page.GetByLabelOptions().setExact(false))
                .first()
                .check(new com.microsoft.playwright.Locator.CheckOptions().setForce(true));
        equipe.cliquer("Enregistrer");
        equipe.voir("Votre choix est enregistré.");
    }
}
