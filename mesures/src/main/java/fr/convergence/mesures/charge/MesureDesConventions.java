package fr.convergence.mesures.charge;

import fr.convergence.portail.contact.PersonneAJoindre;
import fr.convergence.portail.convention.ContenuDeConvention;
import fr.convergence.portail.convention.ContenuDeConvention.Ligne;
import fr.convergence.portail.convention.ContenuDeConvention.Partie;
import fr.convergence.portail.convention.ConventionImprimee;
import fr.convergence.socle.impression.Imprimerie;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;

/** Combien de conventions s'impriment par seconde : le gabarit des guichets, PDF balisé, polices et code QR dedans. */
final class MesureDesConventions {

    /** Ce que {@link Mesurer} doit faire dans ce processus. */
    static final String ORDRE = "conventions";

    private static final int CHAUFFE = 5;

    /** La sortie est le rapport. */
    private static final Map<String, String> SANS_TRACES = Map.of("logging.threshold.console", "off");

    private final Imprimerie imprimerie;
    private final long duree;

    private MesureDesConventions(Imprimerie imprimerie, long secondes) {
        this.imprimerie = imprimerie;
        this.duree = secondes * 1_000_000_000L;
    }

    /** @param arguments le dossier de travail, les répétitions, les secondes de chacune */
    static void mesurer(List<String> arguments) throws IOException, InterruptedException {
        var travail = Files.createDirectories(Path.of(arguments.getFirst()));
        var repetitions = Integer.parseInt(arguments.get(1));
        var secondes = Long.parseLong(arguments.get(2));
        try (var base = Base.ouvrir(travail, false);
                var portail = Peuplement.ouvrir(base, travail, SANS_TRACES)) {
            var mesure = new MesureDesConventions(portail.getBean(Imprimerie.class), secondes);
            mesure.dire(repetitions);
        }
    }

    private void dire(int repetitions) throws IOException, InterruptedException {
        var exemple = imprimerie.imprimer(convention(0));
        try (var pdf = Loader.loadPDF(exemple)) {
            System.out.printf(
                    Locale.FRANCE,
                    "Convention imprimée : %d pages, %d Ko, %s.%n",
                    pdf.getNumberOfPages(),
                    exemple.length / 1024,
                    pdf.getDocumentCatalog().getStructureTreeRoot() == null ? "NON BALISÉE" : "balisée");
        }
        imprimer(2, duree * CHAUFFE);
        for (var fils : List.of(1, 2)) {
            var debits = new double[repetitions];
            var avant = Processeur.de(ProcessHandle.current().pid());
            var faites = 0L;
            for (var fois = 0; fois < repetitions; fois++) {
                var debut = System.nanoTime();
                var nombre = imprimer(fils, duree);
                debits[fois] = nombre / ((System.nanoTime() - debut) / 1e9);
                faites += nombre;
            }
            Arrays.sort(debits);
            System.out.printf(
                    Locale.FRANCE,
                    "Conventions par seconde, %d fil%s : %.1f (%.1f à %.1f), %.1f ms de processeur chacune (charge de la machine : %.1f).%n",
                    fils,
                    fils > 1 ? "s" : "",
                    debits[repetitions / 2],
                    debits[0],
                    debits[repetitions - 1],
                    (Processeur.de(ProcessHandle.current().pid()) - avant) / (double) faites,
                    Processeur.charge());
        }
    }

    private long imprimer(int nombre, long duree) throws InterruptedException {
        var fin = System.nanoTime() + duree;
        Callable<Long> unFil = () -> {
            var faites = 0L;
            while (System.nanoTime() < fin) {
                imprimerie.imprimer(convention(faites));
                faites++;
            }
            return faites;
        };
        try (var fils = Executors.newFixedThreadPool(nombre)) {
            var total = 0L;
            for (var fil : fils.invokeAll(
                    IntStream.range(0, nombre).mapToObj(_ -> unFil).toList())) {
                total += fil.get();
            }
            return total;
        } catch (ExecutionException echec) {
            throw new IllegalStateException(echec.getCause());
        }
    }

    /** Chacune à un autre nom : rien ne s'en retient d'une fois sur l'autre. */
    private static ConventionImprimee convention(long rang) {
        return new ConventionImprimee(
                "CARED1-2026-000042",
                1,
                new ContenuDeConvention(
                        "Annuaires techniques et exposition sur internet",
                        "CaRE",
                        "Candidature",
                        new Partie("Centre hospitalier des Tilleuls " + rang, "GHT, OCC-01", "Occitanie"),
                        new PersonneAJoindre(
                                "Madame",
                                "Łucja",
                                "Martin-Béranger",
                                "Directrice générale",
                                "lucja.martin@mesure.example",
                                "+33 4 67 00 00 00"),
                        List.of(
                                new Ligne("Adresse de l’établissement", "1, rue des Acacias, 34000 Montpellier"),
                                new Ligne("IBAN", "FR76 3000 6000 0112 3456 7890 189"),
                                new Ligne("BIC", "AGRIFRPP")),
                        List.of(new Ligne("Montant demandé", "125 000,00 €"))),
                "7K3M-9QXT-2WPA",
                "/verification/CARED1-2026-000042/7K3M9QXT2WPA",
                "https://convergence.mesure.example",
                Instant.parse("2026-12-01T09:00:00Z"));
    }
}
