package fr.convergence.socle.demenagement;

import fr.convergence.socle.base.Sha256;
import fr.convergence.socle.depot.DepotDuSite;
import fr.convergence.socle.depot.DepotDuSite.Range;
import fr.convergence.socle.depot.DepotObjets;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Rend un dépôt pareil à un autre : copie ce qui y manque, relit chaque copie et la compare, ôte ce que la source n'a plus.
 *
 * <p>Un objet ne change jamais : ce qui est déjà là, et de la même taille, n'est pas refait. Interrompue, la copie reprend donc
 * où elle en était, et le site peut servir pendant ce temps. Ceux qui peuvent changer, des ancres, se comparent par empreinte.
 */
final class Demenagement {

    /**
     * @param copies objets copiés, relus et pareils
     * @param deja ceux qui y étaient
     * @param otes ceux que la source n'a plus
     * @param echecs une phrase par objet qui n'a pas pu être copié pareil
     */
    record Bilan(long copies, long deja, long otes, long octets, List<String> echecs) {}

    /** Autant d'objets à la fois : un magasin distant se fait attendre. */
    private static final int ENSEMBLE = 8;

    private static final int LOT = 64;

    private final DepotDuSite source;
    private final DepotDuSite destination;
    private final Set<String> changeants;
    private final Consumer<String> dire;
    private final List<String> echecs = new ArrayList<>();
    private long copies;
    private long deja;
    private long otes;
    private long octets;

    Demenagement(DepotDuSite source, DepotDuSite destination, Set<String> changeants, Consumer<String> dire) {
        this.source = source;
        this.destination = destination;
        this.changeants = changeants;
        this.dire = dire;
    }

    /** Les deux listes vont de pair, chacune dans l'ordre : la mémoire n'en tient qu'un lot. */
    Bilan copier() throws IOException, InterruptedException {
        try (var deLaSource = source.ranges();
                var deLaDestination = destination.ranges();
                var fils = Executors.newFixedThreadPool(ENSEMBLE)) {
            var la = deLaDestination.iterator();
            var rangee = suivante(la);
            var lot = new ArrayList<Callable<Copie>>();
            for (var objets = deLaSource.iterator(); objets.hasNext(); ) {
                var objet = objets.next();
                while (rangee != null && rangee.objet().compareTo(objet.objet()) < 0) {
                    oter(rangee);
                    rangee = suivante(la);
                }
                var pareille = rangee != null && rangee.objet().equals(objet.objet());
                if (pareille && rangee != null && rangee.taille() == objet.taille()) {
                    if (changeants.contains(objet.objet())) {
                        lot.add(() -> recopier(objet.objet()));
                    } else {
                        deja++;
                    }
                } else {
                    lot.add(() -> copier(objet.objet()));
                }
                rangee = pareille ? suivante(la) : rangee;
                if (lot.size() == LOT) {
                    compter(fils.invokeAll(lot));
                    lot.clear();
                }
            }
            compter(fils.invokeAll(lot));
            for (; rangee != null; rangee = suivante(la)) {
                oter(rangee);
            }
        }
        return new Bilan(copies, deja, otes, octets, List.copyOf(echecs));
    }

    private static @Nullable Range suivante(Iterator<Range> ranges) {
        return ranges.hasNext() ? ranges.next() : null;
    }

    /**
     * @param faite faux si elle y était déjà
     * @param echec vide si la copie est pareille
     */
    private record Copie(boolean faite, long octets, String echec) {

        static Copie ratee(String echec) {
            return new Copie(true, 0, echec);
        }
    }

    /** Même nom, même taille : encore faut-il le même contenu. */
    private Copie recopier(String objet) {
        byte[] attendue;
        try {
            attendue = empreinte(source, objet);
        } catch (IOException | RuntimeException illisible) {
            // Celle de la destination est peut-être la dernière qui se lise : elle reste.
            return Copie.ratee(objet + " : illisible dans le dépôt de départ, " + illisible.getMessage());
        }
        try {
            if (Arrays.equals(attendue, empreinte(destination, objet))) {
                return new Copie(false, 0, "");
            }
        } catch (IOException | RuntimeException illisible) {
            // Copié de nouveau, il se lira.
        }
        return copier(objet);
    }

    private Copie copier(String objet) {
        try {
            destination.supprimer(objet);
            var taille = 0L;
            byte[] lue;
            try (var flux = source.lire(objet);
                    var ecriture = destination.creer(objet)) {
                var calcul = Sha256.calcul();
                taille = flux.transferTo(new DigestOutputStream(ecriture.flux(), calcul));
                ecriture.publier();
                lue = calcul.digest();
            }
            if (Arrays.equals(lue, empreinte(destination, objet))) {
                return new Copie(true, taille, "");
            }
            throw new IOException("la copie n’est pas pareille (%s attendue)"
                    .formatted(HexFormat.of().formatHex(lue)));
        } catch (NoSuchFileException effaceDepuis) {
            return Copie.ratee(dit(source, objet) ? objet + " : absent de la destination" : "");
        } catch (IOException | RuntimeException echec) {
            return Copie.ratee(objet + " : " + echec.getMessage() + enOter(objet));
        }
    }

    /** Ce qui a mal fini, et de la même taille, passerait la fois suivante pour copié. */
    private String enOter(String objet) {
        try {
            destination.supprimer(objet);
            return "";
        } catch (IOException encore) {
            return " ; il peut en rester une part, à effacer avant de recommencer : " + encore.getMessage();
        }
    }

    private static byte[] empreinte(DepotObjets depot, String objet) throws IOException {
        var calcul = Sha256.calcul();
        try (InputStream flux = depot.lire(objet)) {
            flux.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), calcul));
        }
        return calcul.digest();
    }

    private void compter(List<java.util.concurrent.Future<Copie>> faites) throws InterruptedException {
        for (var faite : faites) {
            try {
                var copie = faite.get();
                if (!copie.faite()) {
                    deja++;
                } else if (copie.echec().isEmpty()) {
                    copies++;
                    octets += copie.octets();
                } else {
                    echecs.add(copie.echec());
                }
            } catch (ExecutionException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        dire.accept("%d objets copiés, %d déjà là, %d échecs".formatted(copies, deja, echecs.size()));
    }

    /** Effacer est vrai : ce que la source n'a plus ne reste pas ailleurs. Elle est redemandée avant. */
    private void oter(Range rangee) throws IOException {
        if (!dit(source, rangee.objet())) {
            destination.supprimer(rangee.objet());
            otes++;
        }
    }

    /** Vrai tant qu'un dépôt ne dit pas qu'il n'a pas cet objet. */
    private static boolean dit(DepotObjets depot, String objet) {
        try (var canal = depot.canal(objet)) {
            return canal.size() >= 0;
        } catch (NoSuchFileException absent) {
            return false;
        } catch (IOException panne) {
            return true;
        }
    }
}
