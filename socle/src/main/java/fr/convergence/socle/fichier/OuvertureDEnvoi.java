package fr.convergence.socle.fichier;

import fr.convergence.socle.contenu.Refus;
import java.util.UUID;

/** La réponse à une {@link AnnonceDeFichier}. */
public sealed interface OuvertureDEnvoi {

    /** @param nom nettoyé, celui que portera le fichier */
    record Ouvert(UUID id, String nom) implements OuvertureDEnvoi {}

    record NonOuvert(Refus refus) implements OuvertureDEnvoi {}
}
