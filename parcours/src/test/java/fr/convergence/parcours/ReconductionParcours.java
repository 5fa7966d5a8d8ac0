package fr.convergence.parcours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Une candidature commencée des réponses d'une autre (DOS-12). */
@Tag("DOS-12")
final class ReconductionParcours {

    private static final String REFERENTE = "ines.garcia";
    private static final String CLINIQUE = "119000016";
    private static final String FORMULAIRE = """
            formulaire: %s@1
            sections:
              - id: propos
                titre: Vos réponses
                questions:
                  - {id: role, libelle: Votre rôle, type: texte_court, obligatoire: true}
                  - {id: effectif, libelle: Effectif, type: nombre}
                  - {id: preuve, libelle: Votre preuve, type: piece, formats: [pdf], nombre_max: 2}
            """;
    private static final String GUICHET = """
            guichet: %s
            titre: %s
            programme: Essai
            public: etablissements
            eligibles: [EJ_PRIVEE]
            etapes:
              - code: candidature
                titre: Saisie
                formulaire: %s@1
                fenetre: {candidature: J-1T09:00/J+5T23:59:59, premier_depot_avant: J+5T23:59:59}
                circuit: [ARS]
            """;
    private static final ContainsTextOptions QUINZE_SECONDES = new ContainsTextOptions().setTimeout(15_000);
    private static final String PREMIER = "Guichet d’hier";
    private static final String SECOND = "Guichet d’aujourd’hui";

    @BeforeAll
    static void publier() {
        publier("reprise-hier", "REPRISE-HIER", PREMIER);
        publier("reprise-neuf", "REPRISE-NEUF", SECOND);
    }

    private static void publier(String formulaire, String guichet, String titre) {
        TousLesTypes.publier(
                FORMULAIRE.formatted(formulaire),
                formulaire + "@1",
                GUICHET.formatted(guichet, titre, formulaire),
                guichet + "@1");
    }

    @Test
    void les_reponses_se_reprennent_se_verifient_et_se_transmettent() {
        try (var chez = Navigateur.ouvrir()) {
            Candidatures.rattacher(chez.site(), REFERENTE, "EJ_PRIVEE", CLINIQUE);
            Usagers.connecter(chez, REFERENTE, Candidatures.MOT_DE_PASSE);
            var ancienne = TousLesTypes.candidater(chez, PREMIER, "TROIS-MEUNIERS");
            chez.aller(ancienne + "/candidature/propos");
            chez.saisir("role", "Directrice des systèmes d’information");
            chez.saisir("effectif", "1200");
            chez.page().keyboard().press("Tab");
            Candidatures.enregistre(chez);
            chez.page().locator("[id='preuve']").setInputFiles(PiecesDuParcours.pdf("plan.pdf"));
            assertThat(chez.page().locator("#question-preuve [data-fichier]")).containsText("plan.pdf");
            Candidatures.transmettre(chez, ancienne);

            var neuve = TousLesTypes.candidater(chez, SECOND, "TROIS-MEUNIERS");
            retenirLesCopies(Candidatures.reference(neuve));
            reprendre(chez, neuve, Candidatures.reference(ancienne));
            suivre(chez, neuve);
            verifier(chez, neuve);
            Candidatures.transmettre(chez, neuve);
        }
    }

    private static void reprendre(Navigateur chez, String neuve, String ancienne) {
        chez.aller(neuve + "/reconduction");
        chez.page().getByText(ancienne).click();
        chez.cliquer("Voir ce qui se reprend");
        chez.lire("2 réponses se reprennent");
        chez.page().getByText("plan.pdf").click();
        surLesDeuxEcrans(chez, "reconduction");
        chez.cliquer("Reprendre ces réponses");
        chez.lire("Réponses reprises : 2. Vérifiez chacune avant de transmettre.");
    }

    /** Le fichier est en chemin, comme un plus gros, plus longtemps : la page le dit, puis le voit arriver. */
    private static void suivre(Navigateur chez, String neuve) {
        chez.aller(neuve + "/candidature/propos");
        var preuve = chez.page().locator("#question-preuve");
        assertThat(preuve).containsText("Copie en cours");
        assertThat(chez.page().locator("#zone-completude")).containsText("Copie en cours : Votre preuve");
        surLesDeuxEcrans(chez, "reconduction-copie");
        laisserCopier();
        assertThat(preuve.locator("a[download]")).containsText("plan.pdf", QUINZE_SECONDES);
        assertThat(preuve).not().containsText("Copie en cours");
    }

    private static void retenirLesCopies(String reference) {
        LeSite.ouvert().base().changer("""
                create function retenir_les_copies() returns trigger language plpgsql as $$
                begin
                    return case when exists (
                        select from piece where fichier = new.fichier and reference = '%s') then null else new end;
                end $$
                """.formatted(reference));
        LeSite.ouvert().base().changer("""
                create trigger retenir before update on piece_copie for each row execute function retenir_les_copies()
                """);
    }

    private static void laisserCopier() {
        LeSite.ouvert().base().changer("drop function retenir_les_copies cascade");
        LeSite.ouvert()
                .base()
                .changer("update tache set execution_time = now() where task_name = 'piece-copies' and not picked");
    }

    private static void verifier(Navigateur chez, String neuve) {
        chez.aller(neuve + "/candidature/propos");
        assertThat(chez.page().locator("#question-role")).containsText("À vérifier");
        assertThat(chez.page().locator("#question-preuve [data-fichier]")).containsText("plan.pdf");
        surLesDeuxEcrans(chez, "reconduction-a-verifier");
        chez.saisir("effectif", "1250");
        chez.page().keyboard().press("Tab");
        Candidatures.enregistre(chez);
        assertThat(chez.page().locator("#question-effectif")).not().containsText("À vérifier");
        chez.page().locator("button[name=verifier][value^=section-]").click();
        chez.lire("C’est confirmé.");
        assertThat(chez.page().locator("#question-role")).not().containsText("À vérifier");
        assertThat(chez.page().locator("[name=effectif]")).hasValue(Pattern.compile("1\\s250"));
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
