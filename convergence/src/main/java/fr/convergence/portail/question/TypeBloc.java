package fr.convergence.portail.question;

import fr.convergence.portail.expression.Mot;
import fr.convergence.socle.page.Message;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Un type fait de plusieurs parties, chacune d'un type simple. */
public interface TypeBloc extends TypeQuestion {

    /** Ce qu'elle demande, quelle que soit la réponse. */
    List<Partie> parties();

    @Override
    default List<Partie> parties(Valeur valeur) {
        return parties();
    }

    @Override
    default List<Partie> partiesConnues() {
        return parties();
    }

    @Override
    default String gabarit() {
        return "bloc";
    }

    /** Ce qui ne va pas entre des parties qui, seules, vont bien ; toutes ne sont pas remplies. */
    default Map<String, Message> controlerEnsemble(Valeur valeur) {
        return Map.of();
    }

    @Override
    default Valeur lire(Saisie saisie) {
        var valeurs = new TreeMap<String, Valeur>();
        parties().forEach(p -> valeurs.put(p.nom(), p.type().lire(saisie.partie(p.nom()))));
        return new Valeur.Bloc(valeurs);
    }

    @Override
    default Map<String, Message> controler(Valeur valeur) {
        var refus = new LinkedHashMap<String, Message>();
        for (var partie : parties()) {
            var contenu = valeur.partie(partie.nom());
            if (!contenu.estVide()) {
                partie.type().refus(contenu).ifPresent(message -> refus.put(partie.nom(), message));
            }
        }
        return refus.isEmpty() ? controlerEnsemble(valeur) : refus;
    }

    @Override
    default List<LigneDeReponse> lignes(String libelle, Valeur valeur) {
        return parties().stream()
                .map(p -> new LigneDeReponse(p.nom(), p.libelle(), textes(p, valeur.partie(p.nom()))))
                .toList();
    }

    @Override
    default List<Mot> mots(String id) {
        return parties().stream()
                .flatMap(p -> p.type().mots(id + "." + p.nom()).stream())
                .toList();
    }

    @Override
    default Map<String, Object> variables(String id, Valeur valeur, Set<String> enErreur) {
        var variables = new HashMap<String, Object>();
        for (var partie : parties()) {
            var refusee = enErreur.contains(partie.nom()) ? Set.of("") : Set.<String>of();
            variables.putAll(partie.type().variables(id + "." + partie.nom(), valeur.partie(partie.nom()), refusee));
        }
        return variables;
    }

    private static List<String> textes(Partie partie, Valeur valeur) {
        return valeur.estVide() ? List.of() : partie.type().textes(valeur);
    }
}
