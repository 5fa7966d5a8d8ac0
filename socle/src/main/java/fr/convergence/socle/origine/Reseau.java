package fr.convergence.socle.origine;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Ce que les freins comptent comme un même lieu : une adresse IPv4 ; en IPv6 le réseau de 64 bits, dont un abonné dispose
 * tout entier et où il change d'adresse à volonté, de quelque façon qu'elle soit écrite.
 */
public record Reseau(String valeur) {

    private static final int OCTETS = 8;

    /** @param adresse telle que le serveur la dit ; ce qui n'en est pas une compte pour ce qui est écrit */
    public static Reseau de(String adresse) {
        try {
            var lue = InetAddress.ofLiteral(adresse);
            return new Reseau(
                    lue instanceof Inet6Address six
                            ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), OCTETS)) + "/64"
                            : lue.getHostAddress());
        } catch (IllegalArgumentException _) {
            return new Reseau(adresse);
        }
    }

    @Override
    public String toString() {
        return valeur;
    }
}
