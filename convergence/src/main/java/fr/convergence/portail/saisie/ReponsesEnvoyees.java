package fr.convergence.portail.saisie;

import fr.convergence.portail.formulaire.Depart;
import fr.convergence.portail.question.Question;
import fr.convergence.portail.question.Saisie;
import fr.convergence.portail.question.Valeur;
import fr.convergence.socle.identifiant.Finess;
import fr.convergence.socle.page.Cadre;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Ce qu'un navigateur envoie : une réponse, ou toutes celles d'une page.
 *
 * @param parametres ceux du formulaire : chaque question ; « r.{question} », la révision que l'on avait sous les yeux ; la
 *     clé du formulaire, qui dit de quelle page il part, et « rang », que la page compte ; le choix entre deux onglets,
 *     « remplacer.{question} », la révision de l'autre réponse que l'on remplace, ou « garder.{question} »
 * @param le quand il est arrivé
 * @param par le compte de qui l'envoie
 */
public record ReponsesEnvoyees(Map<String, List<String>> parametres, Instant le, UUID par) {

    /** Le compte des envois d'une page (apparence/src/questions.js). */
    private static final String RANG = "rang";

    private static final Pattern RANG_ECRIT = Pattern.compile("[1-9]\\d{0,15}");
    private static final Pattern CLE = Pattern.compile("[\\w-]{1,36}");

    /** La page d'où il part le contient ; absente de l'envoi, une question n'y était pas : elle ne s'efface pas. */
    public boolean contient(Question question) {
        return parametres.containsKey("r." + question.id());
    }

    /**
     * Les cellules d'un tableau que la page montrait, que leur ligne y soit encore ou non.
     *
     * @param nom comment se nomme une entité
     */
    public Stream<Question> cellules(Question tableau, Function<Finess, String> nom) {
        return tableau.cellules(
                parametres.keySet().stream()
                        .filter(champ -> champ.startsWith("r."))
                        .map(champ -> champ.substring(2)),
                nom);
    }

    boolean garde(Question question) {
        return parametres.containsKey("garder." + question.id());
    }

    Valeur valeur(Question question) {
        return question.type().lire(Saisie.de(question.id(), parametres));
    }

    /** Vrai si la page montrait cette réponse telle qu'elle est. */
    public boolean montrait(Question question, int revision) {
        return revision(question) == revision;
    }

    /** La révision que la page montrait. */
    int revision(Question question) {
        return revision(parametres.getOrDefault("r." + question.id(), List.of()));
    }

    Depart depart(Question question) {
        var remplacee = parametres.get("remplacer." + question.id());
        return new Depart(remplacee == null ? revision(question) : revision(remplacee), page());
    }

    /** La clé du formulaire ; forgée, elle n'en est pas une. */
    String page() {
        return premier(Cadre.CLE_D_ENVOI)
                .filter(cle -> CLE.matcher(cle).matches())
                .orElse("");
    }

    /** 0 sans JavaScript : rien n'est dépassé. */
    long rang() {
        return premier(RANG)
                .filter(ecrit -> RANG_ECRIT.matcher(ecrit).matches())
                .map(Long::parseLong)
                .orElse(0L);
    }

    private Optional<String> premier(String nom) {
        return parametres.getOrDefault(nom, List.of()).stream().findFirst();
    }

    private static int revision(List<String> valeurs) {
        try {
            return valeurs.isEmpty() ? 0 : Integer.parseInt(valeurs.getFirst());
        } catch (NumberFormatException e) {
            return -1; // une révision forgée ne correspond à aucune : la réponse sera dite divergente
        }
    }
}
