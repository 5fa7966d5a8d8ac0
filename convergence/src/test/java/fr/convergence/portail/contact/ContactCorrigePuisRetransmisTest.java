package fr.convergence.portail.contact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acte.ActesDEssai;
import fr.convergence.portail.compte.ComptesDeTest;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.portail.dossier.EtatEtape.Correction;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.tableaudebord.CreerDossier;
import fr.convergence.portail.tableaudebord.CreerDossier.Creation;
import fr.convergence.portail.tableaudebord.EtablissementDEssai;
import fr.convergence.portail.tableaudebord.GuichetsDEssai;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Un contact corrigé reste celui que l'on joint, quand une transmission ultérieure redit l'ancien (CTC-1). */
@TestDuPortail
@Tag("CTC-1")
final class ContactCorrigePuisRetransmisTest {

    private static final String NOTE = "Corrigé par le référent le";

    @Autowired
    Requetes requetes;

    @Autowired
    GuichetsPublies guichets;

    @Autowired
    ComptesDeTest comptes;

    @Autowired
    Dossiers dossiers;

    @Autowired
    HorlogeDeTest horloge;

    private Connecte claire;
    private Connecte alice;
    private ReferenceDeDossier reference = ReferenceDeDossier.nouvelle();

    @BeforeEach
    void un_dossier_transmis(@Autowired CreerDossier creer, @Autowired JdbcClient base) {
        GuichetsDEssai.publier(guichets);
        var clinique = EtablissementDEssai.nouveau(base);
        claire = comptes.connecte(comptes.referent(clinique));
        reference = ((Creation.Cree) creer.executer(claire, GuichetsDEssai.OUVERT, clinique)).reference();
        alice = comptes.connecte(
                comptes.ars(dossiers.duReferent(claire, reference).orElseThrow().region()));
        enregistrer("role", Map.of("r.role", "0", "role", "Directrice"));
        enregistrer("dsi", contact("dsi", 0, "Anne", "Durand"));
        enregistrer("rssi", contact("rssi", 0, "Luc", "Moreau"));
        transmettre(1);
    }

    @Test
    void la_correction_survit_a_la_transmission_qui_redit_l_ancien_contact() {
        corriger("rssi", "Zoé", "Petit");
        rendre(new Correction("role", "À préciser"));
        enregistrer("role", Map.of("r.role", "1", "role", "Directrice générale"));

        assertThat(recapitulatif())
                .as("un seul contact, et le bon")
                .contains("Petit", "Corrigé le")
                .doesNotContain("Moreau");
        assertThat(section())
                .as("à côté de la réponse que le formulaire garde")
                .contains("Moreau", "Ce contact a été corrigé le", "Madame Zoé Petit, contact@chu.example.fr");
        transmettre(2);

        assertThat(duVerificateur())
                .contains("Madame Zoé Petit", NOTE)
                .contains("Madame Anne Durand")
                .doesNotContain("Moreau");
        assertThat(duReferent()).contains("Madame Zoé Petit").doesNotContain("Moreau");
    }

    @Test
    void une_correction_faite_pendant_la_demande_survit_aussi() {
        rendre(new Correction("role", "À préciser"));
        corriger("rssi", "Zoé", "Petit");
        enregistrer("role", Map.of("r.role", "1", "role", "Directrice générale"));
        assertThat(recapitulatif()).contains("Petit").doesNotContain("Moreau");
        transmettre(2);

        assertThat(duVerificateur()).contains("Madame Zoé Petit", NOTE).doesNotContain("Moreau");
    }

    /** Un choix fait puis défait n'est pas une autre réponse. */
    @Test
    void la_reponse_remise_comme_elle_etait_laisse_la_correction() {
        corriger("rssi", "Zoé", "Petit");
        rendre(new Correction("rssi", "Qui est-ce ?"));
        enregistrer("rssi", contact("rssi", 1, "Inès", "Blanc"));
        enregistrer("rssi", contact("rssi", 2, "Luc", "Moreau"));

        assertThat(page(claire, etape("/recapitulatif")).text()).contains("Questions corrigées : 0/1");
        assertThat(recapitulatif()).contains("Petit", "Corrigé le").doesNotContain("Blanc");
        transmettre(2);

        assertThat(duVerificateur()).contains("Madame Zoé Petit", NOTE).doesNotContain("Moreau", "Blanc");
        assertThat(duReferent()).contains("Madame Zoé Petit").doesNotContain("Moreau");
    }

    /** « Mis à jour tout de suite » : aussi quand l'étape est rendue et que le formulaire le reçoit. */
    @Test
    void corrige_pendant_un_retour_qui_le_rouvre_il_se_lit_aussitot_et_le_formulaire_le_porte() {
        rendre(new Correction("rssi", "Qui est-ce ?"));
        corriger("rssi", "Zoé", "Petit");

        assertThat(duVerificateur()).contains("Madame Zoé Petit", NOTE).doesNotContain("Moreau");
        assertThat(recapitulatif()).contains("Petit").doesNotContain("Moreau", "Corrigé le");
        transmettre(2);
        assertThat(duVerificateur()).contains("Madame Zoé Petit").doesNotContain("Moreau", NOTE);
    }

    @Test
    void la_reponse_changee_apres_la_correction_l_emporte_quand_elle_est_transmise() {
        corriger("rssi", "Zoé", "Petit");
        rendre(new Correction("rssi", "Qui est-ce ?"));
        enregistrer("rssi", contact("rssi", 1, "Inès", "Blanc"));
        assertThat(duVerificateur())
                .as("ce qui se saisit n'est pas encore transmis")
                .contains("Madame Zoé Petit", NOTE)
                .doesNotContain("Blanc");

        assertThat(recapitulatif()).contains("Blanc").doesNotContain("Petit", "Corrigé le");
        assertThat(section()).doesNotContain("Petit", "a été corrigé");
        transmettre(2);

        assertThat(duVerificateur()).contains("Madame Inès Blanc").doesNotContain("Petit", NOTE);
        assertThat(duReferent()).contains("Madame Inès Blanc").doesNotContain("Petit");
    }

    private void corriger(String question, String prenom, String nom) {
        horloge.avancer(Duration.ofMinutes(1));
        var champs = new HashMap<>(contact(question, 1, prenom, nom));
        champs.put("version", "0");
        assertThat(requetes.envoyer(claire, "/dossiers/" + reference + "/contacts/" + question, champs))
                .hasStatus(303);
    }

    private void enregistrer(String question, Map<String, String> champs) {
        horloge.avancer(Duration.ofMinutes(1));
        assertThat(requetes.envoyer(claire, etape("/reponses/" + question), champs))
                .hasStatusOk();
    }

    private void transmettre(int numero) {
        horloge.avancer(Duration.ofMinutes(1));
        assertThat(requetes.envoyer(
                        claire,
                        etape("/transmissions"),
                        Map.of("_cle", UUID.randomUUID().toString())))
                .hasHeader("Location", etape("/accuses/" + numero));
    }

    private void rendre(Correction correction) {
        horloge.avancer(Duration.ofMinutes(1));
        var dossier = dossiers.duReferent(claire, reference).orElseThrow();
        var avant = dossier.courante();
        var retour = horloge.instant().plus(Duration.ofDays(20));
        var apres = avant.demanderModification(horloge.instant(), "À revoir", List.of(correction), true, retour);
        assertThat(dossiers.passer(dossier, avant, apres, "essai", ActesDEssai.rendue(avant.vers(apres))))
                .isTrue();
    }

    private String duVerificateur() {
        return page(alice, "/instruction/" + reference)
                .select("section[aria-labelledby=contacts]")
                .text();
    }

    private String duReferent() {
        return page(claire, "/dossiers/" + reference).select("main").text();
    }

    /** Réponses relues et carte des contacts. */
    private String recapitulatif() {
        return page(claire, etape("/recapitulatif")).select("main").text();
    }

    private String section() {
        return page(claire, etape("/engagement")).select("form[data-saisie]").text();
    }

    private Document page(Connecte qui, String adresse) {
        return Jsoup.parse(new String(requetes.lire(qui, adresse).getResponse().getContentAsByteArray(), UTF_8));
    }

    private String etape(String suite) {
        return "/dossiers/" + reference + "/candidature" + suite;
    }

    private static Map<String, String> contact(String question, int revision, String prenom, String nom) {
        return Map.of(
                "r." + question,
                String.valueOf(revision),
                question + ".civilite",
                "MADAME",
                question + ".nom",
                nom,
                question + ".prenom",
                prenom,
                question + ".courriel",
                "contact@chu.example.fr");
    }
}
