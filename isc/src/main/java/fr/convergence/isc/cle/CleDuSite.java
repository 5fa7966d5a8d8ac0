package fr.convergence.isc.cle;

import java.time.Instant;

/** Une clé, telle que l'opérateur la voit : jamais sa partie privée. */
public record CleDuSite(String kid, AlgorithmeDeCle algorithme, EtatDeCle etat, Instant depuis) {}
