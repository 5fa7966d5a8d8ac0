package fr.convergence.mesures.pannes;

import fr.convergence.mesures.charge.Connexion;
import fr.convergence.mesures.charge.PiecesDuBanc;
import fr.convergence.mesures.pannes.Comparaison.Ecart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Le dossier des fichiers se démonte ou ne s'écrit plus : rien ne s'y reçoit, tout le reste sert, et il reprend de lui-même. */
final class PannesDuDepot {

    private static final byte[] PIECE = PiecesDuBanc.pdf(120_000);
    private static final String INDISPONIBLE = "503";

    /** Ce qui lui arrive, et comment l'en tirer. */
    private interface Perte {
        String nom();

        void perdre() throws IOException;

        void rendre() throws IOException;
    }

    private final Terrain terrain;
    private final List<LigneDuBilan> constats;
    private final Path depot;

    PannesDuDepot(Terrain terrain, List<LigneDuBilan> constats) {
        this.terrain = terrain;
        this.constats = constats;
        this.depot = terrain.dossier().resolve("fichiers");
    }

    Ecart eprouver(int port) throws IOException, InterruptedException {
        var ecart = eprouver(new Demonte(), port);
        for (var fige : List.of(new EnLectureSeule(), new MonteEnLectureSeule())) {
            if (fige.possible()) {
                return ecart.et(eprouver(fige, port));
            }
        }
        constats.add(LigneDuBilan.ailleurs(
                "9", "dépôt en lecture seule : ce compte passe outre les droits et ne monte rien", "rien n'est reçu"));
        return ecart;
    }

    private Ecart eprouver(Perte perte, int port) throws IOException, InterruptedException {
        var releve = new Vecu();
        var refus = new String[1];
        var tour = terrain.tour(port, releve, () -> {
            perte.perdre();
            refus[0] = deposer(port);
            perte.rendre();
            Terrain.attendre(() -> deposer(port).isEmpty());
        });
        perte.perdre();
        var dite = terrain.malade(port);
        var pages = terrain.pages(port);
        perte.rendre();
        var debut = System.nanoTime();
        Terrain.attendre(() -> deposer(port).isEmpty());
        var secondes = (System.nanoTime() - debut) / 1e9;
        var guerie = terrain.gueri(port);
        constats.add(LigneDuBilan.compte(
                "9",
                "dépôt " + perte.nom(),
                String.format(
                        Locale.FRANCE,
                        "un dépôt répond %s ; %d transmissions acquittées, %d perdues, %d refus ; 95 %% des pages en %.0f ms"
                                + " ; reçoit de nouveau en %.1f s ; la page de santé le dit, puis sa fin",
                        refus[0],
                        tour.transmissions(),
                        tour.perdues().size(),
                        releve.refus.size(),
                        pages,
                        secondes),
                "503 aux dépôts, tout le reste sert",
                INDISPONIBLE.equals(refus[0])
                        && tour.perdues().isEmpty()
                        && tour.doublees().isEmpty()
                        && releve.refus.isEmpty()
                        && dite
                        && guerie));
        return tour;
    }

    /** @return vide si la pièce est reçue ; sinon, l'état de la réponse */
    private String deposer(int port) {
        var dossier = terrain.population.dossiers().size() - 1;
        try (var connexion = new Connexion(port)) {
            PiecesDuBanc.deposer(
                    connexion,
                    terrain.population.referent(dossier),
                    "/dossiers/" + terrain.population.dossiers().get(dossier) + "/candidature/televersements/preuve_p1",
                    PIECE);
            return "";
        } catch (IllegalStateException | IOException refus) {
            return String.valueOf(refus.getMessage()).replaceAll("(?s).*?réponse (\\d+) inattendue.*", "$1");
        }
    }

    /** Le point de montage reste, vide. */
    private final class Demonte implements Perte {

        private final Path ailleurs = depot.resolveSibling("fichiers-demontes");

        @Override
        public String nom() {
            return "démonté";
        }

        @Override
        public void perdre() throws IOException {
            Files.move(depot, ailleurs);
            Files.createDirectory(depot);
        }

        @Override
        public void rendre() throws IOException {
            try (var restes = Files.walk(depot)) {
                for (var reste : restes.sorted(Comparator.reverseOrder()).toList()) {
                    if (Files.isRegularFile(reste) && !reste.toString().endsWith(".partiel")) {
                        throw new IOException("Un objet a été reçu là où le dépôt n'était plus : " + reste);
                    }
                    Files.delete(reste);
                }
            }
            Files.move(ailleurs, depot);
        }
    }

    /** Encore faut-il que ce compte le puisse. */
    private abstract class LectureSeule implements Perte {

        final boolean possible() throws IOException {
            try {
                perdre();
                try {
                    return !Files.isWritable(depot);
                } finally {
                    rendre();
                }
            } catch (IOException _) {
                return false;
            }
        }
    }

    /** Root passe outre les droits, non un montage : c'est aussi ce qu'un disque malade devient. */
    private final class MonteEnLectureSeule extends LectureSeule {

        @Override
        public String nom() {
            return "monté en lecture seule";
        }

        @Override
        public void perdre() throws IOException {
            ordonner("mount", "--bind", depot.toString(), depot.toString());
            try {
                ordonner("mount", "-o", "remount,ro,bind", depot.toString());
            } catch (IOException refus) {
                rendre();
                throw refus;
            }
        }

        /** Sans attendre les lectures en cours. */
        @Override
        public void rendre() throws IOException {
            ordonner("umount", "--lazy", depot.toString());
        }

        private void ordonner(String... ordre) throws IOException {
            var processus = new ProcessBuilder(ordre).redirectErrorStream(true).start();
            var dit = new String(processus.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (processus.onExit().join().exitValue() != 0) {
                throw new IOException(String.join(" ", ordre) + " : " + dit);
            }
        }
    }

    private final class EnLectureSeule extends LectureSeule {

        @Override
        public String nom() {
            return "en lecture seule";
        }

        @Override
        public void perdre() throws IOException {
            droits("r-xr-xr-x");
        }

        @Override
        public void rendre() throws IOException {
            droits("rwx------");
        }

        private void droits(String droits) throws IOException {
            try (var tout = Files.walk(depot)) {
                for (var dossier : tout.filter(Files::isDirectory).toList()) {
                    Files.setPosixFilePermissions(dossier, PosixFilePermissions.fromString(droits));
                }
            }
        }
    }
}
