package fr.convergence.socle.courriel;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Qui a choisi de recevoir ses courriels réunis (NOT-4) : le métier le dit, à chaque lettre qui peut l'être. */
public interface Regroupement {

    /** @param depart quand part la prochaine réunion de cette personne */
    record Attente(UUID pour, Instant depart) {}

    /** Par adresse, telle qu'elle est donnée ; qui n'y est pas reçoit chaque courriel aussitôt. */
    Map<String, Attente> attentes(Collection<String> adresses);
}
