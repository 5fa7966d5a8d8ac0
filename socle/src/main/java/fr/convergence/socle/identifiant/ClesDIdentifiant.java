package fr.convergence.socle.identifiant;

import java.math.BigInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Les clés des identifiants nationaux d'entreprise, sur une valeur qui a déjà leur forme. */
final class ClesDIdentifiant {

    private static final int[] POIDS_IDE = {5, 4, 3, 2, 7, 6, 5, 4};
    private static final int[] POIDS_NIPC = {9, 8, 7, 6, 5, 4, 3, 2};

    private ClesDIdentifiant() {}

    static boolean bce(String valeur) {
        return 97 - Long.parseLong(valeur.substring(0, 8)) % 97 == Long.parseLong(valeur.substring(8));
    }

    /** Un reste de 10 n'est jamais attribué. */
    static boolean ide(String valeur) {
        var reste = 11 - somme(valeur.substring(3), POIDS_IDE) % 11;
        return (reste == 11 ? 0 : reste) == chiffre(valeur, valeur.length() - 1);
    }

    static boolean nipc(String valeur) {
        var reste = somme(valeur, POIDS_NIPC) % 11;
        return (reste < 2 ? 0 : 11 - reste) == chiffre(valeur, valeur.length() - 1);
    }

    /** ISO/CEI 7064, modulo 97-10 : A vaut 10, Z vaut 35. */
    static boolean lei(String valeur) {
        var chiffres = valeur.chars()
                .mapToObj(signe -> String.valueOf(Character.getNumericValue(signe)))
                .collect(Collectors.joining());
        return new BigInteger(chiffres).mod(BigInteger.valueOf(97)).intValue() == 1;
    }

    private static int somme(String valeur, int[] poids) {
        return IntStream.range(0, poids.length)
                .map(rang -> chiffre(valeur, rang) * poids[rang])
                .sum();
    }

    private static int chiffre(String valeur, int rang) {
        return valeur.charAt(rang) - '0';
    }
}
