package fr.convergence.demonstration;

import fr.convergence.isc.Isc;
import fr.convergence.portail.Portail;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.SpringProperties;

/** Démarre chacun des deux sites, sur sa base, dans cette machine virtuelle. */
record SitesDeLaDemonstration(Options.Lues options, Ports ports, DossierDeLaDemonstration dossier) {

    ConfigurableApplicationContext portail(DeuxAcces base) {
        return demarrer(Portail.class, "", ports.portail(), base, List.of());
    }

    /** À la suite du portail : la préparation des beans faite à la construction est celle du portail seul. */
    ConfigurableApplicationContext isc(DeuxAcces base) {
        SpringProperties.setProperty("spring.aot.enabled", "false");
        return demarrer(Isc.class, "isc/", ports.isc(), base, List.of(Isc.REGLAGES));
    }

    private ConfigurableApplicationContext demarrer(
            Class<?> site, String rangement, int port, DeuxAcces base, List<String> propres) {
        var reglages = new ArrayList<>(propres);
        reglages.addAll(List.of(
                "server.port=" + port,
                "server.address=" + options.adresse(),
                // En http, un navigateur ne renvoie pas un témoin « Secure » à une autre adresse que localhost.
                "server.servlet.session.cookie.secure=false",
                "spring.datasource.url=" + base.application().adresse(),
                "spring.datasource.username=" + base.application().utilisateur(),
                "spring.datasource.password=" + base.application().motDePasse(),
                "spring.flyway.user=" + base.proprietaire().utilisateur(),
                "spring.flyway.password=" + base.proprietaire().motDePasse(),
                // Un serveur donné avec un seul rôle convient à une démonstration, pas à la production.
                "convergence.journal.role-unique=" + base.unSeulRole(),
                "spring.mail.host=localhost",
                "spring.mail.port=" + ports.smtp(),
                "convergence.sms.adresse=http://localhost:" + ports.courriel() + "/api/sms",
                "convergence.courriel.site=http://localhost:" + port,
                "convergence.cles.fichier=" + dossier.chemin(rangement + "cles.json"),
                "convergence.cles.creer=true",
                "convergence.fichiers.depot=" + dossier.chemin(rangement + "fichiers"),
                "logging.file.name=" + dossier.chemin("journaux/convergence.log"),
                "logging.threshold.console=OFF"));
        return new SpringApplicationBuilder(site)
                .main(site) // la préparation faite à la construction porte son nom
                .registerShutdownHook(false) // l'arrêt se fait dans l'ordre, par Fermeture
                .run(reglages.stream().map("--"::concat).toArray(String[]::new));
    }
}
