package fr.convergence.doublures;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Les pages et l'interface JSON, sur le serveur HTTP du JDK : aucune requête ne doit pouvoir le faire tomber. */
final class ServeurWeb implements AutoCloseable {

    private static final Logger JOURNAL = System.getLogger(ServeurWeb.class.getName());

    private final HttpServer serveur;
    private final ExecutorService fils = Executors.newVirtualThreadPerTaskExecutor();
    private final PagesDeCourriels pages;
    private final InterfaceJson json;

    ServeurWeb(int port, CourrielsRecus courriels, CodesDuMoment codes) throws IOException {
        pages = new PagesDeCourriels(courriels, codes);
        json = new InterfaceJson(courriels, codes);
        serveur = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        serveur.setExecutor(fils);
        serveur.createContext("/", this::traiter);
        serveur.start();
    }

    int port() {
        return serveur.getAddress().getPort();
    }

    @Override
    public void close() {
        serveur.stop(0);
        fils.shutdownNow();
    }

    private void traiter(HttpExchange echange) throws IOException {
        try (echange) {
            repondre(Demande.lire(echange)).envoyer(echange);
        }
    }

    private ReponseHttp repondre(Demande demande) {
        try {
            if (demande.modifie() && demande.venueDAilleurs()) {
                return ReponseHttp.vide(403); // une page d'un autre site n'efface pas la boîte
            }
            var premier = demande.chemin().isEmpty() ? "" : demande.chemin().getFirst();
            return premier.equals("api") ? json.repondre(demande) : pages.repondre(demande);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ReponseHttp.vide(503);
        } catch (IOException | RuntimeException e) {
            JOURNAL.log(Level.ERROR, "Requête non traitée", e);
            return ReponseHttp.page(500, Html.page("Erreur", "", "<p>Cette page n’a pas pu être préparée.</p>"));
        }
    }
}
