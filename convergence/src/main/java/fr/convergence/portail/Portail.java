package fr.convergence.portail;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Le portail Convergence. */
@SpringBootApplication(scanBasePackages = {"fr.convergence.socle", "fr.convergence.portail"})
@ConfigurationPropertiesScan({"fr.convergence.socle", "fr.convergence.portail"})
public class Portail {

    public static void main(String[] args) {
        SpringApplication.run(Portail.class, args);
    }
}
