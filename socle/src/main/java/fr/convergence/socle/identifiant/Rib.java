package fr.convergence.socle.identifiant;

/** La clé du relevé d'identité bancaire français : banque (5), guichet (5), compte (11), clé (2). */
final class Rib {

    private Rib() {}

    /** {@code rib} a 23 caractères, chiffres ou capitales, les dix premiers et les deux derniers étant des chiffres. */
    static boolean juste(String rib) {
        var banque = Long.parseLong(rib.substring(0, 5));
        var guichet = Long.parseLong(rib.substring(5, 10));
        var compte = Long.parseLong(enChiffres(rib.substring(10, 21)));
        var cle = Long.parseLong(rib.substring(21));
        return cle == 97 - (89 * banque + 15 * guichet + 3 * compte) % 97;
    }

    /** A et J valent 1, B, K et S valent 2… I, R et Z valent 9 (norme du Comité français d'organisation et de normalisation bancaires). */
    private static String enChiffres(String compte) {
        var chiffres = new StringBuilder();
        for (char c : compte.toCharArray()) {
            if (c <= '9') {
                chiffres.append(c);
            } else if (c <= 'R') {
                chiffres.append((c - 'A') % 9 + 1);
            } else {
                chiffres.append(c - 'S' + 2);
            }
        }
        return chiffres.toString();
    }
}
