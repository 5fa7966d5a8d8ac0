package fr.convergence.portail.question;

import fr.convergence.portail.expression.Mot;
import fr.convergence.portail.expression.Nature;
import fr.convergence.socle.page.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Un type qui demande une seule chose. */
public interface TypeSimple extends TypeQuestion {

    /** Ce qui ne va pas dans une valeur non vide. */
    Optional<Message> refus(Valeur valeur);

    /** La valeur telle qu'elle sera gardée ; {@code saisie} est sans blanc aux bords. */
    default Valeur lire(List<String> saisie) {
        return Valeur.simple(saisie.isEmpty() ? "" : canonique(saisie.getFirst()));
    }

    default String canonique(String saisie) {
        return saisie;
    }

    /** Ce que donne à lire une valeur non vide, en erreur ou non. */
    default List<String> textes(Valeur valeur) {
        return List.of(saisie(valeur));
    }

    /** Ce que le champ d'un formulaire contient quand on y revient. */
    default String saisie(Valeur valeur) {
        return valeur.texte();
    }

    default Nature nature() {
        return Nature.TEXTE;
    }

    /** Les seules valeurs possibles, quand elles sont connues. */
    default List<String> possibles() {
        return List.of();
    }

    /** Ce que son champ propose, à l'exclusion de tout autre ; vide quand on y écrit. */
    default List<String> proposees() {
        return possibles();
    }

    /** Vrai de ce que son champ n'a pas pu envoyer. */
    default boolean etrangere(Valeur valeur) {
        return !proposees().isEmpty() && !proposees().containsAll(valeur.elements());
    }

    /** Combien de réponses son champ envoie, au plus. */
    default int reponses() {
        return 1;
    }

    /** Ce que vaut dans une expression une valeur non vide et sans erreur. */
    default Object objet(Valeur valeur) {
        return valeur.texte();
    }

    /** Ce que vaut dans une expression l'absence de réponse. */
    default Optional<Object> sansReponse() {
        return Optional.empty();
    }

    @Override
    default List<Partie> parties(Valeur valeur) {
        return List.of(Partie.unique(this));
    }

    @Override
    default Valeur lire(Saisie saisie) {
        return lire(saisie.partie(""));
    }

    @Override
    default Map<String, Message> controler(Valeur valeur) {
        return valeur.estVide()
                ? Map.of()
                : refus(valeur).map(m -> Map.of("", m)).orElse(Map.of());
    }

    @Override
    default List<LigneDeReponse> lignes(String libelle, Valeur valeur) {
        return List.of(new LigneDeReponse("", Message.brut(libelle), valeur.estVide() ? List.of() : textes(valeur)));
    }

    @Override
    default List<Mot> mots(String id) {
        return List.of(new Mot(id, nature(), possibles()));
    }

    @Override
    default Map<String, Object> variables(String id, Valeur valeur, Set<String> enErreur) {
        if (valeur.estVide()) {
            return sansReponse().map(objet -> Map.of(id, objet)).orElse(Map.of());
        }
        return enErreur.contains("") ? Map.of() : Map.of(id, objet(valeur));
    }

    /** Un type qui se répond par plusieurs valeurs, chacune une fois. */
    interface Multiple extends TypeSimple {

        @Override
        default Valeur lire(List<String> saisie) {
            return new Valeur.Liste(saisie.stream()
                    .filter(element -> !element.isEmpty())
                    .distinct()
                    .toList());
        }

        @Override
        default Nature nature() {
            return Nature.LISTE;
        }

        @Override
        default Object objet(Valeur valeur) {
            return valeur.elements();
        }

        @Override
        default Optional<Object> sansReponse() {
            return Optional.of(List.of());
        }
    }
}
