package fr.convergence.socle.chiffrement;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.MacConfig;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import fr.convergence.socle.base.DemarrageImpossible;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Les deux jeux de clés du service, dans un fichier lisible de lui seul.
 *
 * <p>Une rotation a deux temps, pour que plusieurs nœuds se relisent toujours : {@link #preparee()} ajoute une clé que
 * tous apprennent à lire, {@link #promue()} s'en sert pour écrire. Les anciennes clés restent : elles lisent l'ancien.
 *
 * @param coffre clés qui scellent
 * @param sceau clés qui signent
 */
record Trousseau(KeysetHandle coffre, KeysetHandle sceau) {

    private static final Logger JOURNAL = LoggerFactory.getLogger(Trousseau.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<PosixFilePermission> AU_SERVICE_SEUL = PosixFilePermissions.fromString("rw-------");

    static {
        try {
            AeadConfig.register();
            StreamingAeadConfig.register();
            MacConfig.register();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    static Trousseau neuf() {
        try {
            return new Trousseau(
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM),
                    KeysetHandle.generateNew(PredefinedMacParameters.HMAC_SHA256_256BITTAG));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws DemarrageImpossible si le fichier manque ou n'est pas un trousseau, en disant quoi faire */
    static Trousseau charger(Path fichier) {
        if (!Files.exists(fichier)) {
            throw new DemarrageImpossible(
                    "convergence.cles.fichier : le trousseau de clés %s est absent. Restaurez-le de sa sauvegarde : sans lui, rien de ce qui est chiffré ne se relit. Pour un premier démarrage seulement, convergence.cles.creer=true en fabrique un."
                            .formatted(fichier.toAbsolutePath()));
        }
        avertirSiOuvert(fichier);
        try {
            var json = JSON.readTree(Files.readString(fichier));
            return new Trousseau(
                    lire(json.path("coffre").toString()),
                    lire(json.path("sceau").toString()));
        } catch (IOException | JacksonException | GeneralSecurityException e) {
            // La cause citerait le contenu du fichier : on ne la joint pas.
            throw new DemarrageImpossible("convergence.cles.fichier : %s n’est pas un trousseau de clés lisible (%s)."
                    .formatted(fichier.toAbsolutePath(), e.getClass().getSimpleName()));
        }
    }

    static Trousseau chargerOuCreer(Path fichier) {
        if (!Files.exists(fichier)) {
            try {
                Files.move(ecrireACote(fichier, neuf()), fichier);
                JOURNAL.warn("Trousseau de clés créé : {}. Sauvegardez-le à part.", fichier.toAbsolutePath());
            } catch (FileAlreadyExistsException e) {
                JOURNAL.info("Un autre nœud a créé le trousseau {}", fichier);
            } catch (IOException e) {
                throw new DemarrageImpossible("convergence.cles.fichier : %s ne peut pas être écrit (%s)."
                        .formatted(fichier.toAbsolutePath(), e.getClass().getSimpleName()));
            }
        }
        return charger(fichier);
    }

    Coffre enCoffre() {
        try {
            return new Coffre(coffre.getPrimitive(RegistryConfiguration.get(), Aead.class));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Sceau enSceau() {
        try {
            return new Sceau(sceau.getPrimitive(RegistryConfiguration.get(), Mac.class));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Les empreintes d'un usage, sous chaque clé du sceau : celle qui écrit d'abord. */
    Empreintes enEmpreintes(String usage) {
        return new Empreintes(
                IntStream.range(0, sceau.size())
                        .mapToObj(sceau::getAt)
                        .sorted(Comparator.comparing(KeysetHandle.Entry::isPrimary)
                                .reversed())
                        .map(Trousseau::signature)
                        .toList(),
                usage);
    }

    private static Mac signature(KeysetHandle.Entry cle) {
        try {
            return KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(cle.getKey())
                            .withFixedId(cle.getId())
                            .makePrimary())
                    .build()
                    .getPrimitive(RegistryConfiguration.get(), Mac.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Vrai entre les deux temps d'une rotation : une clé attend d'écrire. */
    boolean enRotation() {
        return coffre.getAt(coffre.size() - 1).getId() != coffre.getPrimary().getId();
    }

    /** Premier temps d'une rotation : une clé de plus, qui lit mais n'écrit pas encore. */
    Trousseau preparee() {
        return new Trousseau(
                augmente(coffre, PredefinedAeadParameters.AES256_GCM),
                augmente(sceau, PredefinedMacParameters.HMAC_SHA256_256BITTAG));
    }

    /** Second temps : la dernière clé ajoutée devient celle qui écrit. */
    Trousseau promue() {
        return new Trousseau(promu(coffre), promu(sceau));
    }

    void enregistrer(Path fichier) {
        try {
            Files.move(
                    ecrireACote(fichier, this),
                    fichier,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Le trousseau de clés ne peut pas être écrit : " + fichier, e);
        }
    }

    @Override
    public String toString() {
        return "Trousseau[%d clés, %d clés]".formatted(coffre.size(), sceau.size());
    }

    private static Path ecrireACote(Path fichier, Trousseau trousseau) throws IOException {
        var absolu = fichier.toAbsolutePath();
        Files.createDirectories(absolu.getParent());
        var provisoire = absolu.resolveSibling(absolu.getFileName() + "." + UUID.randomUUID());
        var options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var canal = FileChannel.open(provisoire, options, PosixFilePermissions.asFileAttribute(AU_SERVICE_SEUL))) {
            canal.write(ByteBuffer.wrap(trousseau.enJson().getBytes(StandardCharsets.UTF_8)));
            canal.force(true);
        }
        return provisoire;
    }

    private String enJson() {
        try {
            return "{\"coffre\":%s,\"sceau\":%s}\n".formatted(ecrire(coffre), ecrire(sceau));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeysetHandle lire(String json) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
    }

    private static String ecrire(KeysetHandle cles) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(cles, InsecureSecretKeyAccess.get());
    }

    private static KeysetHandle augmente(KeysetHandle cles, Parameters sorte) {
        try {
            return KeysetHandle.newBuilder(cles)
                    .addEntry(KeysetHandle.generateEntryFromParameters(sorte).withRandomId())
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeysetHandle promu(KeysetHandle cles) {
        try {
            var nouveau = KeysetHandle.newBuilder(cles);
            nouveau.getAt(nouveau.size() - 1).makePrimary();
            return nouveau.build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void avertirSiOuvert(Path fichier) {
        try {
            if (!AU_SERVICE_SEUL.containsAll(Files.getPosixFilePermissions(fichier))) {
                JOURNAL.warn("Le trousseau {} est lisible par d’autres comptes que le service", fichier);
            }
        } catch (IOException | UnsupportedOperationException e) {
            JOURNAL.debug("Droits du trousseau inconnus", e);
        }
    }
}
