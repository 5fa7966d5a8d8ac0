package fr.convergence.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
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

    private final Base base = LeSite.ouvert().base();

    @Test
    @Tag("INSTR-1")
    @Tag("INSTR-2")
    @Tag("INSTR-3")
    @Tag("DOS-6")
    @Tag("DOS-9")
    @Tag("NOT-1")
    void de_la_liste_a_la_decision() {
        poserUnDossier();
        try (var ars = Navigateur.ouvrir()) {
            Usagers.connecterEquipe(ars, "yann.morvan", MOT_DE_PASSE, SECRET);
            trouver(ars);
            lire(ars);
            demanderUneModification(ars);
            reprendre(ars);
            refuser(ars);
        }
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
        ars.lire("Le courriel qui partira");
        ars.page().evaluate("document.querySelector('#motif').required = false");
        ars.cliquer("Envoyer la demande");
        ars.lire("Une réponse est à corriger");
        ars.saisir("motif", "Le RIB transmis ne correspond pas à l'IBAN.");
        ars.page().locator("summary:has-text('Coordonnées bancaires')").click();
        ars.saisir("correction.iban", "Reprenez celui du RIB");
        ars.cliquer("Actualiser l'aperçu");
        ars.page()
                .locator("section:has-text('Le RIB transmis ne correspond pas')")
                .first()
                .waitFor();
        surLesDeuxEcrans(ars, "instruction-modification");
        ars.cliquer("Envoyer la demande");
        ars.lire("La demande de modification est envoyée au référent.");
        LeSite.ouvert()
                .boite()
                .attendre(Usagers.courrielDe(REFERENTE), "Demande de complément de l'étape .* du dossier " + REFERENCE);
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
        ars.cliquer("Refuser l'étape");
        ars.lire("L'étape est refusée. Le référent est prévenu.");
        ars.suivreLien("Tout l'historique");
        ars.lire("Candidature hors du périmètre.");
        ars.lire("Yann Morvan (ARS)");
        surLesDeuxEcrans(ars, "instruction-historique");
        ars.aller("/instruction/" + REFERENCE + "/candidature/decisions/validation");
        ars.lire("Cette décision n'est pas possible");
    }

    private static void surLesDeuxEcrans(Navigateur ars, String nom) {
        ars.controler();
        ars.capturer(nom);
        ars.page().setViewportSize(375, 740);
        ars.controler();
        ars.capturer(nom + "-telephone");
        ars.page().setViewportSize(1280, 900);
    }

    private void poserUnDossier() {
        var dossier = UUID.randomUUID();
        var etape = UUID.randomUUID();
        base.texte("""
                insert into dossier (id, reference, guichet, guichet_version, candidat_type, candidat, candidat_nom,
                                     region, referent, cree_le)
                select ?, ?, 'CARE-D1', max(version), 'EJ_PUBLIQUE_HORS_GHT', '340780451', 'HÔPITAL DE BRETAGNE (ESSAI)',
                       '53', (select id from compte where nom_utilisateur = ?), now()
                from guichet_version where code = 'CARE-D1'
                returning reference
                """, dossier, REFERENCE, REFERENTE);
        base.texte("""
                insert into dossier_etape (id, dossier, code, rang, circuit, etat, niveau, depuis, transmise_le, version,
                                           guichet, region, candidat_type, tri, recherche)
                values (?, ?, 'candidature', 1, array['ARS'], 'EN_VERIFICATION', 'ARS', now(), now(), 3, 'CARE-D1', '53',
                        'EJ_PUBLIQUE_HORS_GHT', 'hopital de bretagne essai', ' hopital de bretagne essai')
                returning id::text
                """, etape, dossier);
        editer(etape, 1, "Directeur");
        editer(etape, 2, "Directrice adjointe");
    }

    private void editer(UUID etape, int numero, String role) {
        base.texte("""
                insert into candidature_edition (etape, numero, contenu, empreinte, transmise_le, par, cle)
                values (?, ?, ?, 'essai', now(), ?, ?) returning empreinte
                """, etape, numero, """
                {"formulaire":"care-d1-candidature@1","definition":"essai","preuves":{},"reponses":{"role":"%s",
                "iban":"FR7630006000011234567890189","engagement":"oui"}}""".formatted(role), UUID.randomUUID(), UUID.randomUUID());
    }
}
