package fr.convergence.socle.chiffrement;

/** Ce qui devait être ouvert a été altéré, déplacé dans un autre contexte, ou scellé par une clé que nous n'avons plus. */
public final class ScellementInvalide extends RuntimeException {

    ScellementInvalide(String message, Throwable cause) {
        super(message, cause);
    }
}
