package fr.convergence.portail.formulaire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import fr.convergence.portail.question.Valeur;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * Une réponse, sa révision, et qui l'a donnée.
 *
 * @param revision 1 à la première réponse, puis une de plus à chaque changement ; 0 de ce qui ne s'écrit pas ici
 * @param par l'identifiant d'un compte
 * @param page celle dont elle vient ; vide si ce n'est d'aucune
 */
public record Reponse(
        @JsonProperty("v") Valeur valeur,
        @JsonProperty("r") int revision,
        @JsonProperty("le") Instant le,
        @JsonProperty("par") String par,

        @JsonProperty("p") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        String page) {

    public Reponse(Valeur valeur, int revision, Instant le, String par) {
        this(valeur, revision, le, par, "");
    }

    /** D'aucune page : ce nom ne peut être celui d'une. */
    private static final String RECONDUITE = "=reconduite";

    /** Celle que l'on reprend d'un autre dossier (DOS-12). */
    public static Reponse reconduite(Valeur valeur, int revision, Instant le, String par) {
        return new Reponse(valeur, revision, le, par, RECONDUITE);
    }

    /** Les fichiers d'un espace de dépôt : ils ont leur propre histoire, et ne s'écrivent pas comme une réponse. */
    public static Reponse deposee(Valeur.Liste fichiers) {
        return new Reponse(fichiers, 0, Instant.EPOCH, "");
    }

    /** Reprise d'un autre dossier, personne ne l'a encore confirmée ni changée. */
    public boolean aVerifier() {
        return page.equals(RECONDUITE);
    }

    static Reponse lire(JsonNode json) {
        return new Reponse(
                Valeur.de(json.required("v")),
                json.required("r").asInt(),
                Instant.parse(json.required("le").asString()),
                json.required("par").asString(),
                json.path("p").asString(""));
    }
}
