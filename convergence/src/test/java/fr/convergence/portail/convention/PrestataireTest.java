package fr.convergence.portail.convention;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.doublures.PrestataireDeSignature;
import fr.convergence.doublures.PrestataireDeSignature.DemandeDeSignature;
import fr.convergence.doublures.PrestataireDeSignature.Humeur;
import fr.convergence.portail.BoiteAuxLettres;
import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acte.CodeDeConvention;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.EtatEtape.Brouillon;
import fr.convergence.portail.instruction.UneInstruction;
import fr.convergence.socle.signature.Cachet;
import fr.convergence.socle.tache.Tranche;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** La convention confiée à un prestataire de signature, quand il va bien et quand il va mal (CONV-1). */
@TestDuPortail
@Tag("CONV-1")
final class PrestataireTest {

    private static final String SECRET = "secret-du-prestataire";
    private static final AtomicReference<Cachet> CACHET = new AtomicReference<>();
    private static final PrestataireDeSignature PRESTATAIRE = ouvrir();

    @Autowired
    UneConvention une;

    @Autowired
    UneInstruction instruction;

    @Autowired
    SuivreLePrestataire suivre;

    @Autowired
    SituationDesConventions situation;

    @Autowired
    Conventions conventions;

    @Autowired
    BoiteAuxLettres boite;

    @Autowired
    Requetes requetes;

    @Autowired
    MockMvcTester web;

    @Autowired
    JdbcClient base;

    @Autowired
    Cachet cachet;

    private Connecte claire;
    private String signataire;

    @DynamicPropertySource
    static void regler(DynamicPropertyRegistry reglages) {
        reglages.add("convergence.yousign.adresse", PRESTATAIRE::adresse);
        reglages.add("convergence.yousign.cle", () -> "cle-d-essai");
        reglages.add("convergence.yousign.secret", () -> SECRET);
        reglages.add("convergence.yousign.delai", () -> "3s");
    }

    @AfterAll
    static void fermer() {
        PRESTATAIRE.close();
    }

    @BeforeEach
    void preparer() {
        CACHET.set(cachet);
        PRESTATAIRE.humeur(Humeur.BONNE);
        claire = instruction.referent();
        signataire = "lucja." + UUID.randomUUID() + "@hopital.example";
    }

    @Test
    void il_fait_signer_et_l_etape_suivante_s_ouvre_sans_qu_il_previenne() {
        var dossier = une.envoyee(claire, signataire);
        passer();
        var demande = demande(dossier);
        assertThat(demande.statut()).isEqualTo("ongoing");
        assertThat(demande.signataire()).isEqualTo(signataire);
        assertThat(boite.de(signataire)).as("il écrit lui-même").isEmpty();

        PRESTATAIRE.signer(demande.id());
        passer();

        assertThat(situation.signee(dossier.id())).isTrue();
        assertThat(instruction
                        .relire(claire, dossier)
                        .etape("declaration")
                        .orElseThrow()
                        .etat())
                .isInstanceOf(Brouillon.class);
        assertThat(requetes.lire(claire, "/dossiers/" + dossier.reference() + "/conventions/1.pdf"))
                .hasStatusOk();
    }

    @Test
    void un_refus_chez_lui_en_est_un_ici() {
        var dossier = une.envoyee(claire, signataire);
        passer();
        PRESTATAIRE.refuser(demande(dossier).id(), "Mauvais signataire");
        passer();

        assertThat(situation.de(dossier.id())).contains(CodeDeConvention.REFUSEE);
        assertThat(boite.derniere(UneInstruction.courriel(claire)).texte()).contains("Mauvais signataire");
    }

    @Test
    void un_evenement_mal_signe_est_refuse_rejoue_ou_inconnu_il_ne_change_rien() throws Exception {
        var dossier = une.envoyee(claire, signataire);
        passer();
        var demande = demande(dossier).id();
        var dit = evenement("evt-" + demande, demande);

        assertThat(recevoir(dit, "sha256=" + "0".repeat(64))).hasStatus(401);
        assertThat(recevoir(dit, "")).hasStatus(401);
        assertThat(recevoir(dit.replace("done", "gone"), signe(dit))).hasStatus(401);
        assertThat(recevoir(dit, signe(dit))).hasStatus(204);
        assertThat(recevoir(dit, signe(dit))).hasStatus(204);
        var ailleurs = evenement("evt-ailleurs-" + demande, UUID.randomUUID().toString());
        assertThat(recevoir(ailleurs, signe(ailleurs))).hasStatus(204);

        assertThat(base.sql("select count(*) from convention_evenement where id = ?")
                        .param("evt-" + demande)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        passer();
        assertThat(situation.signee(dossier.id()))
                .as("l’événement la disait signée, lui non")
                .isFalse();
    }

    @Test
    void coupe_apres_avoir_tout_fait_il_n_est_pas_redemande() {
        var dossier = une.envoyee(claire, signataire);
        PRESTATAIRE.humeur(Humeur.COUPE);
        passer();
        assertThat(situation.de(dossier.id())).contains(CodeDeConvention.ENVOYEE);

        PRESTATAIRE.humeur(Humeur.BONNE);
        passer();
        var premiere = demande(dossier);
        base.sql("update convention set demande = null where dossier = ?")
                .param(dossier.id())
                .update(); // la réponse s'était perdue
        passer();

        assertThat(demande(dossier).id()).isEqualTo(premiere.id());
    }

    @Test
    void lent_il_fait_attendre_la_convention_et_personne_d_autre() {
        var dossier = une.envoyee(claire, signataire);
        PRESTATAIRE.humeur(Humeur.LENT);
        passer();
        assertThat(situation.de(dossier.id())).contains(CodeDeConvention.ENVOYEE);

        PRESTATAIRE.humeur(Humeur.BONNE);
        passer();

        assertThat(demande(dossier).statut()).isEqualTo("ongoing");
    }

    @Test
    void menteur_il_n_est_pas_cru() {
        var dossier = une.envoyee(claire, signataire);
        passer();
        PRESTATAIRE.signer(demande(dossier).id());
        PRESTATAIRE.humeur(Humeur.MENTEUR);
        passer();
        assertThat(situation.signee(dossier.id())).isFalse();

        PRESTATAIRE.humeur(Humeur.BONNE);
        passer();

        assertThat(situation.signee(dossier.id())).isTrue();
    }

    @Test
    void une_convention_remplacee_est_annulee_chez_lui() {
        var dossier = une.envoyee(claire, signataire);
        passer();
        var demande = demande(dossier);

        requetes.envoyer(
                claire,
                "/dossiers/" + dossier.reference() + "/contacts/signataire",
                "signataire.civilite",
                "MONSIEUR",
                "signataire.nom",
                "Bizet",
                "signataire.prenom",
                "Paul",
                "signataire.fonction",
                "Directeur",
                "signataire.courriel",
                "autre." + signataire,
                "signataire.telephone",
                "0611223344",
                "version",
                "0");
        passer();

        assertThat(PRESTATAIRE.demandes(demande.cle()))
                .singleElement()
                .extracting(DemandeDeSignature::statut)
                .isEqualTo("canceled");
    }

    private void passer() {
        suivre.passer(Tranche.de(Duration.ofMinutes(1)));
    }

    /** La seule que le prestataire tient active pour la convention de ce dossier. */
    private DemandeDeSignature demande(Dossier dossier) {
        var cle = conventions.courante(dossier.id()).orElseThrow().id().toString();
        var actives = PRESTATAIRE.demandes(cle).stream()
                .filter(demande -> !demande.statut().equals("draft"))
                .toList();
        assertThat(actives).hasSize(1);
        return actives.getFirst();
    }

    private MvcTestResult recevoir(String corps, String signature) {
        return web.post()
                .uri("/partenaires/yousign")
                .contentType("application/json")
                .header("X-Yousign-Signature-256", signature)
                .content(corps)
                .exchange();
    }

    private static String evenement(String id, String demande) {
        return """
                {"event_id": "%s", "event_name": "signature_request.done", "event_time": "%d",
                 "data": {"signature_request": {"id": "%s", "status": "done"}}}
                """.formatted(id, Instant.EPOCH.getEpochSecond(), demande);
    }

    private static String signe(String corps) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return "sha256=" + HexFormat.of().formatHex(mac.doFinal(corps.getBytes(StandardCharsets.UTF_8)));
    }

    private static PrestataireDeSignature ouvrir() {
        try {
            return new PrestataireDeSignature(
                    "cle-d-essai",
                    pdf -> CACHET.get()
                            .sceller(pdf, "Signé chez le prestataire", Instant.EPOCH.plus(Duration.ofDays(20_800))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
