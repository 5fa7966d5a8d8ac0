package fr.convergence.isc.inscription;

import fr.convergence.isc.acces.Membre;
import fr.convergence.isc.declarant.Declarant;
import fr.convergence.socle.site.Langue;
import java.util.UUID;

/** La vérification d’identité, telle que l’inscription l’emploie ; quand elle est terminée, {@link ConclureVerification} l’apprend. */
public interface VerificationDIdentite {

    /**
     * Commence une vérification, ou reprend celle de cette inscription.
     *
     * @param declarant son prénom et son nom, à comparer à ceux de la pièce, et où lui écrire
     * @param langue celle où lui écrire
     * @return l’adresse où envoyer la personne, un chemin de ce site
     */
    String commencer(UUID inscription, Declarant declarant, Langue langue);

    void accepter(UUID inscription, Membre operateur);

    void refuser(UUID inscription, Membre operateur, String motif);

    /** Elle est à recommencer ; l’inscription l’écrit à la personne. */
    void redemander(UUID inscription, Membre operateur, String motif);
}
