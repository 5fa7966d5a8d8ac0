package fr.convergence.portail.piece;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.portail.dossier.EtatEtape.Correction;
import fr.convergence.portail.formulaire.Reponses;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.saisie.ReponsesSaisies;
import fr.convergence.portail.tableaudebord.UneReferente;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.contenu.Echantillons;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Ce qu'un retour limité ne rouvre pas ne s'écrit par aucune porte : ni page, ni envoi de fichier, ni fenêtre d'un contact. */
@TestDuPortail
@Tag("INSTR-3")
final class PortesDUnRetourLimiteTest {

    private static final byte[] PDF = Echantillons.pdf();
    private static final String FORMULAIRE = """
            formulaire: essai-portes@1
            sections:
              - id: groupe
                titre: Votre groupe
                questions:
                  - {id: groupe, libelle: Un groupe ?, type: oui_non, obligatoire: true}
                  - id: statuts
                    libelle: Statuts du groupe
                    type: piece
                    formats: [pdf]
                    nombre_max: 3
                    obligatoire: true
                    si: groupe
                  - {id: dsi, libelle: DSI du groupe, type: contact, obligatoire: true, si: groupe}
            """;
    private static final String GUICHET = """
            guichet: ESSAI-PORTES
            titre: Guichet des portes
            programme: CaRE
            public: etablissements
            eligibles: [EJ_PRIVEE]
            contacts: [dsi]
            etapes:
              - code: candidature
                titre: Formulaire de candidature
                formulaire: essai-portes@1
                fenetre: {candidature: J-1T09:00/J+5T23:59:59, premier_depot_avant: J+5T23:59:59}
                circuit: [ARS]
            """;

    @Autowired
    UneReferente referente;

    @Autowired
    Requetes requetes;

    @Autowired
    GuichetsPublies guichets;

    @Autowired
    Dossiers dossiers;

    @Autowired
    ReponsesSaisies reponses;

    @Autowired
    HorlogeDeTest horloge;

    private Depots depots;
    private Connecte claire;
    private Dossier dossier;

    @BeforeEach
    void un_dossier_neuf(@Autowired ApplicationContext portail) {
        guichets.publierFormulaire("essai-portes.yaml", FORMULAIRE);
        guichets.publierGuichet("essai-portes-guichet.yaml", GUICHET);
        depots = Depots.dans(portail);
        claire = referente.connectee();
        dossier =
                dossiers.duReferent(claire, referente.candidate("ESSAI-PORTES")).orElseThrow();
    }

    @Test
    void une_piece_juste_que_la_page_donne_a_lire_ne_se_remplace_ni_ne_se_retire() throws Exception {
        repondre("0", "oui");
        var statuts = depots.depose(claire, dossier, "statuts", "statuts.pdf", PDF);
        assertThat(contact()).hasStatus(303);
        transmettreEtRendre();
        assertThat(page().select("input[type=file], button[name=retirer]")).isEmpty();

        assertThat(depose()).isEqualTo(422);
        assertThat(requetes.envoyer(claire, adresse("/pieces/statuts/" + statuts + "/retrait")))
                .hasStatus(303);
        requetes.envoyer(claire, adresse("/groupe"), "retirer", statuts.toString());

        assertThat(depots.de(dossier, "statuts"))
                .extracting(PieceDeposee::fichier)
                .containsExactly(statuts);
    }

    @Test
    void ce_que_la_correction_fait_paraitre_s_ecrit_par_toutes_et_rien_avant() throws Exception {
        repondre("0", "non");
        transmettreEtRendre();
        assertThat(depose()).as("la page ne la montre pas").isEqualTo(422);

        repondre("1", "oui");

        assertThat(page().select("input[type=file]").eachAttr("id")).containsExactly("statuts");
        assertThat(depose()).isEqualTo(201);
        assertThat(contact()).hasStatus(303);
        assertThat(reponses().valeur("dsi").partie("nom").texte()).isEqualTo("Durand");
    }

    @Test
    void un_fichier_ajoute_ou_il_manquait_se_dit_sans_recharger_la_page() throws Exception {
        repondre("0", "oui");
        depots.depose(claire, dossier, "statuts", "statuts.pdf", PDF);
        assertThat(contact()).hasStatus(303);
        transmettreEtRendre(new Correction("statuts", "illisible"));
        assertThat(page().getElementById("correction-statuts").text()).isEqualTo("À corriger : illisible");

        depots.depose(claire, dossier, "statuts", "lisible.pdf", PDF);

        var completude = Jsoup.parse(
                requetes.lire(claire, adresse("/completude")).getResponse().getContentAsString());
        assertThat(completude
                        .select("#correction-statuts[hx-swap-oob=innerHTML]")
                        .text())
                .isEqualTo("Corrigée : illisible");
    }

    private void repondre(String revision, String groupe) {
        assertThat(requetes.envoyer(claire, adresse("/reponses/groupe"), "r.groupe", revision, "groupe", groupe))
                .hasStatusOk();
    }

    private int depose() {
        return depots.creer(claire, dossier, "statuts", "autre.pdf", PDF.length).getStatus();
    }

    /** Par sa fenêtre, non par la page de l'étape. */
    private MvcTestResult contact() {
        return requetes.envoyer(
                claire,
                "/dossiers/" + dossier.reference() + "/contacts/dsi",
                "version",
                "0",
                "r.dsi",
                String.valueOf(reponses().revision("dsi")),
                "dsi.civilite",
                "MADAME",
                "dsi.nom",
                "Durand",
                "dsi.prenom",
                "Anne",
                "dsi.fonction",
                "DSI",
                "dsi.courriel",
                "anne@chu.example.fr",
                "dsi.telephone",
                "0467336733");
    }

    private void transmettreEtRendre() {
        transmettreEtRendre(new Correction("groupe", "à revoir"));
    }

    private void transmettreEtRendre(Correction correction) {
        depots.transmettre(claire, dossier);
        depots.rendre(
                claire,
                dossier,
                etape -> etape.demanderModification(
                        horloge.instant(),
                        "Vous avez un groupe",
                        List.of(correction),
                        true,
                        horloge.instant().plus(Duration.ofDays(5))));
        horloge.avancer(Duration.ofMinutes(1));
    }

    private Reponses reponses() {
        return reponses.lire(dossier.courante().id());
    }

    private Document page() throws UnsupportedEncodingException {
        return Jsoup.parse(
                requetes.lire(claire, adresse("/groupe")).getResponse().getContentAsString());
    }

    private String adresse(String suite) {
        return Depots.adresse(dossier) + suite;
    }
}
