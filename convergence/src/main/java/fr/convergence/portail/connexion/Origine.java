package fr.convergence.portail.connexion;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * D'où vient un essai.
 *
 * @param adresse adresse IP ; pour IPv6 le réseau de 64 bits, dont un abonné dispose tout entier
 * @param appareil secret du navigateur, vide s'il n'en a pas
 */
record Origine(String adresse, String appareil) {

    private static final int RESEAU = 8; // octets

    static Origine de(String adresse, String appareil) {
        return new Origine(reseau(adresse), appareil);
    }

    private static String reseau(String adresse) {
        if (!adresse.contains(":")) {
            return adresse;
        }
        try {
            return InetAddress.getByName(adresse) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), RESEAU))
                    : adresse;
        } catch (UnknownHostException _) {
            return adresse;
        }
    }
}
