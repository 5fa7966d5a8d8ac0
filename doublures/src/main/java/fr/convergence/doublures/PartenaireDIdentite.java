package fr.convergence.doublures;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Un partenaire de vérification d'identité qui parle le protocole public d'Ubble (v2) : candidats, vérifications, tentatives,
 * événements signés. Il conclut quand on le lui dit, et sait être en panne ou muet.
 */
public final class PartenaireDIdentite implements AutoCloseable {

    /** Comment il répond. */
    public enum Humeur {
        BONNE,
        /** Il fait ce qu'on demande, et coupe avant de répondre. */
        COUPE,
        INDISPONIBLE,
        /** Ce qu'il répond n'a pas de sens. */
        INSENSE
    }

    /** Une vérification telle qu'il la connaît. */
    public record VerificationConnue(
            String id,
            String candidat,
            String nom,
            String retour,
            String evenements,
            String etat,
            List<Integer> codes,
            int tentatives) {

        VerificationConnue avec(String autre, List<Integer> autres) {
            return new VerificationConnue(id, candidat, nom, retour, evenements, autre, autres, tentatives);
        }

        VerificationConnue tentee() {
            return new VerificationConnue(id, candidat, nom, retour, evenements, "pending", List.of(), tentatives + 1);
        }
    }

    public static final String UTILISATEUR = "isc";
    public static final String MOT_DE_PASSE = "mot-de-passe-d-essai";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<Integer, String> CODES = Map.of(10_000, "approved", 61_313, "document_not_tilted");

    private final HttpServer serveur;
    private final ExecutorService fils = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, String> candidats = new ConcurrentHashMap<>();
    private final Map<String, VerificationConnue> verifications = new ConcurrentHashMap<>();
    private final KeyPair cles;
    private volatile Humeur humeur = Humeur.BONNE;

    public PartenaireDIdentite() throws IOException {
        cles = cles();
        serveur = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serveur.setExecutor(fils);
        serveur.createContext("/", this::traiter);
        serveur.start();
    }

    public String adresse() {
        return "http://localhost:" + serveur.getAddress().getPort();
    }

    /** Sa clé publique, telle qu'il la publie. */
    public String clePublique() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(cles.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    public void humeur(Humeur autre) {
        humeur = autre;
    }

    public int candidats() {
        return candidats.size();
    }

    /** Celles de ce nom, quel que soit leur état. */
    public List<VerificationConnue> verifications(String nom) {
        return verifications.values().stream()
                .filter(verification -> verification.nom().equals(nom))
                .toList();
    }

    /** Il a fini : « approved », « declined », « retry_required », « inconclusive »… */
    public void conclure(String id, String etat, Integer... codes) {
        verifications.computeIfPresent(id, (_, verification) -> verification.avec(etat, List.of(codes)));
    }

    /** Le corps et la signature de l'événement qu'il enverrait de cette vérification, à cet instant. */
    public Evenement evenement(String id, Instant le) {
        var corps = JSON.writeValueAsBytes(Map.of(
                "specversion",
                "1.0",
                "id",
                "evt_" + UUID.randomUUID(),
                "type",
                "identity_verification_checks_completed",
                "subject",
                id,
                "time",
                le.toString(),
                "datacontenttype",
                "application/json",
                "data",
                Map.of("identity_verification_id", id, "status", connue(id).etat())));
        return new Evenement(corps, signature(le.getEpochSecond(), corps));
    }

    /** @param signature l'en-tête {@code Cko-Signature} */
    public record Evenement(byte[] corps, String signature) {}

    private VerificationConnue connue(String id) {
        return Objects.requireNonNull(verifications.get(id));
    }

    @Override
    public void close() {
        serveur.stop(0);
        fils.shutdownNow();
    }

    private void traiter(HttpExchange echange) throws IOException {
        try (echange) {
            var demande = Demande.lire(echange);
            var preuve = Base64.getEncoder()
                    .encodeToString((UTILISATEUR + ":" + MOT_DE_PASSE).getBytes(StandardCharsets.UTF_8));
            var reponse = ("Basic " + preuve).equals(echange.getRequestHeaders().getFirst("Authorization"))
                    ? repondre(demande)
                    : ReponseHttp.vide(401);
            switch (humeur) {
                case COUPE -> {} // fermé sans un mot
                case INDISPONIBLE -> ReponseHttp.vide(503).envoyer(echange);
                case INSENSE ->
                    ReponseHttp.de("application/json", ReponseHttp.utf8("{\"status\":\"?\"}"))
                            .envoyer(echange);
                case BONNE -> reponse.envoyer(echange);
            }
        }
    }

    private ReponseHttp repondre(Demande demande) {
        return switch (demande.methode() + " " + String.join("/", forme(demande))) {
            case "POST v2/applicants" -> candidat(demande);
            case "POST v2/identity-verifications" -> creer(demande);
            case "GET v2/identity-verifications/*" -> dite(200, demande.chemin().get(2));
            case "POST v2/identity-verifications/*/attempts" ->
                tenter(demande.chemin().get(2));
            default -> ReponseHttp.vide(404);
        };
    }

    private static List<String> forme(Demande demande) {
        var chemin = demande.chemin();
        return chemin.size() < 3
                ? chemin
                : chemin.size() == 3
                        ? List.of(chemin.get(0), chemin.get(1), "*")
                        : List.of(chemin.get(0), chemin.get(1), "*", chemin.get(3));
    }

    private ReponseHttp candidat(Demande demande) {
        var externe =
                JSON.readTree(demande.corps()).path("external_applicant_id").asString("");
        var id = "aplt_" + UUID.randomUUID();
        candidats.put(id, externe);
        return json(201, Map.of("id", id, "external_applicant_id", externe));
    }

    private ReponseHttp creer(Demande demande) {
        var lue = JSON.readTree(demande.corps());
        var candidat = lue.path("applicant_id").asString("");
        if (!candidats.containsKey(candidat)) {
            return ReponseHttp.vide(422);
        }
        var id = "idv_" + UUID.randomUUID();
        verifications.put(
                id,
                new VerificationConnue(
                        id,
                        candidat,
                        lue.path("declared_data").path("name").asString(""),
                        lue.path("redirect_url").asString(""),
                        lue.path("webhook_url").asString(""),
                        "created",
                        List.of(),
                        0));
        return dite(201, id);
    }

    /** Une vérification conclue n'attend plus personne. */
    private ReponseHttp tenter(String id) {
        var connue = verifications.get(id);
        if (connue == null) {
            return ReponseHttp.vide(404);
        }
        if (!List.of("created", "pending", "retry_required").contains(connue.etat())) {
            return ReponseHttp.vide(409);
        }
        verifications.put(id, connue.tentee());
        return json(
                201,
                Map.of(
                        "id",
                        "iatp_" + UUID.randomUUID(),
                        "_links",
                        Map.of("verification_url", Map.of("href", adresse() + "/" + UUID.randomUUID()))));
    }

    private ReponseHttp dite(int statut, String id) {
        var connue = verifications.get(id);
        return connue == null
                ? ReponseHttp.vide(404)
                : json(
                        statut,
                        Map.of(
                                "id",
                                id,
                                "applicant_id",
                                connue.candidat(),
                                "status",
                                connue.etat(),
                                "response_codes",
                                connue.codes().stream()
                                        .map(code -> Map.of("code", code, "summary", CODES.getOrDefault(code, "other")))
                                        .toList()));
    }

    private String signature(long instant, byte[] corps) {
        try {
            var signe = new ByteArrayOutputStream();
            signe.writeBytes((instant + ":").getBytes(StandardCharsets.UTF_8));
            signe.writeBytes(corps);
            var signature = Signature.getInstance("SHA512withECDSA");
            signature.initSign(cles.getPrivate());
            signature.update(signe.toByteArray());
            return instant + ":v1:" + Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair cles() {
        try {
            var fabrique = KeyPairGenerator.getInstance("EC");
            fabrique.initialize(new ECGenParameterSpec("secp256r1"));
            return fabrique.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ReponseHttp json(int statut, Map<String, ?> corps) {
        return new ReponseHttp(statut, Map.of("Content-Type", "application/json"), JSON.writeValueAsBytes(corps));
    }
}
