package fr.convergence.portail.expression;

/** Ce que donne la lecture d'une expression : de quoi l'évaluer, ou la raison, en français, de son refus. */
public sealed interface Compilation {

    record Compilee(Expression expression) implements Compilation {}

    record Refusee(String raison) implements Compilation {}
}
