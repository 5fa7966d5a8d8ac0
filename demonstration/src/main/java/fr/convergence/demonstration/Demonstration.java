package fr.convergence.demonstration;

import fr.convergence.demonstration.vie.VieDuGuichet;
import fr.convergence.doublures.BoiteDeReception;
import fr.convergence.doublures.ReglagesDesDoublures;
import fr.convergence.portail.Portail;
import fr.convergence.socle.base.AccesALaBase;
import fr.convergence.socle.base.DemarrageImpossible;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;

/** Démarre tout Convergence d'une seule commande. */
public final class Demonstration {

    private static final PrintStream SORTIE = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final PrintStream ERREURS = new PrintStream(System.err, true, StandardCharsets.UTF_8);

    private Demonstration() {}

    public static void main(String[] arguments) {
        switch (Options.lire(arguments)) {
            case Options.Aide _ -> SORTIE.print(Options.AIDE);
            case Options.Fautives(var ligne) -> {
                ERREURS.println(ligne);
                System.exit(2);
            }
            case Options.Lues options -> demarrerOuRefuser(options);
        }
    }

    private static void demarrerOuRefuser(Options.Lues options) {
        // Muet jusqu'à ce que Spring règle les journaux : la base embarquée parlerait sur la console.
        LoggingSystem.get(Demonstration.class.getClassLoader()).beforeInitialize();
        var fermeture = new Fermeture();
        Runtime.getRuntime().addShutdownHook(new Thread(fermeture::close, "arret"));
        try {
            demarrer(options, fermeture);
        } catch (DemarrageImpossible e) {
            ERREURS.println(e.getMessage());
            System.exit(1);
        } catch (Exception e) {
            if (DemarrageImpossible.ligne(e).isEmpty()) { // sinon, le portail l'a déjà dite
                ERREURS.println("La démonstration n’a pas démarré (%s) ; le détail est dans %s."
                        .formatted(
                                e.getClass().getSimpleName(), options.donnees().resolve("journaux")));
            }
            System.exit(1);
        }
    }

    private static void demarrer(Options.Lues options, Fermeture fermeture) throws IOException {
        var dossier = fermeture.suivre(DossierDeLaDemonstration.prendre(options.donnees()));
        var ports = Ports.choisir(options);
        options.registre().filter(chemin -> !Files.isReadable(chemin)).ifPresent(chemin -> {
            throw new DemarrageImpossible("Le référentiel %s ne se lit pas.".formatted(chemin));
        });
        SORTIE.println("Démarrage de la base, du portail et de la boîte de réception…");
        var base = base(dossier, fermeture);
        var donnees = DonneesDeDemonstration.usuelles();
        var boite = fermeture.suivre(BoiteDeReception.ouvrir(
                new ReglagesDesDoublures(dossier.chemin("courriels"), ports.smtp(), ports.courriel())
                        .avecAuthentificateurs(donnees::authentificateurs)));
        var portail = fermeture.suivre(portail(options, ports, dossier, base));
        var exemples = options.exemples() && options.registre().isEmpty();
        var presentes =
                new Chargement(portail, dossier, donnees, SORTIE::println).executer(options.registre(), exemples);
        var adresse = "http://localhost:" + ports.portail();
        SORTIE.println(new Panneau(adresse, boite.adresse(), dossier, presentes, exemples).texte());
        SORTIE.println("PRET " + adresse);
        fermeture.suivre(() -> SORTIE.println("Arrêt…"));
        temoigner();
        if (exemples) {
            fermeture.suivre(animer(adresse, boite.adresse(), dossier, presentes));
        }
    }

    /** Les dossiers d'exemple se déposent en fond, pendant que l'on visite déjà. */
    private static AutoCloseable animer(
            String site, String boite, DossierDeLaDemonstration dossier, DonneesDeDemonstration donnees)
            throws IOException {
        var vie = new VieDuGuichet(
                URI.create(site),
                URI.create(boite),
                donnees.personnes().stream()
                        .map(DonneesDeDemonstration.Personne::compte)
                        .toList(),
                donnees.figurants(),
                dossier.chemin("exemples.properties"),
                Clock.systemUTC());
        var fil = Thread.ofPlatform().name("exemples").daemon().unstarted(() -> {
            try {
                if (vie.mener()) {
                    SORTIE.println("Les dossiers d’exemple sont déposés.");
                }
            } catch (InterruptedException | IOException | RuntimeException e) {
                LoggerFactory.getLogger(Demonstration.class).warn("Dossiers d’exemple interrompus", e);
            }
        });
        fil.start();
        return fil::interrupt;
    }

    /** ./lancer ne garde l'archive de classes que d'un démarrage allé au bout : un refus n'en charge presque aucune. */
    private static void temoigner() throws IOException {
        var temoin = System.getProperty("convergence.temoin");
        if (temoin != null) {
            Files.write(Path.of(temoin), new byte[0]);
        }
    }

    /** Le serveur donné par l'environnement, sinon le nôtre. */
    private static DeuxAcces base(DossierDeLaDemonstration dossier, Fermeture fermeture) {
        var adresse = System.getenv("CONVERGENCE_DB_URL");
        if (adresse == null || adresse.isBlank()) {
            return fermeture.suivre(BaseEmbarquee.ouvrir(dossier)).acces();
        }
        var environnement = System.getenv();
        var utilisateur = environnement.getOrDefault("CONVERGENCE_DB_USER", "convergence");
        var motDePasse = environnement.getOrDefault("CONVERGENCE_DB_PASSWORD", "");
        return new DeuxAcces(
                joignable(new AccesALaBase(adresse, utilisateur, motDePasse)),
                joignable(new AccesALaBase(
                        adresse,
                        environnement.getOrDefault("CONVERGENCE_DB_OWNER", utilisateur),
                        environnement.getOrDefault("CONVERGENCE_DB_OWNER_PASSWORD", motDePasse))));
    }

    private static AccesALaBase joignable(AccesALaBase acces) {
        acces.empechement().ifPresent(ligne -> {
            throw new DemarrageImpossible(ligne);
        });
        return acces;
    }

    private static ConfigurableApplicationContext portail(
            Options.Lues options, Ports ports, DossierDeLaDemonstration dossier, DeuxAcces base) {
        var reglages = List.of(
                "server.port=" + ports.portail(),
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
                "convergence.courriel.site=http://localhost:" + ports.portail(),
                "convergence.cles.fichier=" + dossier.chemin("cles.json"),
                "convergence.cles.creer=true",
                "convergence.fichiers.depot=" + dossier.chemin("fichiers"),
                "logging.file.name=" + dossier.chemin("journaux/convergence.log"),
                "logging.threshold.console=OFF");
        return new SpringApplicationBuilder(Portail.class)
                .main(Portail.class) // la préparation faite à la construction porte son nom
                .registerShutdownHook(false) // l'arrêt se fait dans l'ordre, par Fermeture
                .run(reglages.stream().map("--"::concat).toArray(String[]::new));
    }
}
