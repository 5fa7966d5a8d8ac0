package fr.convergence.mesures.charge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Ce que Linux impute à un processus : temps processeur et mémoire résidente. */
final class Processeur {

    /** USER_HZ vaut 100 sur toute architecture de Linux. */
    private static final long TIC_EN_MS = 10;

    private static final int UTIME = 11;
    private static final int NICE = 16;

    private Processeur() {}

    /** Millisecondes de ce processus, tous ses fils compris. */
    static long de(long pid) {
        var champs = stat(pid);
        return champs.length == 0 ? 0 : (tics(champs, UTIME) + tics(champs, UTIME + 1)) * TIC_EN_MS;
    }

    /** Millisecondes de PostgreSQL : le processus père, ses fils vivants, et ceux qu'il a déjà vus finir. */
    static long deLaFamille(long pere) {
        var champs = stat(pere);
        var siens = (tics(champs, UTIME) + tics(champs, UTIME + 1) + tics(champs, UTIME + 2) + tics(champs, UTIME + 3))
                * TIC_EN_MS;
        return siens
                + ProcessHandle.of(pere).stream()
                        .flatMap(ProcessHandle::children)
                        .mapToLong(fils -> de(fils.pid()))
                        .sum();
    }

    /** Les fils de ce processus qui passent avant ce rang de nice(1). */
    static List<String> filsAvant(long pid, int rang) throws IOException {
        try (var fils = Files.list(Path.of("/proc/" + pid + "/task"))) {
            return fils.map(fil -> String.valueOf(fil.getFileName()))
                    .filter(fil -> {
                        var champs = stat("/proc/" + pid + "/task/" + fil);
                        return champs.length > 0 && tics(champs, NICE) < rang;
                    })
                    .toList();
        }
    }

    /** Mégaoctets de mémoire résidente. */
    static long memoire(long pid) {
        return ligne(Path.of("/proc/" + pid + "/status"), "VmRSS:") / 1024;
    }

    /** Mégaoctets résidents qu'un processus a tenus, au plus haut. */
    static long memoireAuPlusHaut(long pid) {
        return ligne(Path.of("/proc/" + pid + "/status"), "VmHWM:") / 1024;
    }

    /** La charge de la machine sur la dernière minute. */
    static double charge() {
        return Double.parseDouble(lire(Path.of("/proc/loadavg")).split(" ")[0]);
    }

    static String modele() {
        return lire(Path.of("/proc/cpuinfo"))
                .lines()
                .filter(ligne -> ligne.startsWith("model name"))
                .map(ligne -> ligne.substring(ligne.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("processeur inconnu");
    }

    private static long ligne(Path fichier, String nom) {
        return lire(fichier)
                .lines()
                .filter(ligne -> ligne.startsWith(nom))
                .mapToLong(ligne -> Long.parseLong(ligne.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    /** Les champs qui suivent le nom du processus, lequel peut contenir des espaces ; vide s'il vient de finir. */
    private static String[] stat(long pid) {
        return stat("/proc/" + pid);
    }

    private static String[] stat(String dossier) {
        var texte = lire(Path.of(dossier + "/stat"));
        return texte.isEmpty()
                ? new String[0]
                : texte.substring(texte.lastIndexOf(')') + 2).split(" ");
    }

    private static long tics(String[] champs, int rang) {
        return Long.parseLong(champs[rang]);
    }

    private static String lire(Path fichier) {
        try {
            return Files.readString(fichier);
        } catch (NoSuchFileException _) {
            return "";
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).contains("No such process")) {
                return "";
            }
            throw new UncheckedIOException(e);
        }
    }
}
