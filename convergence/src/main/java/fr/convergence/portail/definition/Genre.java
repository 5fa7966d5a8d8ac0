package fr.convergence.portail.definition;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Ce qu'un champ peut contenir : comment le lire, et comment le décrire dans le schéma JSON. */
public interface Genre<T> {

    /** La valeur, ou rien après avoir dit pourquoi dans {@code defauts}. */
    Optional<T> lire(String cle, Noeud noeud, Defauts defauts);

    /** Ce que le schéma JSON dit de ce champ. */
    ObjectNode schema();

    /** Une valeur sans défaut, prise quand le champ manque : la lecture continue, et dit tous les défauts. */
    T temoin();
}
