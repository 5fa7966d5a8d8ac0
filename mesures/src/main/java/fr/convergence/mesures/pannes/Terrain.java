package fr.convergence.mesures.pannes;

import fr.convergence.mesures.charge.Base;
import fr.convergence.mesures.charge.Population;
import fr.convergence.mesures.charge.Serveur;
import fr.convergence.mesures.charge.Serveur.Lancement;
import fr.convergence.mesures.pannes.Comparaison.Ecart;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Là où les épreuves se mènent, tour par tour : des rédacteurs au travail, un coup, puis les comptes. */
final class Terrain {

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
    private int tours;

    /** @param graine celle des instants où les coups tombent */
    Terrain(Base base, Lancement lancement, Population population, long graine) {
        this.base = base;
        this.lancement = lancement;
        this.population = population;
        this.hasard = new Random(graine);
    }

    /** Le coup tombe à un moment quelconque ; le tour finit une fois le travail repris, et rien ne reste sans réponse. */
    Ecart tour(int port, Releve releve, Coup coup) throws IOException, InterruptedException {
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
            return ecart;
        }
    }

    Serveur demarrer(int port) throws IOException, InterruptedException {
        return Serveur.demarrer(lancement, port);
    }

    Path dossier() {
        return lancement.dossier();
    }

    /** Tous les nœuds à terre : ce qu'ils avaient réservé n'attend pas la fin de leur bail. */
    void ecourterLesBaux() {
        base.sql()
                .sql("update courriel set prochain_essai = now() where etat = 'A_ENVOYER'")
                .update();
        base.sql().sql("update fichier_analyse set prochain_essai = now()").update();
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
                from candidature_reponses r join dossier_etape e on e.id = r.etape join dossier d on d.id = e.dossier
                """).query((ResultSet ligne) -> {
            revisions.put(ligne.getString(1), ligne.getInt(2));
        });
        return revisions;
    }
}
