package fr.convergence.portail.accueil;

import fr.convergence.socle.base.Arrivees;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.threads.TaskQueue;
import org.apache.tomcat.util.threads.TaskThreadFactory;
import org.apache.tomcat.util.threads.ThreadPoolExecutor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Les fils de Tomcat, et la file où une demande attend d'en avoir un.
 *
 * <p>Tomcat y met une demande dès que ses premiers octets sont là, depuis le fil qui veille sur toutes les connexions et
 * n'attend personne : l'heure s'y note. La sienne est celle où un fil commence à lire, trop tard quand tous sont pris.
 */
@Configuration
class FileDesDemandes {

    @Bean(destroyMethod = "shutdownNow")
    Fils filsDesDemandes(
            Arrivees arrivees,
            @Value("${server.tomcat.threads.max:200}") int fils,
            @Value("${server.tomcat.threads.min-spare:10}") int prets) {
        var attente = new TaskQueue();
        var executeur = new Fils(arrivees, prets, fils, attente);
        attente.setParent(executeur);
        return executeur;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> arriveesNotees(Fils fils, Arrivees arrivees) {
        return serveur -> {
            serveur.addConnectorCustomizers(
                    connecteur -> connecteur.getProtocolHandler().setExecutor(fils));
            serveur.addEngineValves(new UneDemande(arrivees));
        };
    }

    /** Ceux de Tomcat, qui se souviennent d'où en était le temps quand le travail leur est venu. */
    static final class Fils extends ThreadPoolExecutor {

        private final Arrivees arrivees;

        Fils(Arrivees arrivees, int prets, int fils, TaskQueue attente) {
            super(
                    Math.min(prets, fils),
                    fils,
                    60,
                    TimeUnit.SECONDS,
                    attente,
                    new TaskThreadFactory("http-", true, Thread.NORM_PRIORITY));
            this.arrivees = arrivees;
        }

        @Override
        public void execute(Runnable travail) {
            var nanos = System.nanoTime();
            super.execute(() -> {
                arrivees.noter(nanos);
                try {
                    travail.run();
                } finally {
                    arrivees.oublier();
                }
            });
        }
    }

    /**
     * Une demande venue en plusieurs fois est arrivée quand un fil en lut le début. Et l'arrivée notée n'est que celle de la
     * première : celle qui la suit sur la même connexion, envoyée pendant qu'on servait l'autre, n'en hérite pas.
     */
    private static final class UneDemande extends ValveBase {

        private final Arrivees arrivees;

        UneDemande(Arrivees arrivees) {
            super(true);
            this.arrivees = arrivees;
        }

        @Override
        public void invoke(Request requete, Response reponse) throws IOException, ServletException {
            var lue = requete.getCoyoteRequest().getStartTimeNanos();
            if (lue >= 0) {
                arrivees.avancer(lue);
            }
            try {
                getNext().invoke(requete, reponse);
            } finally {
                arrivees.oublier();
            }
        }
    }
}
