package fr.convergence.socle.envoi;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;

/** Ce que le site sait d'une requête avant d'en lire le corps. */
public interface RoutesAFichiers {

    /** Vrai si une route de cette adresse reçoit des fichiers. */
    boolean existe(HttpServletRequest requete);

    /** Vrai si cette route, en plus, est ouverte à qui la demande. */
    boolean ouverte(HttpServletRequest requete);

    /** Le compte de qui est connecté. */
    Optional<UUID> connecte();
}
