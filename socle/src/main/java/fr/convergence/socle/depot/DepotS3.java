package fr.convergence.socle.depot;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fr.convergence.socle.base.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Iterator;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Un seau d'un magasin S3 : chaque objet y porte son nom, derrière le préfixe réglé. */
public final class DepotS3 implements DepotDuSite {

    private static final Pattern NOM = Pattern.compile("[0-9a-f]{32}");

    /** Ce qui a été vu vaut autant pour commencer un objet ; il n'est acquitté que si la marque est encore là après lui. */
    private static final Duration VUE = Duration.ofSeconds(15);

    private static final int DEJA_LA = 412;

    private final S3Client client;
    private final String seau;
    private final String prefixe;
    private final Path attente;
    private volatile String exigee = "";
    private volatile long vueA;

    public DepotS3(ReglagesS3 reglages) {
        this.client = ClientS3.ouvrir(reglages);
        this.seau = reglages.seau();
        this.prefixe = reglages.prefixe();
        this.attente = reglages.attente() == null ? Path.of(System.getProperty("java.io.tmpdir")) : reglages.attente();
        AttentesPerimees.oter(attente);
    }

    @Override
    public String reglage() {
        return "convergence.depot.s3";
    }

    @Override
    public String doute() {
        return "est-ce le bon seau, le bon préfixe ?";
    }

    @Override
    public String lu(Marqueur marqueur) throws IOException {
        var objet = prefixe + marqueur.nom();
        try {
            return ClientS3.demander(
                    objet,
                    () -> client.getObjectAsBytes(lu -> lu.bucket(seau).key(objet))
                            .asString(US_ASCII)
                            .strip());
        } catch (NoSuchFileException _) {
            return "";
        }
    }

    /** « S'il n'y est pas » : deux nœuds qui démarrent ensemble n'en écrivent qu'un. */
    @Override
    public String ecrit(Marqueur marqueur, String identifiant) throws IOException {
        var objet = prefixe + marqueur.nom();
        var octets = identifiant.getBytes(US_ASCII);
        return ClientS3.demander(objet, () -> {
            try {
                client.putObject(
                        mis -> mis.bucket(seau)
                                .key(objet)
                                .checksumSHA256(Base64.getEncoder().encodeToString(Sha256.de(octets)))
                                .ifNoneMatch("*"),
                        RequestBody.fromBytes(octets));
                return identifiant;
            } catch (S3Exception refus) {
                if (refus.statusCode() == DEJA_LA) {
                    return lu(marqueur);
                }
                throw refus;
            }
        });
    }

    @Override
    public void ote(Marqueur marqueur) throws IOException {
        effacer(prefixe + marqueur.nom());
    }

    @Override
    public void exiger(String identifiant) {
        exigee = identifiant;
        vueA = 0;
    }

    @Override
    public Ecriture creer(String objet) throws IOException {
        var cle = cle(objet);
        if (System.nanoTime() - vueA > VUE.toNanos() || vueA == 0) {
            controlerLaMarque();
        }
        try {
            return new EcritureVersS3(client, seau, cle, attente, this::controlerLaMarque);
        } catch (FileSystemException local) {
            throw new DepotIndisponible(local);
        }
    }

    @Override
    public InputStream lire(String objet) throws IOException {
        return Channels.newInputStream(canal(objet));
    }

    @Override
    public SeekableByteChannel canal(String objet) throws IOException {
        var cle = cle(objet);
        var taille = ClientS3.demander(
                objet, () -> client.headObject(vu -> vu.bucket(seau).key(cle)).contentLength());
        return new CanalS3(client, seau, cle, taille);
    }

    /** Un nœud mort en plein envoi laisse des morceaux que rien d'autre n'ôterait. */
    @Override
    public void supprimer(String objet) throws IOException {
        var cle = cle(objet);
        controlerLaMarque();
        ClientS3.demander(objet, () -> {
            client.listMultipartUploads(liste -> liste.bucket(seau).prefix(cle)).uploads().stream()
                    .filter(envoi -> envoi.key().equals(cle))
                    .forEach(envoi -> client.abortMultipartUpload(
                            abandon -> abandon.bucket(seau).key(cle).uploadId(envoi.uploadId())));
            return "";
        });
        effacer(cle);
        controlerLaMarque();
    }

    @Override
    public void essayer() throws DepotIndisponible {
        var essai = prefixe + ".sonde-" + UUID.randomUUID();
        try {
            controlerLaMarque();
            ClientS3.demander(
                    essai, () -> client.putObject(mis -> mis.bucket(seau).key(essai), RequestBody.fromString("")));
            effacer(essai);
        } catch (NoSuchFileException absent) {
            throw new DepotIndisponible("Le dépôt S3 n’a pas de seau « %s »".formatted(seau), absent);
        } catch (DepotIndisponible dit) {
            throw dit;
        } catch (IOException refus) {
            throw new DepotIndisponible(refus);
        }
    }

    @Override
    public Stream<Range> ranges() throws IOException {
        var objets = ClientS3.demander(
                prefixe,
                () -> client.listObjectsV2Paginator(liste -> liste.bucket(seau).prefix(prefixe))
                        .contents()
                        .iterator());
        return Stream.generate(() -> suivant(objets))
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .filter(this::estUnObjet)
                .map(objet -> new Range(objet.key().substring(prefixe.length()), objet.size()));
    }

    private Optional<S3Object> suivant(Iterator<S3Object> objets) {
        try {
            return ClientS3.demander(
                    prefixe, () -> objets.hasNext() ? Optional.of(objets.next()) : Optional.<S3Object>empty());
        } catch (IOException panne) {
            throw new UncheckedIOException(panne);
        }
    }

    private boolean estUnObjet(S3Object objet) {
        return NOM.matcher(objet.key().substring(prefixe.length())).matches();
    }

    private void controlerLaMarque() throws IOException {
        if (exigee.isEmpty()) {
            return;
        }
        if (!exigee.equals(marque())) {
            vueA = 0;
            throw new DepotIndisponible("%s/%s n’est pas le dépôt de ce site (objet %s absent ou autre) : %s"
                    .formatted(seau, prefixe, Marqueur.SITE.nom(), doute()));
        }
        vueA = System.nanoTime();
    }

    private void effacer(String cle) throws IOException {
        ClientS3.demander(
                cle, () -> client.deleteObject(efface -> efface.bucket(seau).key(cle)));
    }

    private String cle(String objet) {
        if (!NOM.matcher(objet).matches()) {
            throw new IllegalArgumentException("Nom d’objet : " + objet);
        }
        return prefixe + objet;
    }
}
