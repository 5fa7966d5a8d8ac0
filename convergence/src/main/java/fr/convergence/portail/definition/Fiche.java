package fr.convergence.portail.definition;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Un objet d'un fichier de définition, lu champ par champ.
 *
 * <p>Lire un champ, c'est aussi le déclarer : un champ que la lecture n'a pas demandé est inconnu, donc refusé, et la
 * même lecture, faite à vide, donne le schéma JSON publié. Le schéma et le lecteur ne peuvent pas se contredire.
 */
public interface Fiche {

    /** La valeur du champ ; s'il manque ou se lit mal c'est un défaut, et la valeur témoin du genre prend sa place. */
    <T> T obligatoire(String cle, Genre<T> genre);

    <T> Optional<T> facultatif(String cle, Genre<T> genre);

    default <T> T sinon(String cle, Genre<T> genre, T defaut) {
        return facultatif(cle, genre).orElse(defaut);
    }

    /** Le champ {@code cle} dit laquelle de ces lectures fait la suite, sur la même fiche. */
    <T> T variante(String cle, Map<String, Function<Fiche, T>> lectures);

    /** Un défaut que seul le sens révèle, à la ligne du champ, ou à celle de la fiche si le champ n'y est pas. */
    void refuser(String cle, String raison);

    /** Ce que donne une lecture quand rien n'est écrit. */
    static <T> T temoin(Function<Fiche, T> lecture) {
        return lecture.apply(new FicheDecrite());
    }
}
