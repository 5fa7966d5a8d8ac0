package fr.convergence.mesures.charge;

import static java.util.Objects.requireNonNull;

import fr.convergence.mesures.charge.Serveur.Lancement;
import fr.convergence.mesures.corps.Assauts;
import fr.convergence.mesures.corps.EpreuveDesCorps;
import fr.convergence.mesures.enumeration.MesureDeLEnumeration;
import fr.convergence.mesures.fichiers.MesureDesFichiers;
import fr.convergence.mesures.migration.MesureDesMigrations;
import fr.convergence.mesures.pannes.Epreuves;
import fr.convergence.mesures.registre.MesureDuRegistre;
import fr.convergence.portail.Portail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.springframework.boot.logging.LoggingSystem;

/** Mesure le portail d'une seule commande ; le rapport dit où l'on en est de chaque but. */
public final class Mesurer {

    private final OptionsDuBanc options;
    private final Rapport rapport = new Rapport();

    private Mesurer(OptionsDuBanc options) {
        this.options = options;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0 && arguments[0].equals(LecteurNu.ORDRE)) {
            LecteurNu.servir(Integer.parseInt(arguments[1]), Path.of(arguments[2]));
            return;
        }
        if (arguments.length > 0 && arguments[0].equals(PortailNu.ORDRE)) {
            PortailNu.servir(Integer.parseInt(arguments[1]), arguments[2]);
            return;
        }
        if (arguments.length > 0 && arguments[0].equals(Assauts.ORDRE)) {
            Assauts.servir(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
            return;
        }
        if (arguments.length > 0 && arguments[0].equals(MesureDuRegistre.ORDRE)) {
            MesureDuRegistre.mesurer(List.of(arguments).subList(1, arguments.length));
            return;
        }
        if (arguments.length > 0 && arguments[0].equals(MesureDeLEnumeration.ORDRE)) {
            MesureDeLEnumeration.mesurer(List.of(arguments).subList(1, arguments.length));
            return;
        }
        if (arguments.length > 0 && arguments[0].equals(MesureDesFichiers.ORDRE)) {
            MesureDesFichiers.mesurer(List.of(arguments).subList(1, arguments.length));
            return;
        }
        if (List.of(arguments).contains("--aide")) {
            System.out.print(OptionsDuBanc.AIDE);
            return;
        }
        // La base embarquée et le serveur SMTP parleraient sur la console.
        LoggingSystem.get(Mesurer.class.getClassLoader()).beforeInitialize();
        if (arguments.length > 0 && arguments[0].equals(MesureDesConventions.ORDRE)) {
            MesureDesConventions.mesurer(List.of(arguments).subList(1, arguments.length));
            return;
        }
        if (arguments.length > 0 && arguments[0].equals(MesureDesMigrations.ORDRE)) {
            MesureDesMigrations.mesurer(List.of(arguments).subList(1, arguments.length));
            return;
        }
        executer(OptionsDuBanc.lire(arguments));
    }

    /** Mène les mesures demandées ; rend ce qui a été mesuré. */
    static Rapport executer(OptionsDuBanc options) throws IOException, InterruptedException {
        var mesurer = new Mesurer(options);
        mesurer.rapport.entete(options);
        for (var volume : options.volumesUtiles()) {
            mesurer.volume(volume, volume.equals(options.volumes().getFirst()));
        }
        mesurer.aPart();
        var texte = mesurer.rapport.texte();
        System.out.println(texte);
        if (options.rapport().isPresent()) {
            Files.writeString(options.rapport().get(), texte);
        }
        return mesurer.rapport;
    }

    /** De quoi relancer ce programme dans un autre processus. */
    static List<String> commande() {
        var chemin = System.getProperty("java.class.path");
        return chemin.endsWith("-app.jar") ? List.of("-jar", chemin) : List.of("-cp", chemin, Mesurer.class.getName());
    }

    /** Ce qui a sa propre base, chacun dans un processus dont la mémoire est bornée. */
    private void aPart() throws IOException, InterruptedException {
        if (options.veut("registre")) {
            rapport.aPart(ProgrammeTemoin.ecouter(
                    List.of(MesureDuRegistre.MEMOIRE), MesureDuRegistre.ORDRE, String.valueOf(options.entites())));
        }
        if (options.veut("enumeration")) {
            rapport.aPart(ProgrammeTemoin.ecouter(
                    options.jvm(), MesureDeLEnumeration.ORDRE, String.valueOf(options.essais())));
        }
        if (options.veut("migrations")) {
            rapport.aPart(ProgrammeTemoin.ecouter(
                    options.jvm(), MesureDesMigrations.ORDRE, String.valueOf(options.lignes())));
        }
        if (options.veut("fichiers")) {
            var atelier = options.travail().resolve("fichiers");
            rapport.aPart(ProgrammeTemoin.ecouter(
                    options.jvm(), MesureDesFichiers.ORDRE, atelier.toString(), options.producteurs()));
            if (!options.garder()) {
                vider(options.travail());
            }
        }
        if (options.veut("corps")) {
            var corps = Files.createDirectories(options.travail().resolve("corps"));
            vider(corps);
            rapport.constats(new EpreuveDesCorps(options.jvm(), application(), options.repetitions(), options.duree())
                    .mener(corps));
            if (!options.garder()) {
                vider(options.travail());
            }
        }
        if (options.veut("conventions")) {
            rapport.aPart(ProgrammeTemoin.ecouter(
                    options.jvm(),
                    MesureDesConventions.ORDRE,
                    options.travail().resolve("conventions").toString(),
                    String.valueOf(options.repetitions()),
                    String.valueOf(options.duree().toSeconds())));
            if (!options.garder()) {
                vider(options.travail());
            }
        }
        if (options.veut("gros")) {
            var gros = Files.createDirectories(options.travail().resolve("gros"));
            vider(gros);
            rapport.constats(new GrosEnvois(options.jvm(), application(), options.gros()).mener(gros));
            if (!options.garder()) {
                vider(options.travail());
            }
        }
        if (options.veut("pannes")) {
            rapport.constats(new Epreuves(options.jvm(), application(), options.coups(), options::veutLeGeste)
                    .mener(options.travail().resolve("pannes")));
        }
    }

    private void volume(int dossiers, boolean premier) throws IOException, InterruptedException {
        var travail = Files.createDirectories(options.travail().resolve(String.valueOf(dossiers)));
        var peuplee = travail.resolve("population");
        if (!Files.exists(peuplee)) {
            vider(travail);
        }
        try (var base = Base.ouvrir(travail, options.ordres());
                var courrier = new Courrier()) {
            var population = population(base, peuplee, dossiers);
            rapport.volume(dossiers, base.taille());
            var lancement = new Lancement(options.jvm(), application(), base, travail, courrier.port(), false);
            try (var serveur = Serveur.demarrer(lancement)) {
                var banc = new Banc(options, rapport, base, serveur, dossiers);
                mesurer(banc, new Gestes(base, population), population, premier);
            }
            if (premier && options.veut("courriels")) {
                new MesureDesCourriels(rapport, base, courrier).mesurer(lancement.avecTaches());
            }
            if (premier && options.veut("pointe")) {
                new Pointe(options, rapport, base, courrier, population).mesurer(lancement.avecTaches());
            }
            if (premier && options.veut("demarrage")) {
                new Demarrages(rapport, travail, options.repetitions()).mesurer(lancement, options.jar());
            }
        }
        if (!options.garder()) {
            vider(travail);
        }
    }

    /** Celle d'une mesure précédente si on l'a gardée, ses dossiers redevenus des brouillons : peupler est long. */
    private static Population population(Base base, Path peuplee, int dossiers)
            throws IOException, InterruptedException {
        if (Files.exists(peuplee)) {
            var gardee = Population.lire(peuplee);
            base.remettreEnBrouillon(gardee.dossiers());
            return gardee;
        }
        dire("Base de %d dossiers…".formatted(dossiers));
        var population = Peuplement.executer(base, requireNonNull(peuplee.getParent()), dossiers);
        base.sql().sql("vacuum analyze").update();
        population.ecrire(peuplee);
        return population;
    }

    private void mesurer(Banc banc, Gestes gestes, Population population, boolean premier)
            throws IOException, InterruptedException {
        if (premier && options.veut("plancher")) {
            banc.plancher();
        }
        if (options.veut("pages")) {
            banc.ordres(population);
            banc.mener(gestes.pages());
            banc.transmissions(gestes.transmission(), population);
            banc.memoire("après les pages");
        }
        if (premier && options.veut("envois")) {
            banc.envois(gestes);
            banc.memoire("après les envois");
        }
        if (premier && options.veut("tas")) {
            banc.tas(population);
        }
    }

    private List<String> application() {
        return options.jar()
                .map(jar -> List.of(Serveur.BEANS_PREPARES, "-jar", jar.toString()))
                .orElseGet(() -> List.of("-cp", System.getProperty("java.class.path"), Portail.class.getName()));
    }

    static void dire(String quoi) {
        System.err.println(quoi);
    }

    private static void vider(Path dossier) throws IOException {
        try (var tout = Files.walk(dossier)) {
            for (var chemin : tout.sorted(Comparator.reverseOrder()).toList()) {
                if (!chemin.equals(dossier)) {
                    Files.delete(chemin);
                }
            }
        }
    }
}
