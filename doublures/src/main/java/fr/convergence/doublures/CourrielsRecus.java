package fr.convergence.doublures;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Les courriels reçus, un fichier {@code .eml} chacun ; les plus anciens cèdent la place. */
final class CourrielsRecus {

    private static final long OCTETS_MAXIMUM = 1L << 30; // un disque de développeur ne doit pas s'emplir en silence
    private static final String SUFFIXE = ".eml";

    private final Path dossier;
    private final int maximum;
    private final Clock horloge;
    private final ConcurrentSkipListMap<Long, Enveloppe> enveloppes = new ConcurrentSkipListMap<>();
    private final ReentrantLock verrou = new ReentrantLock();
    private final Condition arrivee = verrou.newCondition();
    private long dernier;
    private long octets;

    /** Un courriel au-delà de la taille permise. */
    static final class TropGros extends IOException {}

    CourrielsRecus(Path dossier, int maximum, Clock horloge) throws IOException {
        this.dossier = Files.createDirectories(dossier);
        this.maximum = maximum;
        this.horloge = horloge;
        relire();
    }

    /** Garde un courriel et rend son numéro, plus grand que tous ceux déjà donnés. */
    long garder(String de, List<String> a, InputStream contenu, long tailleMaximale) throws IOException {
        var arrive = Files.createTempFile(dossier, "arrivee", ".tmp");
        try {
            try (var sortie = Files.newOutputStream(arrive)) {
                sortie.write(EnteteDeGarde.ecrire(de, a, horloge.instant()).getBytes(StandardCharsets.UTF_8));
                copier(contenu, sortie, tailleMaximale);
            }
            return ranger(arrive);
        } finally {
            Files.deleteIfExists(arrive);
        }
    }

    /** Les plus récents d'abord. */
    Stream<Enveloppe> recents(Predicate<Enveloppe> choix) {
        return enveloppes.descendingMap().values().stream().filter(choix);
    }

    /** Arrivés après {@code depuis}, dans l'ordre, en attendant le premier au plus {@code attente}. */
    List<Enveloppe> arrives(long depuis, Predicate<Enveloppe> choix, int limite, Duration attente)
            throws InterruptedException {
        var reste = attente.toNanos();
        verrou.lock();
        try {
            while (true) {
                var trouves = enveloppes.tailMap(depuis, false).values().stream()
                        .filter(choix)
                        .limit(limite)
                        .toList();
                if (!trouves.isEmpty() || reste <= 0) {
                    return trouves;
                }
                reste = arrivee.awaitNanos(reste);
            }
        } finally {
            verrou.unlock();
        }
    }

    Optional<Enveloppe> enveloppe(long id) {
        return Optional.ofNullable(enveloppes.get(id));
    }

    /** Octets du courriel tels que reçus, précédés de l'en-tête de garde ; vide s'il vient d'être effacé. */
    Optional<InputStream> contenu(long id) throws IOException {
        if (!enveloppes.containsKey(id)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.newInputStream(fichier(id)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    void effacerTout() throws IOException {
        verrou.lock();
        try {
            while (!enveloppes.isEmpty()) {
                effacerLePlusAncien();
            }
        } finally {
            verrou.unlock();
        }
    }

    private static void copier(InputStream contenu, OutputStream sortie, long tailleMaximale) throws IOException {
        var tampon = new byte[64 * 1024];
        var total = 0L;
        for (var lus = contenu.read(tampon); lus >= 0; lus = contenu.read(tampon)) {
            total += lus;
            if (total > tailleMaximale) {
                throw new TropGros();
            }
            sortie.write(tampon, 0, lus);
        }
    }

    private long ranger(Path arrive) throws IOException {
        verrou.lock();
        try {
            var id = ++dernier;
            Files.move(arrive, fichier(id), ATOMIC_MOVE);
            indexer(id);
            while (enveloppes.size() > maximum || (octets > OCTETS_MAXIMUM && enveloppes.size() > 1)) {
                effacerLePlusAncien();
            }
            arrivee.signalAll();
            return id;
        } finally {
            verrou.unlock();
        }
    }

    private void indexer(long id) throws IOException {
        var fichier = fichier(id);
        var taille = Files.size(fichier);
        try (var entree = Files.newInputStream(fichier)) {
            enveloppes.put(id, EnteteDeGarde.lire(id, taille, entree));
        }
        octets += taille;
    }

    private void effacerLePlusAncien() throws IOException {
        var ancien = enveloppes.pollFirstEntry().getValue();
        octets -= ancien.taille();
        Files.deleteIfExists(fichier(ancien.id()));
    }

    private void relire() throws IOException {
        try (var fichiers = Files.list(dossier)) {
            for (var fichier : fichiers.toList()) {
                var nom = fichier.getFileName().toString();
                if (nom.matches("\\d{12}" + SUFFIXE)) {
                    var id = Long.parseLong(nom.substring(0, 12));
                    indexer(id);
                    dernier = Math.max(dernier, id);
                } else if (nom.endsWith(".tmp")) {
                    Files.delete(fichier); // remise coupée : l'expéditeur n'a pas reçu de oui, il recommencera
                }
            }
        }
    }

    private Path fichier(long id) {
        return dossier.resolve("%012d%s".formatted(id, SUFFIXE));
    }
}
