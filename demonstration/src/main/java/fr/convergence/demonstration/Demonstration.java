package fr.convergence.demonstration;

import fr.convergence.demonstration.vie.VieDuGuichet;
import fr.convergence.doublures.BoiteDeReception;
import fr.convergence.doublures.ReglagesDesDoublures;
import fr.convergence.socle.base.DemarrageImpossible;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LoggingSystem;

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
        SORTIE.println("Démarrage de la base, des deux sites et de la boîte de réception…");
        var bases = BasesDeLaDemonstration.ouvrir(dossier, fermeture);
        var donnees = DonneesDeDemonstration.usuelles();
        var boite = fermeture.suivre(BoiteDeReception.ouvrir(new ReglagesDesDoublures(
                        dossier.chemin("courriels"), ports.smtp(), ports.courriel())
                .avecAuthentificateurs(() -> Stream.concat(
                                donnees.authentificateurs().stream(), DonneesDIsc.authentificateurs().stream())
                        .toList())));
        var sites = new SitesDeLaDemonstration(options, ports, dossier);
        var portail = fermeture.suivre(sites.portail(bases.portail()));
        var isc = bases.isc().filter(_ -> options.isc()).map(base -> fermeture.suivre(sites.isc(base)));
        isc.ifPresent(DonneesDIsc::charger);
        var exemples = options.exemples() && options.registre().isEmpty();
        var presentes =
                new Chargement(portail, dossier, donnees, SORTIE::println).executer(options.registre(), exemples);
        var adresse = "http://localhost:" + ports.portail();
        SORTIE.println(new Panneau(
                        adresse,
                        isc.map(_ -> "http://localhost:" + ports.isc()),
                        boite.adresse(),
                        dossier,
                        presentes,
                        exemples)
                .texte());
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
}
