package fr.convergence.mesures.charge;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Ce que le serveur a répondu.
 *
 * @param entetes noms en minuscules
 */
public record ReponseDuServeur(int statut, Map<String, String> entetes, byte[] corps) {

    /** Elle n'est pas celle que la mesure attendait. */
    public static final class Inattendue extends IllegalStateException {

        private final transient ReponseDuServeur reponse;

        private Inattendue(ReponseDuServeur reponse, String message) {
            super(message);
            this.reponse = reponse;
        }

        public ReponseDuServeur reponse() {
            return reponse;
        }
    }

    public String texte() {
        return new String(corps, StandardCharsets.UTF_8);
    }

    public String entete(String nom) {
        return entetes.getOrDefault(nom, "");
    }

    /** Rend cette réponse si elle est celle attendue ; mesurer une page d'erreur ne dirait rien. */
    public ReponseDuServeur attendue(int attendu, String quoi) {
        if (statut != attendu) {
            throw inattendue(quoi);
        }
        return this;
    }

    /** Combien de fois ce texte y est. */
    int compte(String morceau) {
        var texte = texte();
        var nombre = 0;
        for (var i = texte.indexOf(morceau); i >= 0; i = texte.indexOf(morceau, i + morceau.length())) {
            nombre++;
        }
        return nombre;
    }

    /** Le premier passage qui suit ce motif. */
    Optional<MatchResult> trouvee(String motif) {
        return Pattern.compile(motif).matcher(texte()).results().findFirst();
    }

    public Inattendue inattendue(String quoi) {
        var texte = texte();
        return new Inattendue(
                this,
                "%s : réponse %d inattendue %s %s"
                        .formatted(quoi, statut, entetes, texte.substring(0, Math.min(600, texte.length()))));
    }
}
