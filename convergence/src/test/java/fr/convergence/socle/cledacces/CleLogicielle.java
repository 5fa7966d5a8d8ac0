package fr.convergence.socle.cledacces;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Une clé d'accès tenue en mémoire : ce qu'un navigateur répond aux défis (WebAuthn niveau 2, § 6 ; COSE, RFC 9052). */
final class CleLogicielle {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int PRESENT = 0x01;
    private static final int VERIFIE = 0x04;
    private static final int CLE_JOINTE = 0x40;

    private final byte[] identifiant = new byte[32];
    private final KeyPair paire;
    private final String site;
    private byte[] porteur = {};
    private int compteur;
    private int drapeaux = PRESENT | VERIFIE;

    /** @param site l'origine que le navigateur dit, « https://convergence.example » */
    CleLogicielle(String site) {
        this.site = site;
        new SecureRandom().nextBytes(identifiant);
        try {
            var generateur = KeyPairGenerator.getInstance("EC");
            generateur.initialize(new ECGenParameterSpec("secp256r1"));
            paire = generateur.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Une clé que l'on touche sans dire qui l'on est. */
    CleLogicielle sansVerifierSonPorteur() {
        drapeaux = PRESENT;
        return this;
    }

    /** Comme une clé copiée, restée en arrière. */
    CleLogicielle remettreLeCompteur(int valeur) {
        compteur = valeur;
        return this;
    }

    /** La réponse à une création, en JSON. */
    String creer(String options) {
        var demande = JSON.readTree(options);
        porteur = Base64.getUrlDecoder().decode(demande.at("/user/id").asString());
        var donnees = new ByteArrayOutputStream();
        donnees.writeBytes(entete(demande.at("/rp/id").asString(), drapeaux | CLE_JOINTE));
        donnees.writeBytes(new byte[16]);
        donnees.writeBytes(
                ByteBuffer.allocate(2).putShort((short) identifiant.length).array());
        donnees.writeBytes(identifiant);
        donnees.writeBytes(cose());
        var attestation = new ByteArrayOutputStream();
        attestation.writeBytes(HexFormat.of().parseHex("a363666d74646e6f6e656761747453746d74a0686175746844617461"));
        attestation.writeBytes(HexFormat.of().parseHex("58" + "%02x".formatted(donnees.size())));
        attestation.writeBytes(donnees.toByteArray());
        return reponse(Map.of(
                "attestationObject", base64(attestation.toByteArray()),
                "clientDataJSON", base64(client("webauthn.create", demande))));
    }

    /** La réponse à une connexion, en JSON. */
    String signer(String options) {
        var demande = JSON.readTree(options);
        compteur++;
        var donnees = entete(demande.at("/rpId").asString(), drapeaux);
        var client = client("webauthn.get", demande);
        return reponse(Map.of(
                "authenticatorData", base64(donnees),
                "clientDataJSON", base64(client),
                "signature", base64(signature(donnees, client)),
                "userHandle", base64(porteur)));
    }

    private String reponse(Map<String, String> reponse) {
        return JSON.writeValueAsString(Map.of(
                "id",
                base64(identifiant),
                "rawId",
                base64(identifiant),
                "type",
                "public-key",
                "authenticatorAttachment",
                "platform",
                "clientExtensionResults",
                Map.of(),
                "response",
                reponse));
    }

    private byte[] client(String acte, JsonNode demande) {
        return JSON.writeValueAsString(Map.of(
                        "type",
                        acte,
                        "challenge",
                        demande.at("/challenge").asString(),
                        "origin",
                        site,
                        "crossOrigin",
                        false))
                .getBytes(UTF_8);
    }

    private byte[] entete(String partie, int drapeaux) {
        return ByteBuffer.allocate(37)
                .put(empreinte(partie.getBytes(UTF_8)))
                .put((byte) drapeaux)
                .putInt(compteur)
                .array();
    }

    /** Le point de la courbe P-256, pour ES256. */
    private byte[] cose() {
        var point = ((ECPublicKey) paire.getPublic()).getW();
        var cle = new ByteArrayOutputStream();
        cle.writeBytes(HexFormat.of().parseHex("a5010203262001215820"));
        cle.writeBytes(trenteDeux(point.getAffineX()));
        cle.writeBytes(HexFormat.of().parseHex("225820"));
        cle.writeBytes(trenteDeux(point.getAffineY()));
        return cle.toByteArray();
    }

    private static byte[] trenteDeux(BigInteger nombre) {
        var brut = nombre.toByteArray();
        var octets = new byte[32];
        var prises = Math.min(32, brut.length);
        System.arraycopy(brut, brut.length - prises, octets, 32 - prises, prises);
        return octets;
    }

    private byte[] signature(byte[] donnees, byte[] client) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(paire.getPrivate());
            signature.update(donnees);
            signature.update(empreinte(client));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] empreinte(byte[] octets) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(octets);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] octets) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }
}
