package fr.convergence.socle.captcha;

import fr.convergence.socle.base.Sha256;
import java.util.Arrays;

/** D'où vient une demande, sans garder l'adresse elle-même. */
final class Origine {

    private Origine() {}

    /** En IPv6, le réseau de 64 bits : un foyer ou un serveur en tient un entier et y change d'adresse à volonté. */
    static byte[] empreinte(String adresse) {
        return Sha256.de(reseau(adresse));
    }

    private static String reseau(String adresse) {
        if (!adresse.contains(":")) {
            return adresse;
        }
        var groupes = adresse.split(":", -1);
        return String.join(":", Arrays.asList(groupes).subList(0, Math.min(4, groupes.length)));
    }
}
