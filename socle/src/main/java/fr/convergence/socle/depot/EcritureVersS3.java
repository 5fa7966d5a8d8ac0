package fr.convergence.socle.depot;

import fr.convergence.socle.base.Sha256;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * Un objet attend, chiffré, dans un fichier local : un envoi coupé se refait, et la mémoire n'en tient rien. Il est rangé quand
 * le magasin, à qui on le redemande, en dit la taille et la somme.
 */
final class EcritureVersS3 implements DepotObjets.Ecriture {

    /** Au-delà, l'objet part en morceaux : de ce qui est coupé, un seul se refait. S3 en veut 5 Mio au moins. */
    static final int MORCEAU = 8 * 1024 * 1024;

    static final String PREFIXE = "objet-";
    static final String SUFFIXE = ".s3";

    /** Si le dépôt est encore celui du site : échoue, en disant pourquoi, s'il ne l'est plus. */
    @FunctionalInterface
    interface Controle {
        void faire() throws IOException;
    }

    private static final Pattern NOMBRE = Pattern.compile("-\\d+$");

    private final S3Client client;
    private final String seau;
    private final String cle;
    private final Path local;
    private final Controle controle;
    private final SansFermer flux;

    EcritureVersS3(S3Client client, String seau, String cle, Path attente, Controle controle) throws IOException {
        this.client = client;
        this.seau = seau;
        this.cle = cle;
        this.controle = controle;
        this.local = Files.createTempFile(
                Files.createDirectories(attente),
                PREFIXE,
                SUFFIXE,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        this.flux = new SansFermer(new BufferedOutputStream(Files.newOutputStream(local)));
    }

    @Override
    public OutputStream flux() {
        return flux;
    }

    @Override
    public void publier() throws IOException {
        flux.flush();
        var taille = Files.size(local);
        try {
            confirmer(taille, taille <= MORCEAU ? envoyer(taille) : envoyerEnMorceaux(taille));
        } catch (NoSuchFileException absent) {
            throw new DepotIndisponible("Le dépôt S3 n’a pas gardé l’objet " + cle, absent);
        }
        controle.faire();
    }

    @Override
    public void close() throws IOException {
        fermer(flux, local);
    }

    /** Un disque plein ne laisse pas fermer : ce qui l'emplit s'ôte quand même. */
    static void fermer(SansFermer flux, Path local) throws IOException {
        try {
            flux.fermer();
        } finally {
            Files.deleteIfExists(local);
        }
    }

    /** Rend ce que le magasin peut dire de la somme de l'objet. */
    private Set<String> envoyer(long taille) throws IOException {
        try (var corps = new Morceau(local, 0, taille)) {
            var somme = corps.somme();
            ClientS3.demander(
                    cle,
                    () -> client.putObject(
                            mis -> mis.bucket(seau).key(cle).checksumSHA256(base64(somme)), corps.requete()));
            return Set.of(base64(somme));
        }
    }

    private Set<String> envoyerEnMorceaux(long taille) throws IOException {
        var envoi = ClientS3.demander(
                cle,
                () -> client.createMultipartUpload(
                                ouvre -> ouvre.bucket(seau).key(cle).checksumAlgorithm(ChecksumAlgorithm.SHA256))
                        .uploadId());
        try {
            return envoyerEnMorceaux(envoi, taille);
        } catch (IOException | RuntimeException echec) {
            abandonner(envoi, echec);
            throw echec;
        }
    }

    private Set<String> envoyerEnMorceaux(String envoi, long taille) throws IOException {
        var faits = new ArrayList<CompletedPart>();
        var sommes = Sha256.calcul();
        for (long debut = 0; debut < taille; debut += MORCEAU) {
            try (var corps = new Morceau(local, debut, Math.min(MORCEAU, taille - debut))) {
                var numero = faits.size() + 1;
                var somme = corps.somme();
                var etiquette = ClientS3.demander(
                        cle,
                        () -> client.uploadPart(
                                        mis -> mis.bucket(seau)
                                                .key(cle)
                                                .uploadId(envoi)
                                                .partNumber(numero)
                                                .checksumSHA256(base64(somme)),
                                        corps.requete())
                                .eTag());
                sommes.update(somme);
                faits.add(CompletedPart.builder()
                        .partNumber(numero)
                        .eTag(etiquette)
                        .checksumSHA256(base64(somme))
                        .build());
            }
        }
        finir(envoi, faits);
        try (var tout = new Morceau(local, 0, taille)) {
            return Set.of(base64(sommes.digest()), base64(tout.somme()));
        }
    }

    private void finir(String envoi, List<CompletedPart> faits) throws IOException {
        ClientS3.demander(
                cle,
                () -> client.completeMultipartUpload(finit ->
                        finit.bucket(seau).key(cle).uploadId(envoi).multipartUpload(envoyes -> envoyes.parts(faits))));
    }

    /** Ce que le magasin a refusé de finir, qu'il ne le garde pas ; s'il ne répond plus, le balayage l'ôtera. */
    private void abandonner(String envoi, Exception echec) {
        try {
            ClientS3.demander(
                    cle,
                    () -> client.abortMultipartUpload(
                            abandon -> abandon.bucket(seau).key(cle).uploadId(envoi)));
        } catch (IOException encore) {
            echec.addSuppressed(encore);
        }
    }

    /**
     * Un magasin qui dit oui sans garder, ou garde autre chose, n'a rien reçu. Des morceaux, il rend la somme de leurs sommes,
     * suivie ou non de leur nombre, ou celle de l'objet, ou aucune.
     */
    private void confirmer(long taille, Set<String> sommes) throws IOException {
        var garde = ClientS3.demander(
                cle, () -> client.headObject(vu -> vu.bucket(seau).key(cle).checksumMode(ChecksumMode.ENABLED)));
        var somme = garde.checksumSHA256();
        if (garde.contentLength() != taille
                || somme != null && !sommes.contains(NOMBRE.matcher(somme).replaceFirst(""))) {
            throw new DepotIndisponible("Le dépôt S3 garde autre chose que l’objet " + cle);
        }
    }

    private static String base64(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }
}
