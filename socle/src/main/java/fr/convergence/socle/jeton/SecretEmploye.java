package fr.convergence.socle.jeton;

import fr.convergence.socle.chiffrement.Empreintes;

/**
 * Un secret dans son emploi. La base n'en retient que l'empreinte : un code n'a qu'un million de valeurs, et sans le
 * trousseau une copie de la base n'en livre aucune. Le même secret a une autre empreinte ailleurs.
 */
record SecretEmploye(String usage, String sujet, String secret) {

    byte[] empreinte(Empreintes empreintes) {
        return empreintes.de(texte());
    }

    byte[][] possibles(Empreintes empreintes) {
        return empreintes.possibles(texte());
    }

    /** Les longueurs séparent les parties : deux emplois différents ne s'écrivent jamais pareil. */
    private String texte() {
        return usage.length() + ":" + usage + sujet.length() + ":" + sujet + secret;
    }
}
