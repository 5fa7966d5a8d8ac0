package fr.convergence.isc;

import fr.convergence.socle.site.Langue;
import fr.convergence.socle.site.Site;
import java.util.List;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Industriels Santé Connect, le fournisseur d’identité des entreprises. */
@SpringBootApplication(scanBasePackages = {"fr.convergence.socle", "fr.convergence.isc"})
@ConfigurationPropertiesScan({"fr.convergence.socle", "fr.convergence.isc"})
public class Isc {

    /** Le nom de ses réglages : ceux du portail sont à côté quand une même machine virtuelle porte les deux sites. */
    public static final String REGLAGES = "spring.config.name=isc";

    @Bean
    static Site site() {
        return new Site("isc", "isc-", List.of(Langue.FRANCAIS, Langue.ANGLAIS));
    }

    public static void main(String[] args) {
        new SpringApplicationBuilder(Isc.class).properties(REGLAGES).run(args);
    }
}
