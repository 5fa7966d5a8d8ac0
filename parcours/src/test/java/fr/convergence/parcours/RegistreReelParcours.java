package fr.convergence.parcours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Guide eCaRE, « Comment s'inscrire sur la plateforme ? » et « Candidature au domaine 1 », sur le référentiel FINESS réel :
 * un second site en est chargé. Passé, en le disant, là où ce référentiel manque.
 */
final class RegistreReelParcours {

    private static RegistreReel registre;

    @BeforeAll
    static void trouver() {
        var trouve = RegistreReel.trouver();
        assumeTrue(trouve.isPresent(), "le référentiel réel (../shared/data/finess) est absent");
        registre = trouve.get();
    }

    @Test
    @Tag("INS-4")
    @Tag("INS-5")
    @Tag("INS-6")
    @Tag("TDB-2")
    @Tag("FRM-2")
    void le_ght_occ_04_voit_ses_neuf_entites_juridiques_et_candidate() {
        var ght = registre.ght("OCC-04");
        var membres = registre.membres("OCC-04");
        assertThat(ght.get("raison_sociale_support")).isEqualTo("CHU MONTPELLIER");
        assertThat(membres).hasSize(9).contains("340780477");
        candidater("ght.montpellier", "Groupement Hospitalier de Territoire", ght.get("region"), "OCC-04", membres);
    }

    @Test
    @Tag("INS-4")
    @Tag("INS-5")
    @Tag("INS-6")
    @Tag("TDB-2")
    void une_entite_juridique_privee_s_inscrit_et_candidate() {
        var entite = registre.entiteJuridique("EJ_PRIVEE");
        candidater(
                "ej.privee",
                "Entité Juridique Privée",
                entite.get("region"),
                entite.get("finess_ej"),
                registre.entitesGeographiques(entite.get("finess_ej")));
    }

    @Test
    @Tag("INS-4")
    @Tag("INS-5")
    @Tag("INS-6")
    @Tag("TDB-2")
    void une_entite_juridique_publique_hors_ght_s_inscrit_et_candidate() {
        var entite = registre.entiteJuridique("EJ_PUBLIQUE_HORS_GHT");
        candidater(
                "ej.publique",
                "Entité Juridique Publique hors GHT",
                entite.get("region"),
                entite.get("finess_ej"),
                registre.entitesGeographiques(entite.get("finess_ej")));
    }

    /** De la première page d'inscription au formulaire du domaine 1, où l'établissement se retrouve. */
    private static void candidater(String nom, String type, String region, String identifiant, List<String> entites) {
        try (var chez = Navigateur.sur(LeSite.surLeReferentiel(registre.dossier()))) {
            Usagers.informations(chez, nom);
            chez.choisir("type", type);
            chez.choisir("region", region);
            chez.cliquer("Suivant");
            chez.page().locator("input[type=search]").first().fill(identifiant);
            chez.page().keyboard().press("Enter");
            var ligne =
                    chez.page().locator("tr:has-text(\"" + identifiant + "\")").first();
            ligne.waitFor();
            chez.controler();
            ligne.getByText("Sélectionner").click();
            chez.lire("Pour information");
            chez.voir("Source : FINESS et SAE");
            chez.capturer("registre-" + nom);
            assertThat(chez.page().locator("main tbody").innerText()).contains(entites);
            chez.suivreLien("Suivant");
            chez.lire("Merci de valider");
            chez.cliquer("Créer le compte");
            chez.voir("Nous avons bien pris en compte votre inscription");
            Usagers.activer(chez, nom);
            Usagers.connecter(chez, nom);

            var dossier = Candidatures.candidater(chez, Candidatures.DOMAINE_1, identifiant);
            chez.aller(dossier + "/candidature/informations");
            chez.lire("0/22 questions obligatoires");
            chez.capturer("registre-faits-" + nom);
            assertThat(chez.page().locator("main").innerText()).contains(type, region);
        }
    }
}
