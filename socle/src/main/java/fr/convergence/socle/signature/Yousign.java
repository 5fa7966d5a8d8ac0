package fr.convergence.socle.signature;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.pdfbox.Loader;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Le prestataire Yousign, par son interface v3. Chaque appel échoue en {@link PartenaireDefaillant} et se refait ; demander deux
 * fois la même signature n'en fait qu'une.
 */
public final class Yousign {

    /** Ce qu'il dit d'une demande. */
    public sealed interface Avancement {
        record EnCours() implements Avancement {}

        record Signee() implements Avancement {}

        record Refusee(String motif) implements Avancement {}

        record Expiree() implements Avancement {}

        record Annulee() implements Avancement {}
    }

    /**
     * @param cle la nôtre : elle retrouve la demande dont la réponse s'est perdue
     * @param dernierJour celui où l'on peut encore signer
     */
    public record Demande(String cle, String nom, byte[] pdf, Signataire signataire, LocalDate dernierJour) {}

    public record Signataire(String prenom, String nom, String courriel) {}

    /** @param demande celle dont il parle ; ce qu'il en dit se redemande */
    public record Evenement(String id, String demande) {}

    private static final String SIGNE = "sha256=";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ReglagesDeYousign reglages;
    private final InterfaceYousign interfaceV3;

    Yousign(ReglagesDeYousign reglages) {
        this.reglages = reglages;
        this.interfaceV3 = new InterfaceYousign(reglages);
    }

    /** Faux quand la plateforme fait signer elle-même. */
    public boolean regle() {
        var adresse = reglages.adresse();
        return adresse != null && !adresse.isBlank();
    }

    /** @return l'identifiant de la demande, active : le signataire a reçu son lien */
    public String demander(Demande demande) {
        var connue = retrouver(demande.cle());
        if (connue.isPresent()) {
            return connue.get();
        }
        var id = interfaceV3
                .envoyer(
                        "/signature_requests",
                        Map.of(
                                "name",
                                demande.nom(),
                                "delivery_mode",
                                "email",
                                "timezone",
                                "Europe/Paris",
                                "external_id",
                                demande.cle(),
                                "expiration_date",
                                demande.dernierJour().toString()))
                .path("id")
                .asString();
        var document = interfaceV3
                .televerser("/signature_requests/" + id + "/documents", demande.pdf())
                .path("id")
                .asString();
        interfaceV3.envoyer("/signature_requests/" + id + "/signers", signataire(demande.signataire(), document));
        interfaceV3.envoyer("/signature_requests/" + id + "/activate", Map.of());
        return id;
    }

    public Avancement avancement(String demande) {
        var dite = interfaceV3.lire("/signature_requests/" + demande);
        var etat = dite.path("status").asString();
        return switch (etat) {
            case "done" -> new Avancement.Signee();
            case "declined" ->
                new Avancement.Refusee(
                        dite.path("decline_information").path("reason").asString(""));
            case "expired" -> new Avancement.Expiree();
            case "canceled", "deleted" -> new Avancement.Annulee();
            case "draft", "approval", "ongoing" -> new Avancement.EnCours();
            default -> throw new PartenaireDefaillant("État de demande inconnu : " + etat);
        };
    }

    /** Le document signé : ce qui n'est pas un PDF signé n'en est pas un. */
    public byte[] document(String demande) {
        var octets = interfaceV3.octets("/signature_requests/" + demande + "/documents/download");
        try (var pdf = Loader.loadPDF(octets)) {
            if (pdf.getSignatureDictionaries().isEmpty()) {
                throw new PartenaireDefaillant("Document dit signé, sans signature : " + demande);
            }
            return octets;
        } catch (IOException e) {
            throw new PartenaireDefaillant("Document dit signé, illisible : " + demande, e);
        }
    }

    /** La piste d'audit, en PDF. */
    public byte[] preuve(String demande) {
        var octets = interfaceV3.octets("/signature_requests/" + demande + "/audit_trails/download");
        try (var _ = Loader.loadPDF(octets)) {
            return octets;
        } catch (IOException e) {
            throw new PartenaireDefaillant("Piste d’audit illisible : " + demande, e);
        }
    }

    public void annuler(String demande, String pourquoi) {
        interfaceV3.envoyer(
                "/signature_requests/" + demande + "/cancel",
                Map.of("reason", "contractualization_aborted", "custom_note", pourquoi));
    }

    /** Ce qu'il envoie de lui-même, s'il l'a bien signé ; comparé en un temps qui ne dit rien du secret. */
    public Optional<Evenement> evenement(String signature, byte[] corps) {
        var attendue = SIGNE + HexFormat.of().formatHex(hmac(corps));
        if (reglages.secret().isEmpty()
                || !MessageDigest.isEqual(
                        attendue.getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.US_ASCII))) {
            return Optional.empty();
        }
        try {
            var lu = JSON.readTree(corps);
            var id = lu.path("event_id").asString("");
            var demande = lu.path("data").path("signature_request").path("id").asString("");
            return id.isEmpty() ? Optional.empty() : Optional.of(new Evenement(id, demande));
        } catch (JacksonException illisible) {
            return Optional.empty();
        }
    }

    private byte[] hmac(byte[] corps) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(cle(), "HmacSHA256"));
            return mac.doFinal(corps);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Une clé vide ne se calcule pas ; sans secret, rien n'est reçu de toute façon. */
    private byte[] cle() {
        return reglages.secret().isEmpty() ? new byte[1] : reglages.secret().getBytes(StandardCharsets.UTF_8);
    }

    /** Une demande active de cette clé : sa réponse s'était perdue. */
    private Optional<String> retrouver(String cle) {
        var trouvees =
                interfaceV3.lire("/signature_requests?external_id=" + URLEncoder.encode(cle, StandardCharsets.UTF_8));
        return StreamSupport.stream(trouvees.path("data").spliterator(), false)
                .filter(trouvee -> trouvee.path("external_id").asString("").equals(cle))
                .filter(trouvee -> !trouvee.path("status").asString().equals("draft"))
                .map(trouvee -> trouvee.path("id").asString())
                .findFirst();
    }

    private static Map<String, Object> signataire(Signataire signataire, String document) {
        return Map.of(
                "info",
                Map.of(
                        "first_name", signataire.prenom(),
                        "last_name", signataire.nom(),
                        "email", signataire.courriel(),
                        "locale", "fr"),
                "signature_level",
                "electronic_signature",
                "signature_authentication_mode",
                "otp_email",
                "fields",
                new Object[] {Map.of("document_id", document, "type", "signature", "page", 1, "x", 77, "y", 700)});
    }
}
