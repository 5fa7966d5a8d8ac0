package fr.convergence.socle.signature;

/** Le prestataire de signature ne répond pas, ou répond ce qui ne se croit pas : à reprendre plus tard. */
public final class PartenaireDefaillant extends RuntimeException {

    PartenaireDefaillant(String message) {
        super(message);
    }

    PartenaireDefaillant(String message, Throwable cause) {
        super(message, cause);
    }
}
