package fr.convergence.doublures;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Un prestataire de signature qui parle le protocole public de Yousign (v3), dans la mémoire de l'essai : il reçoit des
 * demandes, les fait signer ou refuser quand on le lui dit, et sait être en panne, lent ou menteur.
 */
public final class PrestataireDeSignature implements AutoCloseable {

    /** Comment il répond. */
    public enum Humeur {
        BONNE,
        /** Il fait ce qu'on demande, et coupe avant de répondre. */
        COUPE,
        /** Il ne répond pas à temps. */
        LENT,
        /** Il commence sa réponse et ne la finit pas. */
        SANS_FIN,
        /** Il dit signé un document qui ne l'est pas. */
        MENTEUR
    }

    /** Une demande telle qu'il la connaît. */
    public record DemandeDeSignature(
            String id, String cle, String dernierJour, String statut, String motif, byte[] pdf, String signataire) {

        DemandeDeSignature avec(byte[] autre, String aSigner) {
            return new DemandeDeSignature(id, cle, dernierJour, statut, motif, autre, aSigner);
        }

        DemandeDeSignature avec(String autre, String pourquoi) {
            return new DemandeDeSignature(id, cle, dernierJour, autre, pourquoi, pdf, signataire);
        }
    }

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LENTEUR_MS = 5_000;

    private final HttpServer serveur;
    private final ExecutorService fils = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, DemandeDeSignature> demandes = new ConcurrentHashMap<>();
    private final String cle;
    private final UnaryOperator<byte[]> sceller;
    private volatile Humeur humeur = Humeur.BONNE;

    /**
     * @param cle celle qu'un appel doit porter
     * @param sceller ce que signer fait d'un PDF
     */
    public PrestataireDeSignature(String cle, UnaryOperator<byte[]> sceller) throws IOException {
        this.cle = cle;
        this.sceller = sceller;
        serveur = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serveur.setExecutor(fils);
        serveur.createContext("/", this::traiter);
        serveur.start();
    }

    public String adresse() {
        return "http://localhost:" + serveur.getAddress().getPort() + "/v3";
    }

    public synchronized void humeur(Humeur autre) {
        humeur = autre;
        notifyAll();
    }

    /** Les demandes de cette clé, quel que soit leur état. */
    public List<DemandeDeSignature> demandes(String externe) {
        return demandes.values().stream()
                .filter(demande -> demande.cle().equals(externe))
                .toList();
    }

    public void signer(String id) {
        demandes.computeIfPresent(id, (_, demande) -> demande.avec("done", ""));
    }

    public void refuser(String id, String motif) {
        demandes.computeIfPresent(id, (_, demande) -> demande.avec("declined", motif));
    }

    @Override
    public void close() {
        serveur.stop(0);
        fils.shutdownNow();
    }

    private void traiter(HttpExchange echange) throws IOException {
        try (echange) {
            var corps = echange.getRequestBody().readAllBytes();
            var reponse = ("Bearer " + cle).equals(echange.getRequestHeaders().getFirst("Authorization"))
                    ? repondre(echange, corps)
                    : ReponseHttp.vide(401);
            switch (humeur) {
                case COUPE -> {} // fermé sans un mot
                case LENT -> {
                    Thread.sleep(LENTEUR_MS);
                    reponse.envoyer(echange);
                }
                case SANS_FIN -> commencer(echange);
                case BONNE, MENTEUR -> reponse.envoyer(echange);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void commencer(HttpExchange echange) throws IOException, InterruptedException {
        echange.sendResponseHeaders(200, 0);
        echange.getResponseBody().write('{');
        echange.getResponseBody().flush();
        while (humeur == Humeur.SANS_FIN) {
            wait();
        }
    }

    private ReponseHttp repondre(HttpExchange echange, byte[] corps) throws IOException {
        var demande = Demande.lire(echange);
        var chemin = demande.chemin().stream().skip(1).toList();
        if (chemin.isEmpty() || !chemin.getFirst().equals("signature_requests")) {
            return ReponseHttp.vide(404);
        }
        if (chemin.size() == 1) {
            return demande.modifie() ? creer(corps) : chercher(demande.texte("external_id"));
        }
        var connue = Optional.ofNullable(demandes.get(chemin.get(1)));
        return connue.map(trouvee -> suite(trouvee, chemin.stream().skip(2).toList(), corps))
                .orElseGet(() -> ReponseHttp.vide(404));
    }

    private ReponseHttp creer(byte[] corps) {
        var id = UUID.randomUUID().toString();
        var dite = JSON.readTree(corps);
        var externe = dite.path("external_id").asString("");
        var dernierJour = dite.path("expiration_date").asString("");
        demandes.put(id, new DemandeDeSignature(id, externe, dernierJour, "draft", "", new byte[0], ""));
        return json(201, Map.of("id", id, "status", "draft"));
    }

    private ReponseHttp chercher(String externe) {
        return json(
                200,
                Map.of(
                        "data",
                        demandes(externe).stream()
                                .map(PrestataireDeSignature::dite)
                                .toList()));
    }

    private ReponseHttp suite(DemandeDeSignature demande, List<String> quoi, byte[] corps) {
        return switch (String.join("/", quoi)) {
            case "" -> json(200, dite(demande));
            case "documents" -> {
                garder(demande.avec(pdf(corps), demande.signataire()));
                yield json(201, Map.of("id", UUID.randomUUID().toString()));
            }
            case "signers" -> {
                var adresse = JSON.readTree(corps).path("info").path("email").asString("");
                garder(demande.avec(demande.pdf(), adresse));
                yield json(201, Map.of("id", UUID.randomUUID().toString()));
            }
            case "activate" -> garder(demande.avec("ongoing", ""));
            case "cancel" -> garder(demande.avec("canceled", ""));
            case "documents/download" ->
                ReponseHttp.de(
                        "application/pdf", humeur == Humeur.MENTEUR ? demande.pdf() : sceller.apply(demande.pdf()));
            case "audit_trails/download" -> ReponseHttp.de("application/pdf", demande.pdf());
            default -> ReponseHttp.vide(404);
        };
    }

    private ReponseHttp garder(DemandeDeSignature demande) {
        demandes.put(demande.id(), demande);
        return json(201, dite(demande));
    }

    private static Map<String, Object> dite(DemandeDeSignature demande) {
        return Map.of(
                "id", demande.id(),
                "external_id", demande.cle(),
                "status", demande.statut(),
                "decline_information", Map.of("reason", demande.motif()));
    }

    private static ReponseHttp json(int statut, Map<String, ?> corps) {
        return new ReponseHttp(statut, Map.of("Content-Type", "application/json"), JSON.writeValueAsBytes(corps));
    }

    /** Le fichier d'un envoi à plusieurs parties : de son en-tête à sa dernière marque. */
    private static byte[] pdf(byte[] corps) {
        var texte = new String(corps, StandardCharsets.ISO_8859_1);
        var debut = texte.indexOf("%PDF-");
        var fin = texte.lastIndexOf("\r\n--");
        return texte.substring(debut, fin).getBytes(StandardCharsets.ISO_8859_1);
    }
}
