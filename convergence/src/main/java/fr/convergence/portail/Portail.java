package fr.convergence.portail;

import fr.convergence.socle.site.Site;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Le portail Convergence. */
@SpringBootApplication(scanBasePackages = {"fr.convergence.socle", "fr.convergence.portail"})
@ConfigurationPropertiesScan({"fr.convergence.socle", "fr.convergence.portail"})
public class Portail {

    @Bean
    static Site site() {
        return new Site("portail", "");
    }

    public static void main(String[] args) {
        SpringApplication.run(Portail.class, args);
    }
}
