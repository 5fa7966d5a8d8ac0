package fr.convergence.socle.session;

import java.util.Optional;
import java.util.UUID;

/** Comment le site écrit ce que garde une session, et qui elle dit connecté. */
public interface FormeDesAttributs {

    byte[] ecrire(Object attribut);

    Object lire(byte[] octets);

    /** Le compte que cet attribut dit connecté, s'il est celui qui le dit. */
    Optional<UUID> titulaire(Object attribut);
}
