package fr.convergence.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Un tableau de deux cents entités : rempli page après page, quelques cases tapées comme on tape, une preuve dans une ligne,
 * transmis ; une ligne seule rendue, corrigée et comparée.
 */
@Tag("FRM-2")
@Tag("INSTR-3")
final class GrandTableauParcours {

    private static final String TITRE = "Guichet des grands groupes";
    private static final String REFERENTE = "ines.garcia";
    private static final String GROUPE = finess(0);
    private static final List<String> SITES = new ArrayList<>();

    private static final String FORMULAIRE = """
            formulaire: grands-groupes@1
            sections:
              - id: sites
                titre: Vos sites
                questions:
                  - id: sites
                    type: tableau_entites
                    libelle: Sites couverts
                    aide: Une ligne par site.
                    obligatoire: true
                    colonnes:
                      - {id: sejours, libelle: Séjours, type: nombre, min: 0, obligatoire: true}
                      - {id: plan_teste, libelle: Plan testé, type: oui_non, obligatoire: true}
                      - {id: remarque, libelle: Remarque, type: texte_court}
                      - {id: attestation, libelle: Preuve, type: piece, formats: [pdf]}
                    totaux: [sejours]
                    parts:
                      - {id: part_couverte, libelle: Part des séjours couverts, de: sejours, si: plan_teste}
            controles:
              - {si: sites.part_couverte < 66, sur: sites, message: Couvrez au moins 66 % des séjours.}
            """;
    private static final String GUICHET = """
            guichet: GRANDS-GROUPES
            titre: %s
            programme: Essai
            public: etablissements
            eligibles: [EJ_PRIVEE]
            etapes:
              - code: candidature
                titre: Saisie
                formulaire: grands-groupes@1
                fenetre: {candidature: J-1T09:00/J+5T23:59:59, premier_depot_avant: J+5T23:59:59}
                circuit: [ARS]
            """.formatted(TITRE);

    @BeforeAll
    static void preparer() {
        TousLesTypes.publier(FORMULAIRE, "grands-groupes@1", GUICHET, "GRANDS-GROUPES@1");
        inscrire();
    }

    @Test
    void deux_cents_entites_de_la_premiere_case_a_la_comparaison() {
        try (var chez = Navigateur.ouvrir();
                var ars = Candidatures.verificateurOccitanie()) {
            Candidatures.rattacher(chez.site(), REFERENTE, "EJ_PRIVEE", GROUPE);
            Usagers.connecter(chez, REFERENTE, Candidatures.MOT_DE_PASSE);
            var dossier = TousLesTypes.candidater(chez, TITRE, "GROUPE DES DEUX CENTS");
            chez.aller(dossier + "/candidature/sites");
            sixPages(chez);
            prouver(chez);
            dernieresPages(chez);
            Candidatures.transmettre(chez, dossier);

            demander(ars, dossier);
            corriger(chez, dossier);
            comparer(ars, dossier);
        }
    }

    /** Chaque page part par « Suivant », remplie ; le total suit, et la page dit où l'on en est. */
    private static void sixPages(Navigateur chez) {
        assertThat(titre(chez)).containsText("1 à 25 sur 200");
        for (var page = 1; page <= 6; page++) {
            remplir(chez, page <= 3 ? "non" : "oui");
            Candidatures.quitter(chez);
            assertThat(titre(chez)).containsText((page * 25 + 1) + " à");
        }
        assertThat(synthese(chez).locator("dd").first()).hasText("150");
    }

    /** Revenu à la deuxième page par son lien : une preuve dans une ligne. */
    private static void prouver(Navigateur chez) {
        feuillet(chez, "26 à 50").click();
        assertThat(titre(chez)).containsText("26 à 50 sur 200");
        var ligne = SITES.get(30);
        chez.page().locator("[id='" + ligne + "/attestation']").setInputFiles(PiecesDuParcours.pdf("attestation.pdf"));
        assertThat(chez.page().locator("[id='question-" + ligne + "/attestation'] [data-fichier]"))
                .containsText("attestation.pdf");
        surLesDeuxEcrans(chez, "grand-tableau");
        feuillet(chez, "151 à 175").click();
    }

    /** Les deux dernières pages, presque toutes ; trois lignes se tapent, de case en case, sans la souris. */
    private static void dernieresPages(Navigateur chez) {
        assertThat(titre(chez)).containsText("151 à 175");
        remplir(chez, "oui");
        Candidatures.quitter(chez);
        remplir(chez, "oui");
        for (var rang : List.of(197, 198, 199)) {
            vider(chez, SITES.get(rang));
        }
        chez.cliquer("Enregistrer comme brouillon");
        chez.voir("Votre brouillon est enregistré.");
        assertThat(feuillet(chez, "176 à 200")).containsText("3 lignes à compléter");
        champ(chez, SITES.get(197), "sejours").focus();
        for (var rang : List.of(197, 198, 199)) {
            auClavier(chez, SITES.get(rang));
        }
        Candidatures.enregistre(chez);
        assertThat(feuillet(chez, "176 à 200")).not().containsText("à compléter");
        assertThat(synthese(chez).locator("dd").first()).hasText("227");
        assertThat(synthese(chez)).containsText("66,96 %");
        assertThat(synthese(chez)).not().containsText("Couvrez au moins");
    }

    /** De la case des séjours à la suivante, par Tab : le plan, la remarque, la preuve, puis la ligne d'après. */
    private static void auClavier(Navigateur chez, String site) {
        focalise(chez, site + "/sejours");
        chez.page().keyboard().type("10", new Keyboard.TypeOptions().setDelay(20));
        chez.page().keyboard().press("Tab");
        focalise(chez, site + "/plan_teste");
        chez.page().keyboard().type("Oui");
        chez.page().keyboard().press("Tab");
        focalise(chez, site + "/remarque");
        chez.page().keyboard().type("Testé en mars", new Keyboard.TypeOptions().setDelay(10));
        chez.page().keyboard().press("Tab");
        focalise(chez, site + "/attestation");
        chez.page().keyboard().press("Tab");
    }

    private static void demander(Navigateur ars, String dossier) {
        ars.aller("/instruction/" + Candidatures.reference(dossier));
        assertThat(ars.page().locator("#q-sites tbody tr")).hasCount(200);
        assertThat(ars.page().locator("#q-sites")).containsText("attestation.pdf");
        ars.aller("/instruction/" + Candidatures.reference(dossier) + "/candidature/decisions/modification");
        ars.saisir("motif", "Les séjours d'un site sont à revoir.");
        ars.saisir(
                "retour", LocalDate.now(ZoneId.of("Europe/Paris")).plusDays(9).toString());
        ars.page().locator("summary:has-text('Vos sites')").click();
        ars.page().locator("summary:has-text('Une ligne seulement')").click();
        var champ = ars.page().locator("[id='correction." + SITES.get(60) + "/sites']");
        champ.click();
        champ.pressSequentially("Recomptez ses séjours.", new Locator.PressSequentiallyOptions().setDelay(10));
        Candidatures.cocher(ars, "limitee");
        ars.controler();
        ars.cliquer("Envoyer la demande");
        ars.voir("La demande de modification est envoyée au référent.");
    }

    /** Le lien de la demande mène à la page de la ligne, seule rouverte. */
    private static void corriger(Navigateur chez, String dossier) {
        chez.aller(dossier + "/candidature/recapitulatif");
        chez.page().locator(".fr-alert--warning a:has-text('SITE 061')").first().click();
        assertThat(titre(chez)).containsText("51 à 75 sur 200");
        assertThat(chez.page().locator("tr[id='" + SITES.get(60) + "/sites'] .cv-a-corriger"))
                .containsText("Recomptez ses séjours.");
        assertThat(chez.page().locator("table input[name$='/sejours']:not([type=hidden])"))
                .hasCount(1);
        surLesDeuxEcrans(chez, "grand-tableau-ligne");
        var champ = champ(chez, SITES.get(60), "sejours");
        champ.click();
        champ.press("ControlOrMeta+a");
        champ.pressSequentially("3", new Locator.PressSequentiallyOptions().setDelay(20));
        champ.press("Tab");
        Candidatures.enregistre(chez);
        assertThat(synthese(chez).locator("dd").first()).hasText("229");
        Candidatures.transmettre(chez, dossier);
        chez.aller(dossier + "/historique");
        chez.voir("cases du tableau");
    }

    private static void comparer(Navigateur ars, String dossier) {
        ars.aller("/instruction/" + Candidatures.reference(dossier));
        var tableau = ars.page().locator("#q-sites");
        assertThat(tableau.locator(".cv-changement")).containsText("SITE 061 – Séjours");
        assertThat(tableau).containsText("SITE 061 : Recomptez ses séjours.");
        assertThat(tableau.locator("del").first()).hasText("1");
        assertThat(tableau.locator("ins").first()).hasText("3");
    }

    /** Toute la page d'un coup, comme une extension qui recopie un tableur. */
    private static void remplir(Navigateur chez, String plan) {
        chez.page().evaluate("""
                plan => {
                  document.querySelectorAll("table input[name$='/sejours']:not([type=hidden])").forEach(c => c.value = "1");
                  document.querySelectorAll("table select[name$='/plan_teste']").forEach(c => c.value = plan);
                }
                """, plan);
    }

    private static void vider(Navigateur chez, String site) {
        chez.page()
                .evaluate(
                        "site => ['sejours', 'plan_teste'].forEach(c => document.getElementById(site + '/' + c).value = '')",
                        site);
    }

    private static void focalise(Navigateur chez, String id) {
        Assertions.assertThat(chez.page().evaluate("document.activeElement.id")).isEqualTo(id);
    }

    private static Locator titre(Navigateur chez) {
        return chez.page().locator(".cv-tableau--entites caption");
    }

    private static Locator champ(Navigateur chez, String site, String colonne) {
        return chez.page().locator("[id='" + site + "/" + colonne + "']");
    }

    private static Locator feuillet(Navigateur chez, String etendue) {
        return synthese(chez).locator("a:has-text('" + etendue + "')");
    }

    private static Locator synthese(Navigateur chez) {
        return chez.page().locator("#synthese-sites");
    }

    private static void surLesDeuxEcrans(Navigateur chez, String nom) {
        chez.controler();
        chez.capturer(nom);
        chez.elargir(375);
        chez.controler();
        chez.capturer(nom + "-telephone");
        chez.elargir(1280);
    }

    private static void inscrire() {
        var base = LeSite.ouvert().base();
        var importation = UUID.randomUUID();
        base.changer("""
                insert into etablissement_import (id, fichier, commence_le, issue) values (?, 'grand groupe', now(), 'IMPORTE')
                """, importation);
        base.changer("""
                insert into etablissement_ej (finess, raison_sociale, type, commune, region, tri, mots, import_id)
                values (?, 'GROUPE DES DEUX CENTS SITES', 'EJ_PRIVEE', 'AUCH', '76', 'groupe des deux cents sites', ' groupe', ?)
                """, GROUPE, importation);
        for (var rang = 1; rang <= 200; rang++) {
            SITES.add(finess(rang));
            var nom = "SITE %03d".formatted(rang);
            base.changer("""
                    insert into etablissement_eg (finess, finess_ej, raison_sociale, commune, tri, recherche, import_id)
                    values (?, ?, ?, 'AUCH', ?, 'site', ?)
                    """, finess(rang), GROUPE, nom, "site %03d".formatted(rang), importation);
        }
    }

    /** Un numéro de clé juste (Luhn), que la démonstration n'emploie pas. */
    private static String finess(int rang) {
        var debut = "3290%04d".formatted(rang);
        var somme = 0;
        for (var i = 0; i < debut.length(); i++) {
            var chiffre = debut.charAt(debut.length() - 1 - i) - '0';
            var doublee = i % 2 == 0 ? chiffre * 2 : chiffre;
            somme += doublee > 9 ? doublee - 9 : doublee;
        }
        return debut + (10 - somme % 10) % 10;
    }
}
