package fr.convergence.socle.fichier;

import fr.convergence.socle.contenu.Refus;
import java.util.UUID;

/** La réponse à une {@link Annonce}. */
public sealed interface Ouverture {

    /** @param nom nettoyé, celui que portera le fichier */
    record Ouvert(UUID id, String nom) implements Ouverture {}

    record NonOuvert(Refus refus) implements Ouverture {}
}
