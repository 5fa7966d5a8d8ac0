package fr.convergence.portail.reconduction;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.piece.LesCopies;
import fr.convergence.portail.tableaudebord.UneReferente;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.base.Sha256;
import fr.convergence.socle.depot.DepotObjets;
import fr.convergence.socle.fichier.Analyse;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.page.Cadre;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Les preuves reprises d'une ancienne candidature se copient en fond, et la page dit où en est chacune (DOS-12). */
@TestDuPortail
@Tag("DOS-12")
final class CopieDesPreuvesTest {

    private static final String FORMULAIRE = """
            formulaire: %s@1
            sections:
              - id: preuves
                titre: Vos preuves
                questions:
                  - {id: preuve, libelle: Votre preuve, type: piece, formats: [pdf], nombre_max: %d%s}
            """;

    @Autowired
    UneReferente referente;

    @Autowired
    UneReconduction reconduction;

    @Autowired
    ReconduireReponses reconduire;

    @Autowired
    LesCopies copies;

    @Autowired
    Requetes requetes;

    @Autowired
    Analyse analyse;

    @Autowired
    DepotObjets depot;

    @Autowired
    HorlogeDeTest horloge;

    @Autowired
    JdbcClient base;

    private String ancienne;
    private String neuve;

    @BeforeEach
    void une_ancienne_candidature_et_sa_preuve() {
        publier("COPIE-AVANT", 3, "");
        publier("COPIE-APRES", 1, ", obligatoire: true");
        publier("COPIE-DEUX", 2, "");
        ancienne = referente.candidate("COPIE-AVANT").valeur();
        reconduction.deposer(referente.connectee(), ancienne, "plan.pdf");
        analyse.analyserLot();
        neuve = referente.candidate("COPIE-APRES").valeur();
    }

    @AfterEach
    void remettre_l_heure() {
        horloge.remettre();
    }

    @Test
    void un_fichier_se_copie_en_fond_et_l_etape_ne_se_transmet_pas_sans_lui() throws Exception {
        reprendre();

        assertThat(preuve().text()).contains("plan.pdf", "Copie en cours", "ne se transmet pas sans lui");
        assertThat(preuve().select("[hx-get]")).as("la page le suit").hasSize(1);
        assertThat(page("/preuves").select("#zone-completude").text()).contains("Copie en cours : Votre preuve");
        var refusee = transmettre();
        assertThat(refusee)
                .hasStatus(422)
                .bodyText()
                .contains("arrivent encore de votre ancienne candidature : plan.pdf");
        assertThat(page("/recapitulatif").select("main").text()).contains("plan.pdf", "Copie en cours");

        copies.finir();
        assertThat(preuve().text()).contains("En cours d’analyse").doesNotContain("Copie en cours");
        analyse.analyserLot();

        assertThat(contenus()).containsExactly(empreinte("plan.pdf"));
        assertThat(preuve().select("[hx-get]")).isEmpty();
        assertThat(transmettre()).hasStatus(303);
    }

    @Test
    void deux_demandes_ne_le_copient_qu_une_fois() throws Exception {
        neuve = referente.candidate("COPIE-DEUX").valeur();
        var choisie = proposee();
        var cle = UUID.randomUUID().toString();
        for (var fois = 0; fois < 2; fois++) {
            assertThat(reprendre(choisie, cle)).hasStatus(303);
        }
        assertThat(reprendre(choisie, UUID.randomUUID().toString()))
                .as("un autre onglet")
                .hasStatus(303);
        assertThat(enFile()).isEqualTo(1);
        copies.finir();

        assertThat(contenus()).hasSize(1);
    }

    @Test
    void un_noeud_mort_en_copiant_est_relaye_d_ou_il_en_etait() throws Exception {
        reprendre();
        copies.prendreEtMourir();
        reconduction.ecrireLeDebut(referente.connectee(), fichier(neuve), "plan.pdf");
        copies.finir();
        assertThat(preuve().text()).as("il est encore tenu pour vivant").contains("Copie en cours");

        horloge.avancer(Duration.ofSeconds(21));
        copies.finir();

        assertThat(contenus()).containsExactly(empreinte("plan.pdf"));
    }

    @Test
    void un_fichier_que_l_ancienne_n_a_plus_se_dit_et_se_depose_de_nouveau() throws Exception {
        reprendre();
        retirer(ancienne);
        copies.finir();

        assertThat(preuve().text())
                .contains("plan.pdf", "Non repris", "l’ancienne candidature ne l’a plus. Déposez-le de nouveau.");
        assertThat(transmettre()).as("la preuve est obligatoire").hasStatus(422);
        assertThat(page("/recapitulatif").select("#zone-completude").text()).contains("Votre preuve");

        reconduction.deposer(referente.connectee(), neuve, "autre.pdf");
        analyse.analyserLot();

        assertThat(preuve().text()).contains("autre.pdf").doesNotContain("plan.pdf", "Non repris");
        assertThat(transmettre()).hasStatus(303);
    }

    @Test
    void un_fichier_illisible_ou_trop_tard_se_dit_avec_sa_raison() throws Exception {
        reprendre();
        perdre();
        for (var essai = 0; essai < 9; essai++) {
            assertThat(preuve().text()).as("essai %d", essai).contains("Copie en cours");
            copies.finir();
            horloge.avancer(Duration.ofHours(2));
        }
        assertThat(preuve().text()).contains("Non repris", "jusqu’au bout");

        retirer(neuve);
        assertThat(preuve().text()).doesNotContain("plan.pdf");
    }

    @Test
    void une_place_qui_n_a_pas_attendu_se_dit() throws Exception {
        reprendre();
        horloge.avancer(Duration.ofHours(25));
        copies.finir();

        assertThat(preuve().text()).contains("Non repris", "n’a pas pu être repris à temps");
    }

    @Test
    void ce_que_le_referent_depose_entre_temps_n_est_pas_remplace() throws Exception {
        reprendre();
        retirer(neuve);
        reconduction.deposer(referente.connectee(), neuve, "sien.pdf");
        copies.finir();

        assertThat(contenus()).containsExactly(empreinte("sien.pdf"));
        assertThat(preuve().text()).doesNotContain("plan.pdf");
        assertThat(enFile()).isZero();
    }

    @Test
    void une_preuve_sans_place_est_nommee() throws Exception {
        reconduction.deposer(referente.connectee(), neuve, "sien.pdf");

        var faite = reconduire
                .executer(
                        referente.connectee(),
                        new ReferenceDeDossier(neuve),
                        ancienne,
                        Set.of(UUID.fromString(proposee())))
                .orElseThrow();

        assertThat(faite.refus()).singleElement().asString().contains("plan.pdf", "un seul fichier");
        assertThat(enFile()).isZero();
    }

    private void reprendre() throws Exception {
        assertThat(reprendre(proposee(), UUID.randomUUID().toString())).hasStatus(303);
    }

    private MvcTestResult reprendre(String preuve, String cle) {
        return requetes.envoyer(
                referente.connectee(),
                "/dossiers/" + neuve + "/reconduction",
                "ancienne",
                ancienne,
                "preuves",
                preuve,
                Cadre.CLE_D_ENVOI,
                cle);
    }

    private String proposee() throws Exception {
        return reconduction
                .page(referente.connectee(), "/dossiers/" + neuve + "/reconduction?ancienne=" + ancienne)
                .select("[name=preuves]")
                .val();
    }

    private MvcTestResult transmettre() {
        return requetes.envoyer(referente.connectee(), "/dossiers/" + neuve + "/candidature/transmissions");
    }

    private void retirer(String reference) {
        requetes.envoyer(
                referente.connectee(),
                "/dossiers/" + reference + "/candidature/pieces/preuve/" + fichier(reference) + "/retrait");
    }

    private UUID fichier(String reference) {
        return base.sql("select fichier from piece where reference = ? and retiree_le is null")
                .param(reference)
                .query(UUID.class)
                .single();
    }

    /** Les octets de l'ancienne preuve ne sont plus au dépôt. */
    private void perdre() throws IOException {
        var objets = base.sql("""
                select objet from fichier_segment join piece using (fichier) where reference = ? and retiree_le is null
                """).param(ancienne).query(String.class).list();
        for (var objet : objets) {
            depot.supprimer(objet);
        }
    }

    private long enFile() {
        return base.sql("select count(*) from piece_copie join piece using (fichier) where reference = ?")
                .param(neuve)
                .query(Long.class)
                .single();
    }

    /** Les empreintes de ce qui est arrivé. */
    private List<String> contenus() {
        return base.sql("""
                select encode(sha256, 'hex') from fichier join piece on fichier = id
                where reference = ? and retiree_le is null and sha256 is not null and etat <> 'SUPPRIME'
                """).param(neuve).query(String.class).list();
    }

    private static String empreinte(String nom) {
        return HexFormat.of().formatHex(Sha256.calcul().digest(UneReconduction.contenu(nom)));
    }

    private Element preuve() throws Exception {
        return page("/preuves").selectFirst("#question-preuve");
    }

    private Document page(String adresse) throws Exception {
        return reconduction.page(referente.connectee(), "/dossiers/" + neuve + "/candidature" + adresse);
    }

    private void publier(String guichet, int nombre, String regle) {
        reconduction.publier(guichet, FORMULAIRE.formatted(guichet.toLowerCase(Locale.ROOT), nombre, regle));
    }
}
