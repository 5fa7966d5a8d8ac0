package fr.convergence.socle.captcha;

import java.time.Instant;
import java.util.UUID;

/** La réponse à qui demande un défi. */
public sealed interface Tirage {

    record Tire(UUID defi) implements Tirage {}

    /** Son adresse réseau en a trop demandé : elle n'en aura plus avant cet instant. */
    record Freine(Instant jusqu) implements Tirage {}
}
