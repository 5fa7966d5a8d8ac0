package fr.convergence.mesures.pannes;

import fr.convergence.mesures.charge.Base;
import fr.convergence.mesures.charge.Connexion;
import fr.convergence.mesures.charge.Population;
import fr.convergence.mesures.charge.Serveur;
import fr.convergence.mesures.charge.Serveur.Lancement;
import fr.convergence.mesures.pannes.Comparaison.Ecart;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Là où les épreuves se mènent, tour par tour : des rédacteurs au travail, un coup, puis les comptes. Les nœuds qu'une épreuve
 * manquée laisse derrière elle s'arrêtent avec lui.
 */
final class Terrain implements AutoCloseable {

    /** Ce qui arrive pendant que les rédacteurs travaillent. */
    @FunctionalInterface
    interface Coup {
        void frapper() throws IOException, InterruptedException;
    }

    private static final long PATIENCE = Duration.ofMinutes(10).toNanos();
    private static final long SCRUTATION = Duration.ofMillis(20).toNanos();
    private static final int AVANT = 30;
    private static final int HASARD = 60;
    private static final int APRES = 20;
    private static final int HASARD_NS = 20_000_000;

    final Base base;
    final Lancement lancement;
    final Population population;
    private final Random hasard;
    private final int pages;
    private final Queue<Serveur> noeuds = new ConcurrentLinkedQueue<>();
    private int tours;
    private int morts;

    /**
     * @param graine celle des instants où les coups tombent
     * @param pages combien s'en lisent pendant la panne d'un partenaire
     */
    Terrain(Base base, Lancement lancement, Population population, long graine, int pages) {
        this.base = base;
        this.lancement = lancement;
        this.population = population;
        this.hasard = new Random(graine);
        this.pages = pages;
    }

    /** Le coup tombe à un moment quelconque ; le tour finit une fois le travail repris, et rien ne reste sans réponse. */
    Ecart tour(int port, Vecu releve, Coup coup) throws IOException, InterruptedException {
        tours++;
        try (var livre = new Livre(dossier().resolve("livre-%03d.txt".formatted(tours)))) {
            var redacteurs = new Redacteurs(population, port, livre, releve, revisions());
            redacteurs.commencer();
            var avant = AVANT + hasard.nextInt(HASARD);
            attendre(() -> redacteurs.enEchec() || livre.acquittees() >= avant);
            LockSupport.parkNanos(hasard.nextInt(HASARD_NS));
            coup.frapper();
            var alors = livre.acquittees();
            attendre(() -> redacteurs.enEchec() || livre.acquittees() >= alors + APRES);
            var transmis = redacteurs.finir();
            var ecart = new Comparaison(base).comparer(livre);
            base.remettreEnBrouillon(transmis);
            base.viderLesEspaces(aDepots());
            return ecart;
        }
    }

    private List<String> aDepots() {
        var dossiers = population.dossiers();
        return dossiers.subList(dossiers.size() - Redacteurs.A_DEPOTS, dossiers.size());
    }

    /** Un processus de plus vient d'être tué. */
    void unMort() {
        morts++;
    }

    int morts() {
        return morts;
    }

    /** Vrai une fois que la page de santé a dit qu'un partenaire ne va pas. */
    boolean malade(int port) {
        attendre(() -> !Serveur.sain(port));
        return true;
    }

    /** Vrai une fois que la page de santé n'a plus rien à dire. */
    boolean gueri(int port) {
        attendre(() -> Serveur.sain(port));
        return true;
    }

    /** En ms, 95 % de pages qui n'emploient aucun partenaire ; toutes doivent servir. */
    double pages(int port) throws IOException {
        var temps = new ArrayList<Long>();
        try (var connexion = new Connexion(port)) {
            for (var fois = 0; fois < pages; fois++) {
                var adresse = fois % 2 == 0
                        ? "/tableau-de-bord"
                        : "/dossiers/" + population.dossiers().getFirst() + "/candidature/ensemble";
                var debut = System.nanoTime();
                connexion.lire(adresse, population.referent(0)).attendue(200, adresse);
                temps.add(System.nanoTime() - debut);
            }
        }
        temps.sort(null);
        return temps.get(pages * 95 / 100) / 1e6;
    }

    Serveur demarrer(int port) throws IOException, InterruptedException {
        var noeud = Serveur.demarrer(lancement, port);
        noeuds.add(noeud);
        return noeud;
    }

    /** Tous à la fois. */
    List<Serveur> demarrer(List<Integer> ports) throws InterruptedException {
        try (var fils = Executors.newFixedThreadPool(ports.size())) {
            var noeuds = new ArrayList<Serveur>();
            for (var noeud : fils.invokeAll(ports.stream()
                    .map(port -> (Callable<Serveur>) () -> demarrer(port))
                    .toList())) {
                noeuds.add(noeud.get());
            }
            return noeuds;
        } catch (ExecutionException echec) {
            throw new IllegalStateException(echec.getCause());
        }
    }

    @Override
    public void close() throws InterruptedException {
        for (var noeud : noeuds) {
            noeud.close();
        }
    }

    Path dossier() {
        return lancement.dossier();
    }

    /** Tous les nœuds à terre : les courriels qu'ils avaient réservés n'attendent pas la fin de leur bail. */
    void ecourterLesBaux() {
        base.sql()
                .sql("update courriel set prochain_essai = now() where etat = 'A_ENVOYER'")
                .update();
    }

    static void attendre(BooleanSupplier fait) {
        var limite = System.nanoTime() + PATIENCE;
        while (!fait.getAsBoolean()) {
            if (System.nanoTime() > limite) {
                throw new IllegalStateException("Rien ne vient");
            }
            LockSupport.parkNanos(SCRUTATION);
        }
    }

    private Map<String, Integer> revisions() {
        var revisions = new HashMap<String, Integer>();
        base.sql().sql("""
                select d.reference, (r.reponses -> 'role' ->> 'r')::int
                from saisie_reponses r join dossier_etape e on e.id = r.etape join dossier d on d.id = e.dossier
                """).query((ResultSet ligne) -> {
            revisions.put(ligne.getString(1), ligne.getInt(2));
        });
        return revisions;
    }
}
