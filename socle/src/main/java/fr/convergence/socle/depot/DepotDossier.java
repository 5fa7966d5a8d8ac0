package fr.convergence.socle.depot;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Le dépôt par défaut : un dossier, réparti en 65 536 sous-dossiers ; partagé (NFS) s'il y a plusieurs nœuds. */
public final class DepotDossier implements DepotDuSite {

    private static final Pattern NOM = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern SOUS_DOSSIER = Pattern.compile("[0-9a-f]{2}");
    private static final String PROVISOIRE = ".partiel";

    /** Par ce fichier le dépôt se reconnaît. */
    public static final String MARQUE = Marqueur.SITE.nom();

    private final Path racine;
    private volatile String exigee = "";

    public DepotDossier(Path racine) throws IOException {
        this.racine = racine.toAbsolutePath();
        creerDossier(this.racine);
    }

    @Override
    public String lu(Marqueur marqueur) throws IOException {
        try {
            // L'ouvrir, et non demander s'il existe : un partage NFS répondrait de mémoire.
            return Files.readString(racine.resolve(marqueur.nom())).strip();
        } catch (NoSuchFileException _) {
            return "";
        } catch (FileSystemException refus) {
            throw new DepotIndisponible(refus);
        }
    }

    @Override
    public String ecrit(Marqueur marqueur, String identifiant) throws IOException {
        try (var canal = FileChannel.open(
                racine.resolve(marqueur.nom()), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            canal.write(ByteBuffer.wrap(identifiant.getBytes(US_ASCII)));
            canal.force(true);
        } catch (FileAlreadyExistsException autre) {
            return lu(marqueur);
        } catch (FileSystemException refus) {
            throw new DepotIndisponible(refus);
        }
        synchroniser(racine);
        return identifiant;
    }

    @Override
    public void exiger(String identifiant) {
        exigee = identifiant;
    }

    @Override
    public void ote(Marqueur marqueur) throws IOException {
        Files.deleteIfExists(racine.resolve(marqueur.nom()));
        synchroniser(racine);
    }

    @Override
    public String reglage() {
        return "convergence.fichiers.depot";
    }

    @Override
    public String doute() {
        return "est-il monté ?";
    }

    @Override
    public Ecriture creer(String objet) throws IOException {
        controlerLaMarque();
        var definitif = chemin(objet);
        try {
            creerDossier(requireNonNull(definitif.getParent()));
            return new EcritureDansLeDossier(definitif);
        } catch (FileAlreadyExistsException pris) {
            throw pris;
        } catch (FileSystemException refus) {
            throw new DepotIndisponible(refus);
        }
    }

    @Override
    public void essayer() throws DepotIndisponible {
        try {
            controlerLaMarque();
            Files.delete(Files.createTempFile(racine, ".sonde", null));
        } catch (DepotIndisponible dit) {
            throw dit;
        } catch (IOException refus) {
            throw new DepotIndisponible(refus);
        }
    }

    private void controlerLaMarque() throws IOException {
        if (!exigee.isEmpty() && !exigee.equals(marque())) {
            throw new DepotIndisponible("%s n’est pas le dépôt de ce site (fichier %s absent ou autre) : %s"
                    .formatted(racine, MARQUE, doute()));
        }
    }

    @Override
    public InputStream lire(String objet) throws IOException {
        return Files.newInputStream(chemin(objet));
    }

    @Override
    public SeekableByteChannel canal(String objet) throws IOException {
        return Files.newByteChannel(chemin(objet));
    }

    @Override
    public void supprimer(String objet) throws IOException {
        var definitif = chemin(objet);
        controlerLaMarque();
        Files.deleteIfExists(provisoire(definitif));
        Files.deleteIfExists(definitif);
        controlerLaMarque();
    }

    @Override
    public Stream<Range> ranges() throws IOException {
        return sousDossiers(racine)
                .flatMap(DepotDossier::sousDossiers)
                .flatMap(dossier -> enfants(dossier)
                        .filter(fichier -> NOM.matcher(nom(fichier)).matches()))
                .map(fichier -> new Range(nom(fichier), fichier.toFile().length()));
    }

    private static Stream<Path> sousDossiers(Path dossier) {
        return enfants(dossier)
                .filter(enfant -> SOUS_DOSSIER.matcher(nom(enfant)).matches());
    }

    /** Les uns après les autres, dans l'ordre : un dossier n'en a que quelques centaines. */
    private static Stream<Path> enfants(Path dossier) {
        try (var enfants = Files.list(dossier)) {
            return enfants.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String nom(Path fichier) {
        return String.valueOf(fichier.getFileName());
    }

    private Path chemin(String objet) {
        if (!NOM.matcher(objet).matches()) {
            throw new IllegalArgumentException("Nom d’objet : " + objet);
        }
        return racine.resolve(objet.substring(0, 2))
                .resolve(objet.substring(2, 4))
                .resolve(objet);
    }

    private static Path provisoire(Path definitif) {
        return definitif.resolveSibling(definitif.getFileName() + PROVISOIRE);
    }

    private void creerDossier(Path dossier) throws IOException {
        if (Files.isDirectory(dossier)) {
            return;
        }
        Files.createDirectories(
                dossier, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        for (var parent = dossier.getParent();
                parent != null && parent.startsWith(racine);
                parent = parent.getParent()) {
            synchroniser(parent);
        }
    }

    /** Sans cela le fichier est durable mais pas son nom. */
    private static void synchroniser(Path dossier) throws IOException {
        try (var canal = FileChannel.open(dossier, StandardOpenOption.READ)) {
            canal.force(true);
        }
    }

    private final class EcritureDansLeDossier implements Ecriture {

        private final Path definitif;
        private final FileChannel canal;
        private final OutputStream flux;

        EcritureDansLeDossier(Path definitif) throws IOException {
            this.definitif = definitif;
            this.canal = FileChannel.open(
                    provisoire(definitif),
                    EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            this.flux = new SansFermer(Channels.newOutputStream(canal));
        }

        @Override
        public OutputStream flux() {
            return flux;
        }

        @Override
        public void publier() throws IOException {
            canal.force(true);
            canal.close();
            Files.move(provisoire(definitif), definitif, StandardCopyOption.ATOMIC_MOVE);
            synchroniser(requireNonNull(definitif.getParent()));
            controlerLaMarque();
        }

        @Override
        public void close() throws IOException {
            canal.close();
            Files.deleteIfExists(provisoire(definitif));
        }
    }
}
