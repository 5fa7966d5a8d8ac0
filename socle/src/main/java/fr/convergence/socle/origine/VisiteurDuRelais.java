package fr.convergence.socle.origine;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Donne à une requête l'adresse et le protocole que dit son relais, s'il est nommé ({@link Relais}). Celui du serveur croit
 * toute adresse privée : un visiteur du même réseau s'y donnait l'adresse de son choix. L'hôte, lui, ne se croit jamais : les
 * redirections sont relatives et les courriels partent de l'adresse réglée.
 */
@Configuration
class VisiteurDuRelais {

    private static final Logger JOURNAL = LoggerFactory.getLogger(VisiteurDuRelais.class);

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> relaisDeConfiance(
            @Value("${convergence.relais:}") String reseaux) {
        var relais = new Relais(reseaux);
        return serveur -> serveur.addEngineValves(new Lecture(relais));
    }

    private static final class Lecture extends ValveBase {

        private static final int HTTPS = 443;

        private final Relais relais;
        private final AtomicBoolean dit = new AtomicBoolean();

        private Lecture(Relais relais) {
            super(true);
            this.relais = relais;
        }

        @Override
        public void invoke(Request requete, Response reponse) throws IOException, ServletException {
            if (relais.nomme(requete.getRemoteAddr())) {
                croire(requete);
            } else if (requete.getHeader("X-Forwarded-For") != null && dit.compareAndSet(false, true)) {
                JOURNAL.warn(
                        "Un relais que convergence.relais ne nomme pas envoie X-Forwarded-For : ce qu’il dit est ignoré");
            }
            getNext().invoke(requete, reponse);
        }

        private void croire(Request requete) {
            relais.visiteur(String.join(",", Collections.list(requete.getHeaders("X-Forwarded-For"))))
                    .ifPresent(requete::setRemoteAddr);
            if ("https".equalsIgnoreCase(requete.getHeader("X-Forwarded-Proto"))) {
                requete.setSecure(true);
                requete.getCoyoteRequest().scheme().setString("https");
                requete.setServerPort(HTTPS);
            }
        }
    }
}
