package fr.convergence.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Un tableau par entité : rempli cellule par cellule, une preuve dans une ligne, transmis, corrigé à la demande d'un
 * vérificateur, transmis de nouveau et comparé ; pour une entité, et pour les neuf d'un groupement.
 */
@Tag("FRM-2")
final class TableauParEntiteParcours {

    private static final String TITRE = "Guichet par entité";
    private static final String REFERENTE = "ines.garcia";
    private static final String SEULE = "119000016";
    private static final List<String> NEUF = List.of(
            "129000014",
            "309000016",
            "349000018",
            "349000059",
            "349000083",
            "349000117",
            "349000141",
            "349000182",
            "489000018");

    private static final String FORMULAIRE = """
            formulaire: par-entite@1
            sections:
              - id: entites
                titre: Vos entités
                questions:
                  - id: entites
                    type: tableau_entites
                    libelle: Entités couvertes
                    aide: Une ligne par entité juridique.
                    obligatoire: true
                    lignes: ej
                    colonnes:
                      - {id: activite, libelle: Activité (séjours), type: nombre, min: 0, obligatoire: true}
                      - {id: couverture, libelle: Plan testé, type: oui_non, obligatoire: true}
                      - {id: preuve, libelle: Preuve, type: piece, formats: [pdf]}
                    totaux: [activite]
                    parts:
                      - {id: part_couverte, libelle: Part de l'activité couverte, de: activite, si: couverture}
            controles:
              - {si: entites.part_couverte < 66, sur: entites, message: Couvrez au moins 66 % de l'activité.}
            """;
    private static final String GUICHET = """
            guichet: PAR-ENTITE
            titre: %s
            programme: Essai
            public: etablissements
            eligibles: [GHT, EJ_PRIVEE]
            etapes:
              - code: candidature
                titre: Saisie
                formulaire: par-entite@1
                fenetre: {candidature: J-1T09:00/J+5T23:59:59, premier_depot_avant: J+5T23:59:59}
                circuit: [ARS]
            """.formatted(TITRE);

    @BeforeAll
    static void publier() {
        TousLesTypes.publier(FORMULAIRE, "par-entite@1", GUICHET, "PAR-ENTITE@1");
    }

    @Test
    void pour_une_seule_entite() {
        try (var chez = Navigateur.ouvrir()) {
            var dossier = candidater(chez, "EJ_PRIVEE", SEULE, "TROIS-MEUNIERS");
            chez.aller(dossier + "/candidature/entites");
            var tardive = retenirLaReponse(chez, SEULE + "/activite");
            taper(chez, SEULE, "activite", "1200");
            chez.page().waitForCondition(() -> tardive.get() != null);
            chez.choisir(SEULE + "/couverture", "Oui");
            assertThat(synthese(chez)).containsText("100 %");
            tardive.get().run();
            chez.page()
                    .waitForCondition(() -> chez.page().locator(".htmx-request").count() == 0);
            assertThat(synthese(chez)).containsText("100 %");
            prouver(chez, SEULE);
            surLesDeuxEcrans(chez, "tableau-entites-une");
            Candidatures.transmettre(chez, dossier);
        }
    }

    @Test
    @Tag("INSTR-2")
    @Tag("INSTR-3")
    void pour_les_neuf_entites_d_un_groupement_corrige_et_compare() {
        try (var chez = Navigateur.ouvrir();
                var ars = Candidatures.verificateurOccitanie()) {
            var dossier = candidater(chez, "GHT", "OCC-71", "OCC-71");
            chez.aller(dossier + "/candidature/entites");
            coller(chez);
            remplir(chez);
            sousLeSeuil(chez);
            prouver(chez, NEUF.getFirst());
            surLesDeuxEcrans(chez, "tableau-entites-neuf");
            Candidatures.transmettre(chez, dossier);

            demander(ars, dossier);
            corriger(chez, dossier);
            comparer(ars, dossier);
        }
    }

    private static String candidater(Navigateur chez, String type, String candidat, String nom) {
        Candidatures.rattacher(chez.site(), REFERENTE, type, candidat);
        Usagers.connecter(chez, REFERENTE, Candidatures.MOT_DE_PASSE);
        return TousLesTypes.candidater(chez, TITRE, nom);
    }

    /** Trois lignes de deux colonnes prises dans un tableur : chacune sa case, et rien bout à bout. */
    private static void coller(Navigateur chez) {
        var activites = chez.page().locator(".cv-tableau--entites tbody input[id$='/activite']");
        var couvertures = chez.page().locator(".cv-tableau--entites tbody select");
        collerDans(activites.first(), "1 200\toui\r\n300\tNon\r\n1 400\tpeut-être\r\n");
        Candidatures.enregistre(chez);
        chez.page().reload();
        assertThat(activites.nth(0)).hasValue(Pattern.compile("1\\s200"));
        assertThat(couvertures.nth(0)).hasValue("oui");
        assertThat(activites.nth(1)).hasValue("300");
        assertThat(couvertures.nth(1)).hasValue("non");
        assertThat(activites.nth(2)).hasValue(Pattern.compile("1\\s400"));
        assertThat(couvertures.nth(2)).hasValue("");
        assertThat(activites.nth(3)).hasValue("");
        collerAuDela(chez, couvertures.last());
    }

    private static void collerDans(Locator champ, String texte) {
        champ.evaluate("""
                (champ, texte) => {
                  const presse = new DataTransfer();
                  presse.setData("text/plain", texte);
                  champ.dispatchEvent(new ClipboardEvent("paste", {clipboardData: presse, bubbles: true, cancelable: true}));
                }""", texte);
    }

    /** Ce qui n'a pas de case, et ce que la liste ne connaît pas, se nomme et reste dit. */
    private static void collerAuDela(Navigateur chez, Locator liste) {
        collerDans(liste, "Non\r\n\"au\nsoir\"\r\n");
        var avis = chez.page().locator("[data-collage]");
        assertThat(avis).containsText("Une case remplie. Une valeur collée n’a pas été reprise");
        assertThat(avis).containsText("« au soir » : au-delà de la dernière ligne");
        Candidatures.enregistre(chez);
        assertThat(avis).isVisible();
        chez.controler();
        assertThat(liste).hasValue("non");
        var adresse = chez.page().url();
        chez.cliquer("Suivant");
        chez.voir("des valeurs collées n’ont pas été reprises");
        Assertions.assertThat(chez.page().url()).isEqualTo(adresse);
        collerDans(liste, "peut-être");
        assertThat(avis).containsText("« peut-être » : sa case ne le propose pas");
        assertThat(liste).hasValue("non");
    }

    private static Locator cellule(Navigateur chez, String entite, String colonne) {
        return chez.page().locator("[id='" + entite + "/" + colonne + "']");
    }

    /** Chaque cellule se tape et s'enregistre sans attendre la précédente, comme on remplit un tableau. */
    private static void remplir(Navigateur chez) {
        for (var entite : NEUF) {
            taper(chez, entite, "activite", "10");
            chez.choisir(entite + "/couverture", NEUF.indexOf(entite) < 5 ? "Oui" : "Non");
        }
        Candidatures.enregistre(chez);
        assertThat(synthese(chez)).containsText("90");
    }

    private static void sousLeSeuil(Navigateur chez) {
        assertThat(synthese(chez)).containsText("55,55 %");
        assertThat(synthese(chez)).containsText("Couvrez au moins 66 % de l’activité.");
        chez.choisir(NEUF.get(5) + "/couverture", "Oui");
        assertThat(synthese(chez)).containsText("66,66 %");
        assertThat(synthese(chez)).not().containsText("Couvrez au moins");
    }

    /** La prochaine réponse du serveur à ce champ, à rendre quand on veut : une autre peut arriver avant elle. */
    private static AtomicReference<Runnable> retenirLaReponse(Navigateur chez, String champ) {
        var retenue = new AtomicReference<Runnable>();
        chez.page().route("**/reponses/" + champ, route -> {
            var lue = route.fetch();
            retenue.set(() -> route.fulfill(new Route.FulfillOptions().setResponse(lue)));
        });
        return retenue;
    }

    private static void prouver(Navigateur chez, String entite) {
        chez.page().locator("[id='" + entite + "/preuve']").setInputFiles(PiecesDuParcours.pdf("attestation.pdf"));
        assertThat(chez.page().locator("[id='question-" + entite + "/preuve'] [data-fichier]"))
                .containsText("attestation.pdf");
    }

    private static void demander(Navigateur ars, String dossier) {
        var reference = Candidatures.reference(dossier);
        ars.aller("/instruction/" + reference);
        assertThat(ars.page().locator("#q-entites")).containsText("attestation.pdf");
        ars.controler();
        ars.aller("/instruction/" + reference + "/candidature/decisions/modification");
        ars.saisir("motif", "L'activité du premier établissement est à revoir.");
        ars.saisir(
                "retour", LocalDate.now(ZoneId.of("Europe/Paris")).plusDays(9).toString());
        ars.page().locator("summary:has-text('Vos entités')").click();
        ars.saisir("correction.entites", "Reprenez l'activité de la première ligne.");
        Candidatures.cocher(ars, "limitee");
        ars.cliquer("Envoyer la demande");
        ars.voir("La demande de modification est envoyée au référent.");
    }

    private static void corriger(Navigateur chez, String dossier) {
        chez.aller(dossier + "/candidature/entites");
        chez.voir("Reprenez l'activité de la première ligne.");
        var envoi = chez.page().waitForRequest("**/reponses/**", () -> taper(chez, NEUF.getFirst(), "activite", "12"));
        Assertions.assertThat(envoi.postData())
                .as("seule la cellule part")
                .contains(NEUF.getFirst() + "%2Factivite=12")
                .doesNotContain("couverture")
                .doesNotContain(NEUF.getLast());
        Candidatures.enregistre(chez);
        assertThat(synthese(chez)).containsText("92");
        Candidatures.transmettre(chez, dossier);
        chez.aller(dossier + "/historique");
        chez.page().locator("main details summary").first().click();
        chez.voir("CH DE SAINT-AUBRAC – Activité (séjours)");
    }

    private static void comparer(Navigateur ars, String dossier) {
        ars.aller("/instruction/" + Candidatures.reference(dossier));
        var tableau = ars.page().locator("#q-entites");
        assertThat(tableau.locator(".cv-changement")).containsText("CH DE SAINT-AUBRAC – Activité (séjours)");
        assertThat(tableau.locator("del").first()).hasText("10");
        assertThat(tableau.locator("ins").first()).hasText("12");
        surLesDeuxEcrans(ars, "tableau-entites-compare");
    }

    private static void taper(Navigateur chez, String entite, String colonne, String texte) {
        var champ = cellule(chez, entite, colonne);
        champ.click();
        champ.press("ControlOrMeta+a");
        champ.pressSequentially(texte, new Locator.PressSequentiallyOptions().setDelay(15));
        champ.press("Tab");
    }

    private static Locator synthese(Navigateur chez) {
        return chez.page().locator("#synthese-entites");
    }

    private static void surLesDeuxEcrans(Navigateur chez, String nom) {
        chez.controler();
        chez.capturer(nom);
        chez.elargir(375);
        chez.controler();
        chez.capturer(nom + "-telephone");
        chez.elargir(1280);
    }
}
