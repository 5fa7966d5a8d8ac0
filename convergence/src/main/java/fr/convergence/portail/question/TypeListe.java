package fr.convergence.portail.question;

import fr.convergence.portail.expression.Nature;
import java.util.List;
import java.util.Optional;

/** Un type qui se répond par plusieurs valeurs, chacune une fois. */
interface TypeListe extends TypeSimple {

    @Override
    default Valeur lire(List<String> saisie) {
        return new Valeur.Liste(
                saisie.stream().filter(element -> !element.isEmpty()).distinct().toList());
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
