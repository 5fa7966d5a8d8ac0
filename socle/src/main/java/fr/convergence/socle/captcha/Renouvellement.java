package fr.convergence.socle.captcha;

import java.time.Instant;

/** La réponse à qui demande d'autres caractères pour son défi. */
public sealed interface Renouvellement {

    record Fait() implements Renouvellement {}

    /** Le défi a reçu sa réponse, ou n'est plus connu : il faut recharger la page. */
    record Perime() implements Renouvellement {}

    /** Son adresse réseau en a trop demandé : les caractères restent les mêmes, et n'en changeront qu'après cet instant. */
    record Freine(Instant jusqu) implements Renouvellement {}
}
