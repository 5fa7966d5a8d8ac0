package fr.convergence.socle.identifiant;

/** La clé de Luhn (ISO/CEI 7812-1, annexe B) que portent FINESS, SIREN et SIRET. */
final class Luhn {

    private Luhn() {}

    /** {@code chiffres} ne contient que des chiffres ; le dernier est la clé. */
    static boolean juste(String chiffres) {
        var somme = 0;
        for (int i = 0; i < chiffres.length(); i++) {
            var chiffre = chiffres.charAt(chiffres.length() - 1 - i) - '0';
            if (i % 2 == 1) {
                chiffre *= 2;
            }
            somme += chiffre > 9 ? chiffre - 9 : chiffre;
        }
        return somme % 10 == 0;
    }
}
