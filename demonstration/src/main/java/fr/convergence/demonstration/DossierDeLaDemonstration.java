package fr.convergence.demonstration;

import fr.convergence.socle.base.DemarrageImpossible;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Le dossier de la démonstration, tenu par une seule à la fois. */
final class DossierDeLaDemonstration implements AutoCloseable {

    private final Path racine;
    private final FileChannel verrou;

    private DossierDeLaDemonstration(Path racine, FileChannel verrou) {
        this.racine = racine;
        this.verrou = verrou;
    }

    static DossierDeLaDemonstration prendre(Path racine) {
        try {
            Files.createDirectories(racine, droits("rwx------"));
            var verrou =
                    FileChannel.open(racine.resolve("verrou"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!verrouiller(verrou)) {
                verrou.close();
                throw new DemarrageImpossible(
                        "Une autre démonstration emploie déjà le dossier %s : arrêtez-la, ou choisissez un autre dossier avec --donnees=CHEMIN."
                                .formatted(racine));
            }
            return new DossierDeLaDemonstration(racine, verrou);
        } catch (IOException e) {
            throw new DemarrageImpossible(
                    "Le dossier %s ne peut être employé (%s) : choisissez-en un autre avec --donnees=CHEMIN."
                            .formatted(racine, e));
        }
    }

    Path chemin(String nom) {
        return racine.resolve(nom);
    }

    /** Rend le dossier ; le système le rend de lui-même si la machine virtuelle est tuée. */
    @Override
    public void close() throws IOException {
        verrou.close();
    }

    /** Droits donnés à la création, là où le système de fichiers les connaît. */
    static FileAttribute<?>[] droits(String droits) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(droits))}
                : new FileAttribute<?>[0];
    }

    private static boolean verrouiller(FileChannel verrou) throws IOException {
        try {
            return verrou.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // pris dans cette même machine virtuelle
        }
    }
}
