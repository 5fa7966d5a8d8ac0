package fr.convergence.portail.question;

import fr.convergence.portail.expression.Mot;
import fr.convergence.portail.lieu.Emplacement;
import fr.convergence.socle.page.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Ce qu'une question demande, réglages compris.
 *
 * <p>Un type, c'est une classe qui se lit d'une {@link fr.convergence.portail.definition.Fiche}, un gabarit ({@link
 * #gabarit()}), et une ligne dans {@link TypesQuestion}. La plupart sont un {@link TypeSimple} ou un {@link
 * TypeBloc}.
 */
public interface TypeQuestion {

    /** Son nom dans les définitions publiées, où il ne change plus : « texte_court ». */
    String code();

    /** Le gabarit de son champ, dans ce paquet ; il reçoit un {@link Affichage}. */
    default String gabarit() {
        return code();
    }

    /** Ce qu'elle demande, étant donné sa réponse : un tableau y tient ses lignes. Rien pour une information. */
    List<Partie> parties(Valeur valeur);

    /** Vrai de ce qui informe et ne demande rien. */
    default boolean informatif() {
        return false;
    }

    /** Ce qu'elle demande qu'un contrôle peut désigner à part. */
    default List<Partie> partiesConnues() {
        return List.of();
    }

    /** Les questions à une seule réponse dont une question de ce type est faite, chacune à sa place. */
    default List<Question> places(Question question, Valeur valeur) {
        return List.of(question);
    }

    /** Combien de champs une page envoie pour elle, au plus, avec la révision dont elle part. */
    default int champs() {
        return 1
                + parties(Valeur.VIDE).stream()
                        .mapToInt(partie -> partie.type().reponses())
                        .sum();
    }

    /** Combien de champs il faut, au plus, pour dire ce qu'il y a à y reprendre. */
    default int designables() {
        return informatif() ? 0 : 1;
    }

    /** Les questions qui se répètent à chaque ligne. */
    default List<Question> colonnes() {
        return List.of();
    }

    /** Nom et ancre du champ d'une partie d'une question. */
    default String champ(String id, String partie) {
        return partie.isEmpty() ? id : id + "." + partie;
    }

    /** La valeur saisie. Relire ce qu'elle a rendu rend la même valeur. */
    Valeur lire(Saisie saisie);

    /** Ce qui ne va pas dans ce qui est rempli, par partie. Ce qui manque n'est pas une erreur. */
    Map<String, Message> controler(Valeur valeur);

    /** Ce que la réponse donne à lire. */
    List<LigneDeReponse> lignes(String libelle, Valeur valeur);

    /** Les variables qu'elle offre aux expressions : « iban », « dsi.nom »… */
    List<Mot> mots(String id);

    /**
     * Ce que valent ces variables ; celles d'une partie sans réponse ou en erreur n'y sont pas.
     *
     * @param enErreur les parties que {@link #controler} refuse
     */
    Map<String, Object> variables(String id, Valeur valeur, Set<String> enErreur);

    /** Les fichiers que cite une réponse, par identifiant. */
    default List<String> fichiers(Valeur valeur) {
        return List.of();
    }

    /** Vrai si l'on y dépose des fichiers. */
    default boolean recoitDesFichiers() {
        return false;
    }

    /** Le nom du modèle à télécharger qui l'accompagne. */
    default Optional<String> trame() {
        return Optional.empty();
    }

    /** Les faits dont elle a besoin. */
    default Set<String> faits() {
        return Set.of();
    }

    /**
     * Sa valeur dans une édition : celle qui est gardée à sa place, ou ce qu'elle réunit de plusieurs places et des faits.
     *
     * @param gardees ce qui est gardé à chaque place
     */
    default Valeur reunir(String id, Faits faits, Function<Emplacement, Valeur> gardees) {
        return gardees.apply(Emplacement.de(id));
    }
}
