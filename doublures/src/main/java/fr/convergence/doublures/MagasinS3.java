package fr.convergence.doublures;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Un magasin S3, au niveau du protocole : demandes signées, sommes exigées, envois en morceaux, listes par pages. Il tombe,
 * se tait, coupe ou ment à la demande. Ses objets sont en mémoire.
 */
public final class MagasinS3 implements AutoCloseable {

    /** Comment il va. */
    public enum Humeur {
        BIEN,
        /** Il répond qu'il ne peut pas. */
        INDISPONIBLE,
        /** Il raccroche sans répondre. */
        RACCROCHE,
        /** Il prend la demande et ne dit plus rien. */
        MUET,
        /** Il dit avoir gardé ce qu'il jette. */
        MENTEUR,
        /** Il garde autre chose que ce qu'on lui envoie. */
        FAUSSAIRE,
        /** Il coupe chaque objet qu'il rend, à mi-chemin. */
        COUPEUR
    }

    public static final String SEAU = "essai";
    public static final String CLE = "cle-d-essai";
    public static final String SECRET = "secret-d-essai";

    private final HttpServer serveur;
    private final ExecutorService fils = Executors.newVirtualThreadPerTaskExecutor();
    private final ObjetsS3 objets = new ObjetsS3();
    private final AtomicInteger demandes = new AtomicInteger();
    private volatile Humeur humeur = Humeur.BIEN;

    public MagasinS3() throws IOException {
        serveur = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serveur.setExecutor(fils);
        serveur.createContext("/", this::traiter);
        serveur.start();
    }

    public URI adresse() {
        return URI.create("http://127.0.0.1:" + serveur.getAddress().getPort());
    }

    public void humeur(Humeur voulue) {
        humeur = voulue;
    }

    /** Ce qu'il garde, pour l'abîmer ou le compter. */
    public ObjetsS3 objets() {
        return objets;
    }

    /** Combien de demandes il a reçues. */
    public int demandes() {
        return demandes.get();
    }

    @Override
    public void close() {
        serveur.stop(0);
        fils.shutdownNow();
    }

    private void traiter(HttpExchange echange) throws IOException {
        demandes.incrementAndGet();
        try (echange) {
            switch (humeur) {
                case RACCROCHE -> {}
                case MUET -> Thread.sleep(60_000);
                case INDISPONIBLE -> {
                    echange.getRequestBody().readAllBytes();
                    ReponseS3.erreur(503, "SlowDown").envoyer(echange, false);
                }
                case BIEN, MENTEUR, FAUSSAIRE, COUPEUR -> {
                    var demande = DemandeS3.lire(echange);
                    var refus = demande.refus(SEAU, CLE);
                    var reponse = refus.isEmpty() ? objets.repondre(demande, humeur) : refus.get();
                    reponse.envoyer(
                            echange,
                            humeur == Humeur.COUPEUR && demande.methode().equals("GET"));
                }
            }
        } catch (InterruptedException arret) {
            Thread.currentThread().interrupt();
        }
    }
}
