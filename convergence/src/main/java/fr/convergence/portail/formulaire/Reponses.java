package fr.convergence.portail.formulaire;

import fr.convergence.portail.question.Valeur;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * Les réponses d'une édition en cours, place par place, cachées comprises : {@code {"iban":{v,r,le,par}}}, {@code
 * {"750712184/couverture":{v,r,le,par}}} (voir {@link fr.convergence.portail.lieu.Emplacement#cle}).
 */
public record Reponses(Map<String, Reponse> parQuestion) {

    private static final JsonMapper JSON = JsonMapper.shared();

    public Reponses {
        parQuestion = Collections.unmodifiableMap(new TreeMap<>(parQuestion));
    }

    public static Reponses aucune() {
        return new Reponses(Map.of());
    }

    public static Reponses lire(String json) {
        var toutes = new TreeMap<String, Reponse>();
        JSON.readTree(json).properties().forEach(lue -> toutes.put(lue.getKey(), Reponse.lire(lue.getValue())));
        return new Reponses(toutes);
    }

    public String json() {
        return JSON.writeValueAsString(parQuestion);
    }

    public Optional<Reponse> reponse(String question) {
        return Optional.ofNullable(parQuestion.get(question));
    }

    public Valeur valeur(String question) {
        return reponse(question).map(Reponse::valeur).orElse(Valeur.VIDE);
    }

    /** 0 tant que personne n'a répondu, et d'un espace de dépôt. */
    public int revision(String question) {
        return reponse(question).map(Reponse::revision).orElse(0);
    }

    /**
     * Croît à chaque réponse enregistrée : de deux états d'une édition, le plus récent a la plus grande. Un fichier, qui se
     * retire, n'y compte pas : il n'a pas de révision.
     */
    public long version() {
        return parQuestion.values().stream().mapToLong(Reponse::revision).sum();
    }

    /**
     * Enregistre une réponse, sauf si une autre est passée avant elle (DOS-6).
     *
     * @param depart ce que l'on avait sous les yeux
     */
    public SortDeLaReponse enregistrer(String question, Valeur valeur, Depart depart, Instant le, String par) {
        var actuelle = reponse(question);
        if (valeur.memeQue(valeur(question))) {
            return new SortDeLaReponse.Inchange(revision(question));
        }
        if (actuelle.isPresent() && !depart.connait(actuelle.get())) {
            return new SortDeLaReponse.Divergent(actuelle.get(), valeur, depart);
        }
        var nouvelle = new Reponse(valeur, revision(question) + 1, le, par, depart.page());
        var toutes = new TreeMap<>(parQuestion);
        toutes.put(question, nouvelle);
        return new SortDeLaReponse.Enregistre(new Reponses(toutes), nouvelle);
    }

    /** Les mêmes, où cette question a cette réponse. */
    public Reponses avec(String question, Reponse reponse) {
        var toutes = new TreeMap<>(parQuestion);
        toutes.put(question, reponse);
        return new Reponses(toutes);
    }

    /** Les mêmes, où cette question montre une valeur qui n'est pas enregistrée, et la révision dont elle est partie. */
    public Reponses proposer(String question, Valeur valeur, Depart depart) {
        var toutes = new TreeMap<>(parQuestion);
        toutes.computeIfPresent(
                question,
                (_, actuelle) -> new Reponse(valeur, depart.revision(), actuelle.le(), actuelle.par(), depart.page()));
        return new Reponses(toutes);
    }
}
