package fr.convergence.socle.signature;

import fr.convergence.socle.base.DemarrageImpossible;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * La clé privée de la plateforme et sa chaîne de certificats.
 *
 * @param chaine celui de la clé d'abord
 */
record CleDeSignature(PrivateKey privee, List<X509Certificate> chaine) {

    private static final Logger JOURNAL = LoggerFactory.getLogger(CleDeSignature.class);
    private static final String FORMAT = "PKCS12";
    private static final String NOM = "cachet";
    private static final Duration VALIDITE = Duration.ofDays(3 * 365);
    private static final int SERIE = 128; // bits, RFC 5280

    CleDeSignature {
        chaine = List.copyOf(chaine);
    }

    X509Certificate certificat() {
        return chaine.getFirst();
    }

    /** @throws DemarrageImpossible si le fichier manque ou ne s'ouvre pas, en disant quoi faire */
    static CleDeSignature charger(Path fichier, String motDePasse) {
        if (!Files.exists(fichier)) {
            throw new DemarrageImpossible(
                    "convergence.signature.certificat : le certificat %s, qui scelle les conventions signées, est absent. Indiquez un fichier PKCS#12 et son mot de passe (convergence.signature.mot-de-passe)."
                            .formatted(fichier.toAbsolutePath()));
        }
        try (var flux = Files.newInputStream(fichier)) {
            var magasin = KeyStore.getInstance(FORMAT);
            magasin.load(flux, motDePasse.toCharArray());
            return Collections.list(magasin.aliases()).stream()
                    .filter(alias -> estUneCle(magasin, alias))
                    .findFirst()
                    .map(alias -> lire(magasin, alias, motDePasse))
                    .orElseThrow(() -> new DemarrageImpossible(
                            "convergence.signature.certificat : %s ne contient pas de clé privée."
                                    .formatted(fichier.toAbsolutePath())));
        } catch (IOException | GeneralSecurityException e) {
            throw new DemarrageImpossible(
                    "convergence.signature.certificat : %s ne s’ouvre pas avec ce mot de passe, ou n’est pas un PKCS#12 (%s)."
                            .formatted(fichier.toAbsolutePath(), e.getClass().getSimpleName()));
        }
    }

    /** Au premier démarrage d'une démonstration : un certificat que personne d'autre ne reconnaît. */
    static CleDeSignature chargerOuCreer(Path fichier, String motDePasse, Instant maintenant) {
        if (!Files.exists(fichier)) {
            try {
                ecrire(fichier, neuve(motDePasse, maintenant));
                JOURNAL.warn("Certificat de démonstration créé : {}", fichier.toAbsolutePath());
            } catch (FileAlreadyExistsException e) {
                JOURNAL.info("Un autre nœud a créé le certificat {}", fichier);
            } catch (IOException e) {
                throw new DemarrageImpossible("convergence.signature.certificat : %s ne peut pas être écrit (%s)."
                        .formatted(fichier.toAbsolutePath(), e.getClass().getSimpleName()));
            }
        }
        return charger(fichier, motDePasse);
    }

    @Override
    public String toString() {
        return "CleDeSignature[" + certificat().getSubjectX500Principal() + "]";
    }

    private static boolean estUneCle(KeyStore magasin, String alias) {
        try {
            return magasin.isKeyEntry(alias);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CleDeSignature lire(KeyStore magasin, String alias, String motDePasse) {
        try {
            return new CleDeSignature(
                    (PrivateKey) magasin.getKey(alias, motDePasse.toCharArray()),
                    Arrays.stream(magasin.getCertificateChain(alias))
                            .map(X509Certificate.class::cast)
                            .toList());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] neuve(String motDePasse, Instant maintenant) throws IOException {
        try {
            var generateur = KeyPairGenerator.getInstance("EC");
            generateur.initialize(new ECGenParameterSpec("secp256r1"));
            var cles = generateur.generateKeyPair();
            var nom = new X500Name("CN=Convergence (démonstration), O=Convergence, C=FR");
            var porteur = new JcaX509v3CertificateBuilder(
                            nom,
                            new BigInteger(SERIE, new SecureRandom()),
                            Date.from(maintenant.minus(Duration.ofDays(1))),
                            Date.from(maintenant.plus(VALIDITE)),
                            nom,
                            cles.getPublic())
                    .addExtension(
                            Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation))
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(cles.getPrivate()));
            var certificat = new JcaX509CertificateConverter().getCertificate(porteur);
            var magasin = KeyStore.getInstance(FORMAT);
            magasin.load(null, null);
            magasin.setKeyEntry(NOM, cles.getPrivate(), motDePasse.toCharArray(), new Certificate[] {certificat});
            var octets = new ByteArrayOutputStream();
            magasin.store(octets, motDePasse.toCharArray());
            return octets.toByteArray();
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void ecrire(Path fichier, byte[] octets) throws IOException {
        var absolu = fichier.toAbsolutePath();
        Files.createDirectories(absolu.getParent());
        var provisoire = absolu.resolveSibling(absolu.getFileName() + "." + UUID.randomUUID());
        try (var canal = FileChannel.open(
                provisoire,
                EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            canal.write(ByteBuffer.wrap(octets));
            canal.force(true);
        }
        Files.move(provisoire, absolu);
    }
}
