package fr.convergence.portail.question;

import fr.convergence.portail.expression.Mot;
import fr.convergence.socle.page.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    /** Ce qu'elle demande ; rien pour une information. */
    List<Partie> parties();

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

    /** Le nom du modèle à télécharger qui l'accompagne. */
    default Optional<String> trame() {
        return Optional.empty();
    }

    /** Les faits dont elle a besoin. */
    default Set<String> faits() {
        return Set.of();
    }

    /** Ce qu'elle montre sans le demander, tiré des faits. */
    default Optional<Valeur> montre(Faits faits) {
        return Optional.empty();
    }
}
