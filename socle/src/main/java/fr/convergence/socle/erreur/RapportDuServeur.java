package fr.convergence.socle.erreur;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Ce que Tomcat refuse avant même l'application (requête malformée) se dit aussi en français, sans rien du serveur. */
@Configuration
class RapportDuServeur {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> rapportEnFrancais() {
        return serveur -> serveur.addContextCustomizers(
                contexte -> contexte.getParent().getPipeline().addValve(new Rapport()));
    }

    private static final class Rapport extends ErrorReportValve {

        @Override
        protected void report(Request requete, Response reponse, @Nullable Throwable erreur) {
            if (reponse.getStatus() < 400 || reponse.getContentWritten() > 0 || !reponse.setErrorReported()) {
                return;
            }
            try {
                PageReduite.ecrire(reponse.getStatus(), reponse);
                reponse.finishResponse();
            } catch (IOException | IllegalStateException _) {
                // Le navigateur est parti : il n'y a plus personne à qui le dire.
            }
        }
    }
}
