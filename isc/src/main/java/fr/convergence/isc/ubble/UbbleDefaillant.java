package fr.convergence.isc.ubble;

/** Ubble ne répond pas, ou répond ce qui ne se croit pas : à reprendre plus tard. */
final class UbbleDefaillant extends RuntimeException {

    UbbleDefaillant(String message) {
        super(message);
    }

    UbbleDefaillant(String message, Throwable cause) {
        super(message, cause);
    }
}
