package fr.convergence.portail.expression;

import java.util.HashSet;
import java.util.Set;

/**
 * Comment une expression emploie une variable.
 *
 * @param constantes celles à quoi elle la compare
 * @param ailleurs vrai quand elle l'emploie aussi autrement : les constantes ne suffisent plus à l'étudier
 */
public record Reperes(Set<Object> constantes, boolean ailleurs) {

    public Reperes {
        constantes = Set.copyOf(constantes);
    }

    /** Les deux emplois réunis. */
    public Reperes plus(Reperes autres) {
        var toutes = new HashSet<>(constantes);
        toutes.addAll(autres.constantes);
        return new Reperes(toutes, ailleurs || autres.ailleurs);
    }
}
