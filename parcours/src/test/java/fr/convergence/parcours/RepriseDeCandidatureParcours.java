package fr.convergence.parcours;

import static fr.convergence.parcours.Candidatures.DOMAINE_2;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Un successeur demande une candidature, son référent refuse, l'opérateur l'accorde sur preuve : elle change de mains. */
@Tag("TRF-3")
final class RepriseDeCandidatureParcours {

    private static final LeSite SITE = LeSite.ouvert();
    private static final String SECRET = "4MTAORYCJDP74TFFXBE4NRADYFPFNRHK";
    private static final String EJ = "759000011";

    private static final String PARTI = Usagers.inscrit("maelle");
    private static final String SUCCESSEUR = Usagers.inscrit("titouan");

    @Test
    void de_la_demande_au_refus_puis_a_la_decision_de_l_operateur() {
        Candidatures.rattacher(SITE, PARTI, "EJ_PRIVEE", EJ);
        Candidatures.rattacher(SITE, SUCCESSEUR, "EJ_PRIVEE", EJ);
        String dossier;
        try (var chez = Navigateur.ouvrir()) {
            Usagers.connecter(chez, PARTI);
            dossier = Candidatures.candidater(chez, DOMAINE_2, EJ);
        }
        demander();
        refuser(dossier);
        accorder(dossier);
        try (var chez = Navigateur.ouvrir()) {
            Usagers.connecter(chez, SUCCESSEUR);
            chez.aller("/compte/reprises");
            chez.lire("Accordée");
            regarder(chez, "accordee");
            chez.suivreLien("Candidature n° " + Candidatures.reference(dossier));
            chez.attendreAdresse(dossier);
        }
        assertThat(SITE.base().texte("""
                select nom_utilisateur from compte join dossier on referent = compte.id where reference = ?
                """, Candidatures.reference(dossier))).isEqualTo(SUCCESSEUR);
        assertThat(SITE.boite().recus(Usagers.courrielDe(PARTI)))
                .anyMatch(lettre -> lettre.texte().contains("Délégation du 2 mars"));
    }

    private static void demander() {
        try (var chez = Navigateur.ouvrir()) {
            Usagers.connecter(chez, SUCCESSEUR);
            chez.aller("/compte/reprises");
            chez.lire("Candidatures de vos établissements tenues par un autre référent");
            regarder(chez, "tenues");
            chez.page()
                    .locator("a[href^='/compte/reprises/nouvelle'][href*='guichet=CARE-D2'][href*='" + EJ + "']")
                    .click();
            chez.lire("Son référent recevra votre nom");
            regarder(chez, "nouvelle");
            chez.taper("message", "Je remplace Maëlle Essai depuis le 1er mars.");
            chez.cliquer("Envoyer la demande");
            chez.lire("Votre demande est envoyée.");
            regarder(chez, "demandee");
        }
    }

    private static void refuser(String dossier) {
        try (var chez = Navigateur.ouvrir()) {
            Usagers.connecter(chez, PARTI);
            chez.aller("/tableau-de-bord");
            chez.lire("On vous demande la candidature n° " + Candidatures.reference(dossier));
            regarder(chez, "recue");
            chez.page().locator("a[href='" + dossier + "/reprise']").click();
            chez.lire("Je remplace Maëlle Essai depuis le 1er mars.");
            regarder(chez, "reponse");
            chez.cliquer("Refuser");
            assertThat(chez.erreur("motif")).contains("Dites pourquoi vous refusez");
            chez.taper("motif", "Je ne connais pas cette personne.");
            chez.cliquer("Refuser");
            chez.lire("Votre refus est enregistré.");
            regarder(chez, "refusee");
        }
    }

    private static void accorder(String dossier) {
        try (var chez = Navigateur.ouvrir()) {
            Usagers.connecterEquipe(chez, "nadia.leroy", Candidatures.MOT_DE_PASSE, SECRET);
            chez.aller("/administration/reprises");
            chez.lire("Reprises demandées");
            regarder(chez, "a-trancher");
            chez.suivreLien(Candidatures.reference(dossier));
            chez.lire("Je ne connais pas cette personne.");
            regarder(chez, "arbitrage");
            chez.taper("motif", "Délégation du 2 mars.");
            chez.page().locator("#fichier").setInputFiles(PiecesDuParcours.pdf("delegation.pdf"));
            chez.cliquer("Joindre");
            chez.lire("La preuve est jointe. Votre décision reste à envoyer.");
            regarder(chez, "jointe");
            assertThat(chez.page().locator("#motif").inputValue()).isEqualTo("Délégation du 2 mars.");
            chez.cocher("decision", "accorder");
            regarder(chez, "decision");
            chez.page().waitForCondition(() -> {
                chez.cliquer("Décider");
                return !chez.page().content().contains("encore en cours d’analyse");
            });
            chez.lire("La candidature a changé de référent.");
            regarder(chez, "tranchee");
        }
    }

    private static void regarder(Navigateur chez, String nom) {
        chez.controler();
        chez.capturer("reprise-" + nom);
        chez.elargir(375);
        chez.controler();
        chez.capturer("reprise-" + nom + "-telephone");
        chez.elargir(1280);
    }
}
