package fr.convergence.portail.conteneur;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;

/**
 * Ce qui ouvre un conteneur. Ne s'écrit jamais : ni journal, ni trace, ni base autrement que scellé.
 *
 * @param utilisateur le nom que demande le logiciel ; d'une archive, celui qui la désigne
 */
public record Identifiants(String utilisateur, String motDePasse) {

    /** Sans signe qui se confonde avec un autre : on le recopie. */
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    /** Vingt signes tirés de 56 : 116 bits. */
    private static final int LONGUEUR = 20;

    private static final char SEPARATEUR = '\n';
    private static final SecureRandom HASARD = new SecureRandom();

    static Identifiants nouveaux(String utilisateur) {
        var motDePasse = new StringBuilder(LONGUEUR);
        for (var i = 0; i < LONGUEUR; i++) {
            motDePasse.append(ALPHABET.charAt(HASARD.nextInt(ALPHABET.length())));
        }
        return new Identifiants(utilisateur, motDePasse.toString());
    }

    static Identifiants lire(byte[] octets) {
        var texte = new String(octets, UTF_8);
        var fin = texte.indexOf(SEPARATEUR);
        return new Identifiants(texte.substring(0, fin), texte.substring(fin + 1));
    }

    byte[] octets() {
        return (utilisateur + SEPARATEUR + motDePasse).getBytes(UTF_8);
    }

    @Override
    public String toString() {
        return "Identifiants[tus]";
    }
}
