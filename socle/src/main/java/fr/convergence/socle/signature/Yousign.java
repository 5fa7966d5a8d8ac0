package fr.convergence.socle.signature;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.pdfbox.Loader;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
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

    /** @param cle la nôtre : elle retrouve la demande dont la réponse s'est perdue */
    public record Demande(String cle, String nom, byte[] pdf, Signataire signataire) {}

    public record Signataire(String prenom, String nom, String courriel) {}

    /** @param demande celle dont il parle ; ce qu'il en dit se redemande */
    public record Evenement(String id, String demande) {}

    private static final String SIGNE = "sha256=";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ReglagesDeYousign reglages;
    private final HttpClient http;

    Yousign(ReglagesDeYousign reglages) {
        this.reglages = reglages;
        this.http = HttpClient.newBuilder().connectTimeout(reglages.delai()).build();
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
        var id = json(envoyer(
                        "/signature_requests",
                        Map.of(
                                "name",
                                demande.nom(),
                                "delivery_mode",
                                "email",
                                "timezone",
                                "Europe/Paris",
                                "external_id",
                                demande.cle())))
                .path("id")
                .asString();
        var document = json(televerser("/signature_requests/" + id + "/documents", demande.pdf()))
                .path("id")
                .asString();
        envoyer("/signature_requests/" + id + "/signers", signataire(demande.signataire(), document));
        envoyer("/signature_requests/" + id + "/activate", Map.of());
        return id;
    }

    public Avancement avancement(String demande) {
        var dite = json(lire("/signature_requests/" + demande));
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
        var octets =
                lire("/signature_requests/" + demande + "/documents/download").body();
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
        return lire("/signature_requests/" + demande + "/audit_trails/download").body();
    }

    public void annuler(String demande, String pourquoi) {
        envoyer(
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
        var trouvees = json(lire("/signature_requests?external_id=" + URLEncoder.encode(cle, StandardCharsets.UTF_8)));
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

    private HttpResponse<byte[]> lire(String chemin) {
        return appeler(requete(chemin).GET().build());
    }

    private HttpResponse<byte[]> envoyer(String chemin, Map<String, ?> corps) {
        return appeler(requete(chemin)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(corps)))
                .build());
    }

    private HttpResponse<byte[]> televerser(String chemin, byte[] pdf) {
        var limite = "limite-" + UUID.randomUUID();
        var corps = new ByteArrayOutputStream();
        corps.writeBytes("""
                --%1$s\r
                Content-Disposition: form-data; name="nature"\r
                \r
                signable_document\r
                --%1$s\r
                Content-Disposition: form-data; name="file"; filename="convention.pdf"\r
                Content-Type: application/pdf\r
                \r
                """.formatted(limite).getBytes(StandardCharsets.UTF_8));
        corps.writeBytes(pdf);
        corps.writeBytes("\r\n--%s--\r\n".formatted(limite).getBytes(StandardCharsets.UTF_8));
        return appeler(requete(chemin)
                .header("Content-Type", "multipart/form-data; boundary=" + limite)
                .POST(BodyPublishers.ofByteArray(corps.toByteArray()))
                .build());
    }

    private HttpRequest.Builder requete(String chemin) {
        return HttpRequest.newBuilder(URI.create(reglages.adresse() + chemin))
                .timeout(reglages.delai())
                .header("Accept", "*/*")
                .header("Authorization", "Bearer " + reglages.cle());
    }

    private HttpResponse<byte[]> appeler(HttpRequest requete) {
        var quoi = requete.method() + " " + requete.uri().getPath();
        try {
            var reponse = http.send(requete, BodyHandlers.ofByteArray());
            if (reponse.statusCode() / 100 != 2) {
                throw new PartenaireDefaillant(quoi + " : " + reponse.statusCode());
            }
            return reponse;
        } catch (IOException e) {
            throw new PartenaireDefaillant(quoi + " : " + e.getClass().getSimpleName(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartenaireDefaillant(quoi + " : interrompu", e);
        }
    }

    private static JsonNode json(HttpResponse<byte[]> reponse) {
        try {
            return JSON.readTree(reponse.body());
        } catch (JacksonException e) {
            throw new PartenaireDefaillant("Réponse illisible", e);
        }
    }
}
