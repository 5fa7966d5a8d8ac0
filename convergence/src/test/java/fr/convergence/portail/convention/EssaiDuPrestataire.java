package fr.convergence.portail.convention;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.doublures.PrestataireDeSignature;
import fr.convergence.doublures.PrestataireDeSignature.DemandeDeSignature;
import fr.convergence.doublures.PrestataireDeSignature.Humeur;
import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.instruction.UneInstruction;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.signature.Cachet;
import fr.convergence.socle.tache.Tranche;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Un portail réglé sur un prestataire de signature ; tous ses essais partagent le même. */
@TestDuPortail
abstract class EssaiDuPrestataire {

    private static final String SECRET = "secret-du-prestataire";
    private static final AtomicReference<Cachet> CACHET = new AtomicReference<>();
    static final PrestataireDeSignature PRESTATAIRE = ouvrir();

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
    Confiees confiees;

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

    @Autowired
    Clock horloge;

    Connecte claire;
    String signataire;

    @DynamicPropertySource
    static void regler(DynamicPropertyRegistry reglages) {
        reglages.add("convergence.yousign.adresse", PRESTATAIRE::adresse);
        reglages.add("convergence.yousign.cle", () -> "cle-d-essai");
        reglages.add("convergence.yousign.secret", () -> SECRET);
        reglages.add("convergence.yousign.delai", () -> "3s");
    }

    @BeforeEach
    void preparer() {
        CACHET.set(cachet);
        PRESTATAIRE.humeur(Humeur.BONNE);
        claire = instruction.referent();
        signataire = "lucja." + UUID.randomUUID() + "@hopital.example";
    }

    void passer() {
        suivre.passer(Tranche.de(Duration.ofMinutes(1)));
    }

    /** La seule que le prestataire tient active pour la convention de ce dossier. */
    DemandeDeSignature demande(Dossier dossier) {
        var cle = conventions.courante(dossier.id()).orElseThrow().id().toString();
        var actives = PRESTATAIRE.demandes(cle).stream()
                .filter(demande -> !demande.statut().equals("draft"))
                .toList();
        assertThat(actives).hasSize(1);
        return actives.getFirst();
    }

    MvcTestResult recevoir(String corps, String signature) {
        return web.post()
                .uri("/partenaires/yousign")
                .contentType("application/json")
                .header("X-Yousign-Signature-256", signature)
                .content(corps)
                .exchange();
    }

    static String evenement(String id, String demande) {
        return """
                {"event_id": "%s", "event_name": "signature_request.done", "event_time": "%d",
                 "data": {"signature_request": {"id": "%s", "status": "done"}}}
                """.formatted(id, Instant.EPOCH.getEpochSecond(), demande);
    }

    static String signe(String corps) throws Exception {
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
