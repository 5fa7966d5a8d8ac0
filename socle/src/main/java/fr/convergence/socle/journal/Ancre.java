package fr.convergence.socle.journal;

import fr.convergence.socle.base.Sha256;
import fr.convergence.socle.chiffrement.Sceau;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Des têtes de chaîne, signées pour être gardées hors de la base : qui la tient ne peut pas les refaire.
 *
 * @param numero à partir de 1, sans trou
 * @param suite la suivante reprend les lignes écrites depuis cet instant
 * @param precedente empreinte de l'ancre d'avant, en hexadécimal ; vide pour la première
 * @param reprise vrai après une restauration : les ancres d'avant ne valent plus, celle-ci dit d'où l'on repart
 */
record Ancre(
        long numero, Instant le, Instant suite, String precedente, boolean reprise, SortedMap<String, Tete> tetes) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Ce qui distingue cette signature de celle d'une ligne. */
    private static final String SORTE = "convergence/journal-ancre\n";

    /** @param empreinte en hexadécimal */
    record Tete(long rang, String empreinte) {}

    /** Le texte de l'ancre, puis sa signature, chacun sur sa ligne. */
    String signee(Sceau sceau) {
        var texte = JSON.writeValueAsString(this);
        return texte + "\n" + HexFormat.of().formatHex(sceau.hmac(octets(texte))) + "\n";
    }

    /** Vide si le texte n'est pas celui que nous avons signé. */
    static Optional<Ancre> lire(String signee, Sceau sceau) {
        try {
            var lignes = signee.split("\n", -1);
            if (lignes.length != 3
                    || !lignes[2].isEmpty()
                    || !sceau.verifier(HexFormat.of().parseHex(lignes[1]), octets(lignes[0]))) {
                return Optional.empty();
            }
            return Optional.of(JSON.readValue(lignes[0], Ancre.class));
        } catch (IllegalArgumentException | JacksonException _) {
            return Optional.empty();
        }
    }

    static String empreinte(String signee) {
        return Sha256.hexa(signee);
    }

    private static byte[] octets(String texte) {
        return (SORTE + texte).getBytes(StandardCharsets.UTF_8);
    }
}
