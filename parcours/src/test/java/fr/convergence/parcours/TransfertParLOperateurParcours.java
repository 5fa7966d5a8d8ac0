package fr.convergence.parcours;

import static fr.convergence.parcours.Candidatures.DOMAINE_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Le référent est parti : l'opérateur confie sa candidature à un collaborateur, puis défait ce transfert. */
@Tag("TRF-2")
final class TransfertParLOperateurParcours {

    private static final LeSite SITE = LeSite.ouvert();
    private static final String MOT_DE_PASSE = "Quatre-tasses-de-the-2026";
    private static final String SECRET = "4MTAORYCJDP74TFFXBE4NRADYFPFNRHK";
    private static final String EJ = "569000177";

    private static final String PARTI = Usagers.inscrit("loeiza");
    private static final String SUCCESSEUR = Usagers.inscrit("ewen");

    @Test
    void de_la_fiche_du_referent_au_transfert_puis_au_retour() {
        Candidatures.rattacher(SITE, PARTI, "EJ_PRIVEE", EJ);
        Candidatures.rattacher(SITE, SUCCESSEUR, "EJ_PRIVEE", EJ);
        String dossier;
        try (var chez = Navigateur.ouvrir()) {
            Usagers.connecter(chez, PARTI);
            dossier = Candidatures.candidater(chez, DOMAINE_1, EJ);
        }
        try (var chez = Navigateur.ouvrir()) {
            Usagers.connecterEquipe(chez, "nadia.leroy", MOT_DE_PASSE, SECRET);
            chez.aller("/administration/transferts");
            taper(chez, "reference", Candidatures.reference(dossier));
            chez.cliquer("Trouver");
            chez.lire("Nouveau référent");
            capturer(chez, "page");
            chez.cliquer("Confirmer le transfert");
            chez.lire("Dites pourquoi");
            Navigateur.cocher(chez.page().locator("input[name=vers][value='" + compte(SUCCESSEUR) + "']"));
            taper(chez, "motif", "Départ de l’établissement");
            chez.cliquer("Confirmer le transfert");
            chez.lire("La candidature a changé de référent");
            capturer(chez, "fait");
            assertThat(referent(dossier)).isEqualTo(SUCCESSEUR);

            chez.cliquer("Défaire ce transfert");
            chez.lire("La candidature a changé de référent");
            assertThat(referent(dossier)).isEqualTo(PARTI);
        }
        assertThat(SITE.boite().recus(Usagers.courrielDe(SUCCESSEUR)))
                .anyMatch(lettre -> lettre.texte().contains("Départ de l’établissement"))
                .anyMatch(lettre -> lettre.texte().contains("par erreur"));
    }

    private static String compte(String nomUtilisateur) {
        return SITE.base().texte("select id::text from compte where nom_utilisateur = ?", nomUtilisateur);
    }

    private static String referent(String dossier) {
        return SITE.base().texte("""
                select nom_utilisateur from compte join dossier on referent = compte.id where reference = ?
                """, Candidatures.reference(dossier));
    }

    private static void taper(Navigateur chez, String champ, String texte) {
        chez.page().locator("[name='" + champ + "']").click();
        chez.page().keyboard().type(texte, new Keyboard.TypeOptions().setDelay(20));
        chez.page().keyboard().press("Tab");
    }

    private static void capturer(Navigateur chez, String nom) {
        chez.controler();
        chez.capturer("transfert-operateur-" + nom);
        chez.elargir(375);
        chez.controler();
        chez.capturer("transfert-operateur-" + nom + "-telephone");
        chez.elargir(1280);
    }
}
