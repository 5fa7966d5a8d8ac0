package fr.convergence.mesures.charge;

import fr.convergence.mesures.charge.Rapport.Minute;
import fr.convergence.mesures.charge.Serveur.Lancement;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Les dix minutes les plus chargées (design « performance ») sans les envois de fichiers : pages, enregistrements,
 * transmissions, connexions et courriels arrivent à leur rythme, que le serveur suive ou non ; un retard se compte depuis
 * l'heure où la requête devait partir.
 */
final class Pointe {

    private static final Duration CHAUFFE = Duration.ofMinutes(3);
    private static final int CONNEXIONS = 16;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Des requêtes d'une sorte, à ce rythme. */
    private static final class Flux {
        private final Operation operation;
        private final double parSeconde;
        private final AtomicInteger prises = new AtomicInteger();
        private final ConcurrentLinkedQueue<Long> temps = new ConcurrentLinkedQueue<>();
        private final ConcurrentLinkedQueue<String> erreurs = new ConcurrentLinkedQueue<>();

        Flux(Operation operation, double parSeconde) {
            this.operation = operation;
            this.parSeconde = parSeconde;
        }
    }

    private final OptionsDuBanc options;
    private final Rapport rapport;
    private final Base base;
    private final Courrier courrier;
    private final Population population;

    Pointe(OptionsDuBanc options, Rapport rapport, Base base, Courrier courrier, Population population) {
        this.options = options;
        this.rapport = rapport;
        this.base = base;
        this.courrier = courrier;
        this.population = population;
    }

    void mesurer(Lancement lancement) throws IOException, InterruptedException {
        base.sql().sql("delete from courriel_lettre").update();
        base.sql().sql("delete from courriel where etat = 'A_ENVOYER'").update();
        var gestes = new Gestes(base, population);
        var flux = flux(gestes);
        try (var serveur = Serveur.demarrer(lancement)) {
            chauffer(new Charge(serveur, base), flux);
            var avant = courrier.recus();
            var minutes = mener(serveur, flux);
            attendreLaBoite();
            rapport.pointe(minutes, courrier.recus() - avant, courrier.doubles(), Processeur.memoire(serveur.pid()));
        }
        for (var un : flux) {
            var temps = un.temps.stream().mapToLong(Long::longValue).sorted().toArray();
            rapport.flux(
                    un.operation.nom(),
                    un.prises.get(),
                    rang(temps, 0.5),
                    rang(temps, 0.95),
                    rang(temps, 1),
                    List.copyOf(un.erreurs));
        }
    }

    /** 131 pages, 73 enregistrements, 5 transmissions et 4,4 connexions par seconde ; 16 courriels en découlent, ou plus. */
    private List<Flux> flux(Gestes gestes) {
        var comptes = (int) (options.pointe().toSeconds() * 5);
        Connexions.inscrire(base, comptes);
        return List.of(
                new Flux(gestes.page("tableau de bord"), 25),
                new Flux(gestes.page("section"), 70),
                new Flux(gestes.page("entier"), 10),
                new Flux(gestes.page("de l'ARS"), 20),
                new Flux(gestes.page("filtrée"), 6),
                new Flux(gestes.page("enregistrement"), 73),
                new Flux(gestes.transmissionSansFin(base), 5),
                new Flux(new Connexions(courrier).operation(comptes), 4.4));
    }

    private void chauffer(Charge charge, List<Flux> flux) throws IOException, InterruptedException {
        for (var un : flux) {
            if (!un.operation.epuisable()) {
                charge.mesurer(un.operation, CONNEXIONS, CHAUFFE, options.chauffe() / CONNEXIONS);
            }
        }
    }

    private List<Minute> mener(Serveur serveur, List<Flux> flux) throws InterruptedException {
        var debut = System.nanoTime();
        var fin = debut + options.pointe().toNanos();
        var minutes = new ArrayList<Minute>();
        try (var fils = Executors.newFixedThreadPool(flux.size() * CONNEXIONS)) {
            for (var un : flux) {
                IntStream.range(0, CONNEXIONS).forEach(_ -> fils.submit(() -> suivre(serveur, un, debut, fin)));
            }
            for (var limite = debut; limite < fin; ) {
                limite = Math.min(fin, limite + TimeUnit.MINUTES.toNanos(1));
                var avant =
                        List.of(Processeur.de(serveur.pid()), Processeur.deLaFamille(base.pid()), System.nanoTime());
                TimeUnit.NANOSECONDS.sleep(limite - System.nanoTime());
                var duree = (System.nanoTime() - avant.get(2)) / 1e6;
                minutes.add(new Minute(
                        (Processeur.de(serveur.pid()) - avant.get(0)) / duree,
                        (Processeur.deLaFamille(base.pid()) - avant.get(1)) / duree));
            }
        }
        return minutes;
    }

    /** Une connexion prend la prochaine requête du flux et attend son heure. */
    private static void suivre(Serveur serveur, Flux flux, long debut, long fin) {
        var ouverte = new Connexion[1];
        for (var rang = flux.prises.getAndIncrement(); ; rang = flux.prises.getAndIncrement()) {
            var heure = debut + (long) (rang / flux.parSeconde * 1e9);
            if (heure >= fin) {
                flux.prises.decrementAndGet();
                fermer(ouverte);
                return;
            }
            while (System.nanoTime() < heure) {
                LockSupport.parkNanos(heure - System.nanoTime());
            }
            try {
                if (ouverte[0] == null) {
                    ouverte[0] = new Connexion(serveur.port());
                }
                flux.operation.geste().executer(ouverte[0], rang % flux.operation.objets());
                flux.temps.add(System.nanoTime() - heure);
            } catch (IOException | IllegalStateException erreur) {
                flux.erreurs.add(String.valueOf(erreur.getMessage()));
                fermer(ouverte);
            }
        }
    }

    private static void fermer(Connexion[] ouverte) {
        try {
            if (ouverte[0] != null) {
                ouverte[0].close();
            }
        } catch (IOException dejaRompue) {
            Mesurer.dire("Connexion déjà rompue : " + dejaRompue.getMessage());
        }
        Arrays.fill(ouverte, null);
    }

    /** En ms ; rien n'a de rang dans un flux où tout a échoué. */
    private static double rang(long[] temps, double part) {
        return temps.length == 0 ? Double.NaN : temps[Math.min(temps.length - 1, (int) (temps.length * part))] / 1e6;
    }

    private void attendreLaBoite() throws InterruptedException {
        var limite = System.nanoTime() + PATIENCE.toNanos();
        while (base.courrielsAEnvoyer() > 0 && System.nanoTime() < limite) {
            Thread.sleep(100);
        }
        if (base.courrielsAEnvoyer() > 0) {
            throw new IllegalStateException(base.courrielsAEnvoyer() + " courriels ne sont pas partis");
        }
    }
}
