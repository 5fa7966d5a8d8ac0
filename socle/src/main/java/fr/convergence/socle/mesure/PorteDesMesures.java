package fr.convergence.socle.mesure;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.convergence.socle.base.DemarrageImpossible;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Donne les mesures de ce nœud à qui le surveille, sur un port à part : celui des pages ne les montre à personne.
 *
 * <p>Le petit serveur du JDK suffit à un lecteur toutes les quinze secondes ; un second Tomcat coûterait une seconde de démarrage.
 */
@Component
public final class PorteDesMesures implements SmartLifecycle {

    private static final String CHEMIN = "/actuator/prometheus";
    private static final String FORMAT = "text/plain; version=0.0.4; charset=utf-8";

    private final Releve releve;
    private final String port;
    private final String adresse;
    /** Un fil par demande : un lecteur qui se tait n'arrête que le sien. */
    private final ExecutorService fils = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("mesures-", 0).factory());

    private volatile @Nullable HttpServer serveur;

    /** @param port vide, aucune mesure n'est prise */
    PorteDesMesures(
            Releve releve,
            @Value("${convergence.mesures.port:}") String port,
            @Value("${convergence.mesures.adresse:127.0.0.1}") String adresse) {
        this.releve = releve;
        this.port = port;
        this.adresse = adresse;
    }

    @Override
    public void start() {
        if (port.isEmpty()) {
            return;
        }
        var ici = adresse();
        try {
            var neuf = HttpServer.create(ici, 5);
            neuf.createContext("/", this::repondre);
            neuf.setExecutor(fils);
            releve.commencer();
            neuf.start();
            serveur = neuf;
        } catch (IOException prise) {
            throw new DemarrageImpossible(
                    "convergence.mesures.port : %s:%s ne s’ouvre pas, %s".formatted(adresse, port, prise.getMessage()));
        }
    }

    private InetSocketAddress adresse() {
        try {
            var ici = new InetSocketAddress(adresse, Integer.parseInt(port));
            if (ici.isUnresolved()) {
                throw new DemarrageImpossible(
                        "convergence.mesures.adresse : « %s » ne désigne aucune machine".formatted(adresse));
            }
            return ici;
        } catch (IllegalArgumentException _) {
            throw new DemarrageImpossible(
                    "convergence.mesures.port : « %s » n’est pas un port, de 0 à 65535".formatted(port));
        }
    }

    @Override
    public void stop() {
        var ouvert = serveur;
        serveur = null;
        if (ouvert != null) {
            ouvert.stop(0);
            releve.finir();
        }
    }

    @Override
    public boolean isRunning() {
        return serveur != null;
    }

    /** Celui qui s'est ouvert, quand le réglage laisse choisir (0). */
    public int port() {
        var ouvert = serveur;
        return ouvert == null ? 0 : ouvert.getAddress().getPort();
    }

    private void repondre(HttpExchange echange) throws IOException {
        try (echange) {
            var texte = releve.texte();
            if (!echange.getRequestURI().getPath().equals(CHEMIN)
                    || !echange.getRequestMethod().equals("GET")
                    || texte.isEmpty()) {
                echange.sendResponseHeaders(404, -1);
                return;
            }
            var octets = texte.get().getBytes(UTF_8);
            echange.getResponseHeaders().set("Content-Type", FORMAT);
            echange.sendResponseHeaders(200, octets.length);
            echange.getResponseBody().write(octets);
        }
    }
}
