package fr.convergence.isc.ubble;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.doublures.PartenaireDIdentite;
import fr.convergence.doublures.PartenaireDIdentite.Humeur;
import fr.convergence.isc.TestDIsc;
import fr.convergence.isc.identite.CommencerVerification;
import fr.convergence.isc.identite.EtatDeVerification.ARefaire;
import fr.convergence.isc.identite.EtatDeVerification.Code;
import fr.convergence.isc.identite.PartenaireDistant.Ouverture;
import fr.convergence.isc.identite.Passages;
import fr.convergence.isc.identite.Verification;
import fr.convergence.isc.identite.Verification.Personne;
import fr.convergence.isc.identite.Verifications;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.courriel.Expediteur;
import fr.convergence.socle.page.Textes;
import fr.convergence.socle.site.Langue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** La vérification confiée à Ubble, contre une doublure qui parle son protocole. */
@Tag("ISC-5")
@TestDIsc
final class UbbleTest {

    @TempDir
    static Path dossier;

    @Autowired
    CommencerVerification commencer;

    @Autowired
    Verifications verifications;

    @Autowired
    Passages passages;

    @Autowired
    Confies confies;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Textes textes;

    @Autowired
    Expediteur expediteur;

    @Autowired
    HorlogeDeTest horloge;

    @Autowired
    JdbcClient base;

    @Autowired
    MockMvcTester web;

    private final UUID inscription = UUID.randomUUID();
    private final String nom = "Durand-" + inscription;
    private PartenaireDIdentite partenaire;
    private ReglagesDUbble reglages;
    private Ubble ubble;
    private ReleverUbble relever;

    @BeforeEach
    void ouvrir() throws IOException {
        partenaire = new PartenaireDIdentite();
        var cle = Files.writeString(dossier.resolve(inscription + ".pem"), partenaire.clePublique());
        reglages = new ReglagesDUbble(
                partenaire.adresse(),
                PartenaireDIdentite.UTILISATEUR,
                PartenaireDIdentite.MOT_DE_PASSE,
                "usj_essai",
                cle,
                null,
                "",
                Duration.ofSeconds(5));
        ubble = new Ubble(reglages, confies, verifications, expediteur);
        relever = new ReleverUbble(ubble, confies, verifications, passages, transaction, textes, horloge);
    }

    @AfterEach
    void fermer() {
        partenaire.close();
    }

    @Test
    void la_personne_va_chez_ubble_qui_conclut_et_l_operateur_decide() {
        var id = commencee();
        assertThat(ubble.ouvrir(lue(id))).isInstanceOf(Ouverture.Ouverte.class);
        var chezLui = partenaire.verifications("Claire " + nom).getFirst();
        assertThat(chezLui.evenements()).endsWith("/partenaires/ubble");
        assertThat(chezLui.retour()).endsWith("/verification-identite");

        relever.relever(chezLui.id());
        assertThat(lue(id).etat().code()).as("il n’a pas conclu").isEqualTo(Code.CREEE);
        partenaire.conclure(chezLui.id(), "approved", 10_000);
        relever.relever(chezLui.id());
        assertThat(lue(id).etat().code()).isEqualTo(Code.EN_EXAMEN);
        assertThat(lue(id).avis()).isEqualTo("approved : 10000 approved");
    }

    @Test
    void un_refus_d_ubble_reste_a_decider_par_un_operateur() {
        var id = commencee();
        ubble.ouvrir(lue(id));
        var chezLui = partenaire.verifications("Claire " + nom).getFirst();
        partenaire.conclure(chezLui.id(), "declined", 62_301);
        relever.relever(chezLui.id());
        assertThat(lue(id).etat().code()).isEqualTo(Code.EN_EXAMEN);
        assertThat(lue(id).avis()).startsWith("declined : 62301");
    }

    @Test
    void un_document_non_incline_se_refait_chez_lui_dans_la_meme_verification() {
        var id = commencee();
        ubble.ouvrir(lue(id));
        var chezLui = partenaire.verifications("Claire " + nom).getFirst();
        partenaire.conclure(chezLui.id(), "retry_required", 61_313);
        relever.relever(chezLui.id());
        assertThat(((ARefaire) lue(id).etat()).motif()).contains("n’a pas été incliné");

        ubble.ouvrir(lue(id));
        assertThat(partenaire.verifications("Claire " + nom))
                .hasSize(1)
                .first()
                .extracting("tentatives")
                .isEqualTo(2);
        partenaire.conclure(chezLui.id(), "approved", 10_000);
        relever.relever(chezLui.id());
        assertThat(lue(id).etat().code()).isEqualTo(Code.EN_EXAMEN);
    }

    @Test
    void une_panne_d_ubble_se_reprend_sans_refaire_de_candidat() {
        var id = commencee();
        for (var humeur : new Humeur[] {Humeur.INDISPONIBLE, Humeur.INSENSE, Humeur.COUPE}) {
            partenaire.humeur(humeur);
            assertThat(ubble.ouvrir(lue(id))).isInstanceOf(Ouverture.Indisponible.class);
        }
        partenaire.humeur(Humeur.BONNE);
        assertThat(ubble.ouvrir(lue(id))).isInstanceOf(Ouverture.Ouverte.class);
        var connus = partenaire.candidats();
        var chezLui = partenaire.verifications("Claire " + nom).getFirst();
        partenaire.humeur(Humeur.INSENSE);
        relever.relever(chezLui.id());
        assertThat(lue(id).etat().code()).isEqualTo(Code.CREEE);
        partenaire.humeur(Humeur.BONNE);
        ubble.ouvrir(lue(id));
        assertThat(partenaire.candidats()).isEqualTo(connus);
    }

    @Test
    void une_verification_conclue_n_attend_plus_la_personne() {
        var id = commencee();
        ubble.ouvrir(lue(id));
        var chezLui = partenaire.verifications("Claire " + nom).getFirst();
        partenaire.conclure(chezLui.id(), "approved", 10_000);
        assertThat(ubble.ouvrir(lue(id))).isInstanceOf(Ouverture.Indisponible.class);
        assertThat(confies.aRelever(1000)).contains(chezLui.id());
    }

    @Test
    void un_evenement_signe_hate_le_releve_une_fois_et_tout_autre_est_refuse() {
        var id = commencee();
        ubble.ouvrir(lue(id));
        var chezLui = partenaire.verifications("Claire " + nom).getFirst();
        var signature = new SignatureDUbble(reglages, horloge);
        var evenement = partenaire.evenement(chezLui.id(), horloge.instant());
        var autreCorps = evenement.corps().clone();
        autreCorps[autreCorps.length - 3] ^= 1;

        assertThat(signature.vaut(evenement.signature(), evenement.corps())).isTrue();
        assertThat(signature.vaut(evenement.signature(), autreCorps)).isFalse();
        assertThat(signature.vaut("1:v1:" + evenement.signature().split(":")[2], evenement.corps()))
                .isFalse();
        assertThat(signature.vaut("n’importe quoi", evenement.corps())).isFalse();
        horloge.avancer(Duration.ofMinutes(16));
        assertThat(signature.vaut(evenement.signature(), evenement.corps()))
                .as("trop vieux")
                .isFalse();

        confies.essayee(chezLui.id());
        confies.recevoir("evt_" + id, chezLui.id());
        assertThat(releve(chezLui.id())).as("à relever sans attendre").isTrue();
        confies.essayee(chezLui.id());
        confies.recevoir("evt_" + id, chezLui.id());
        assertThat(releve(chezLui.id())).as("rejoué, il ne fait rien").isFalse();
    }

    @Test
    void sans_cle_reglee_rien_n_est_recu() {
        assertThat(web.post()
                        .uri(UbbleController.CHEMIN)
                        .header("Cko-Signature", "1:v1:AAAA")
                        .content("{}")
                        .exchange()
                        .getResponse()
                        .getStatus())
                .isEqualTo(401);
    }

    private boolean releve(String reference) {
        return base.sql("select relevee_le is null from ubble where reference = ?")
                .param(reference)
                .query(Boolean.class)
                .single();
    }

    private UUID commencee() {
        commencer.executer(inscription, new Personne("Claire", nom, "claire@logiciels.example", null, Langue.FRANCAIS));
        var id = verifications.deLInscription(inscription).orElseThrow().id();
        base.sql("update identite set partenaire = 'UBBLE' where id = ?")
                .param(id)
                .update();
        return id;
    }

    private Verification lue(UUID id) {
        return verifications.celle(id).orElseThrow();
    }
}
