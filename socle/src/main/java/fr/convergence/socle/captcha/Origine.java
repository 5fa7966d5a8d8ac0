package fr.convergence.socle.captcha;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** D'où vient une demande, sans garder l'adresse elle-même. */
final class Origine {

    private Origine() {}

    /** En IPv6, le réseau de 64 bits : un foyer ou un serveur en tient un entier et y change d'adresse à volonté. */
    static byte[] empreinte(String adresse) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(reseau(adresse).getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String reseau(String adresse) {
        if (!adresse.contains(":")) {
            return adresse;
        }
        var groupes = adresse.split(":", -1);
        return String.join(":", Arrays.asList(groupes).subList(0, Math.min(4, groupes.length)));
    }
}
