package fr.convergence.mesures.charge;

import fr.convergence.mesures.charge.Serveur.Lancement;
import fr.convergence.mesures.pannes.LigneDuBilan;
import fr.convergence.socle.base.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Autant de personnes envoient à la fois un fichier de 49 Mo, tous différents : le tas tient, et ce qui est gardé est ce qui est parti. */
final class GrosEnvois {

    static final int TAILLE = 49_000_000;

    private static final String GUICHET = "MESURE-GROS";
    private static final List<String> DEFINITIONS = List.of("""
            formulaire: mesure-gros@1
            sections:
              - id: preuves
                titre: Vos preuves
                questions:
                  - {id: preuve, libelle: Preuve, type: piece, formats: [pdf], taille_max: 49 Mo, obligatoire: true}
            """, """
            guichet: MESURE-GROS
            titre: Mesure des gros envois
            programme: CaRE
            public: etablissements
            eligibles: [EJ_PRIVEE]
            etapes:
              - code: candidature
                titre: Candidature
                formulaire: mesure-gros@1
                fenetre: {candidature: J-1T09:00/J+10T23:59:59, premier_depot_avant: J+12T23:59:59}
                circuit: [ARS]
            """);

    /** « Pause Young … 60M->22M(247M) 3,1ms ». */
    private static final Pattern RAMASSAGE = Pattern.compile("Pause .* (\\d+)M->(\\d+)M\\((\\d+)M\\)");

    /** Ce qu'a fait un envoi : où il est, et ce qui est parti. */
    private record Fait(String chemin, byte[] sha256, int reprises) {}

    @FunctionalInterface
    private interface Tache<T> {
        T faire(int rang) throws IOException, InterruptedException;
    }

    private final List<String> jvm;
    private final List<String> application;
    private final int nombre;

    GrosEnvois(List<String> jvm, List<String> application, int nombre) {
        this.jvm = jvm;
        this.application = application;
        this.nombre = nombre;
    }

    /** @param travail un dossier vide */
    List<LigneDuBilan> mener(Path travail) throws IOException, InterruptedException {
        var modele = PiecesDuBanc.pdf(TAILLE);
        var ramassages = travail.resolve("ramassages.log");
        try (var base = Base.ouvrir(travail, false);
                var courrier = new Courrier()) {
            var population = Peuplement.brouillons(base, travail, GUICHET, DEFINITIONS, nombre);
            var options = new ArrayList<>(jvm);
            options.add("-Xlog:gc:file=" + ramassages);
            var lancement = new Lancement(options, application, base, travail, courrier.port(), true);
            try (var serveur = Serveur.demarrer(lancement)) {
                var debut = System.nanoTime();
                var avant = serveur.processeur();
                var faits = ensemble(nombre, rang -> envoyer(serveur.port(), population, rang, modele));
                var envoyes = secondes(debut);
                var processeur = (serveur.processeur() - avant) / 1e3;
                while (base.enAnalyse() > 0) {
                    Thread.sleep(100);
                }
                var juges = secondes(debut);
                var memoire = Processeur.memoireAuPlusHaut(serveur.pid());
                var pareils = ensemble(2, part -> pareils(serveur.port(), population, faits, part)).stream()
                        .mapToInt(Integer::intValue)
                        .sum();
                return constats(faits, envoyes, juges, processeur, nu(travail, modele), pareils, memoire, ramassages);
            }
        }
    }

    private List<LigneDuBilan> constats(
            List<Fait> faits,
            double envoyes,
            double juges,
            double processeur,
            double nu,
            int pareils,
            long memoire,
            Path ramassages)
            throws IOException {
        var quoi = "%d envois de 49 Mo à la fois".formatted(nombre);
        var plein = tas(ramassages, 1);
        var vivant = tas(ramassages, 2);
        var traces = ramassages.resolveSibling("serveur.log");
        var manques = Files.readString(traces).contains("OutOfMemoryError");
        return List.of(
                LigneDuBilan.compte(
                        "gros",
                        quoi + " : gardés tels que partis",
                        "%d sur %d, relus par leur adresse".formatted(pareils, nombre),
                        "tous",
                        pareils == nombre),
                LigneDuBilan.compte(
                        "gros",
                        quoi + " : mémoire, " + String.join(" ", jvm),
                        "tas au plus haut : %d Mo avant un ramassage, %d après, sur %d ; résidente : %d Mo%s"
                                .formatted(
                                        plein,
                                        vivant,
                                        tas(ramassages, 3),
                                        memoire,
                                        manques ? " ; mémoire épuisée" : ""),
                        "jamais épuisée",
                        !manques),
                LigneDuBilan.duree(
                        "gros",
                        quoi + " : durée",
                        String.format(
                                Locale.FRANCE,
                                "reçus en %.1f s (%.0f Mo/s, %.0f ms de processeur par fichier, %d demandes remises à plus tard), jugés"
                                        + " %.1f s après ; lecteur nu %.1f s : %.1f fois (charge de la machine : %.1f)",
                                envoyes,
                                nombre * (TAILLE / 1e6) / envoyes,
                                processeur * 1e3 / nombre,
                                faits.stream().mapToInt(Fait::reprises).sum(),
                                juges - envoyes,
                                nu,
                                envoyes / nu,
                                Processeur.charge()),
                        "",
                        true));
    }

    private static Fait envoyer(int port, Population population, int rang, byte[] modele)
            throws IOException, InterruptedException {
        var adresse = "/dossiers/" + population.dossiers().get(rang) + "/candidature/televersements/preuve";
        try (var envoi = new GrosEnvoi(port, population.referent(rang), adresse, rang, modele)) {
            var chemin = envoi.envoyer();
            return new Fait(chemin.replace("/televersements/", "/pieces/"), envoi.sha256(), envoi.reprises());
        }
    }

    /** Un sur deux : deux lecteurs suffisent à deux processeurs. */
    private static int pareils(int port, Population population, List<Fait> faits, int part) throws IOException {
        var pareils = 0;
        try (var connexion = new Connexion(port)) {
            for (var rang = part; rang < faits.size(); rang += 2) {
                var fait = faits.get(rang);
                var lu = connexion
                        .lire(fait.chemin(), population.referent(rang))
                        .attendue(200, "téléchargement d'un gros envoi");
                pareils += Arrays.equals(Sha256.de(lu.corps()), fait.sha256()) ? 1 : 0;
            }
        }
        return pareils;
    }

    /** Les mêmes octets, autant à la fois, par un programme qui ne fait que les lire, en prendre l'empreinte et les écrire. */
    private double nu(Path travail, byte[] modele) throws IOException, InterruptedException {
        try (var nu = ProgrammeTemoin.lancer(
                jvm, LecteurNu.ORDRE, travail.resolve("nu").toString())) {
            var debut = System.nanoTime();
            ensemble(nombre, rang -> {
                LecteurNu.envoyer(nu.port(), modele);
                return rang;
            });
            return secondes(debut);
        }
    }

    private static <T> List<T> ensemble(int nombre, Tache<T> tache) throws IOException, InterruptedException {
        try (var fils = Executors.newFixedThreadPool(nombre)) {
            var partis = IntStream.range(0, nombre)
                    .mapToObj(rang -> fils.submit(() -> tache.faire(rang)))
                    .toList();
            var faits = new ArrayList<T>();
            for (var parti : partis) {
                faits.add(parti.get());
            }
            return faits;
        } catch (ExecutionException echec) {
            throw new IOException(echec.getCause());
        }
    }

    private static long tas(Path ramassages, int groupe) throws IOException {
        return Files.readAllLines(ramassages).stream()
                .map(RAMASSAGE::matcher)
                .filter(Matcher::find)
                .mapToLong(trouve -> Long.parseLong(trouve.group(groupe)))
                .max()
                .orElse(0);
    }

    private static double secondes(long debut) {
        return (System.nanoTime() - debut) / 1e9;
    }
}
