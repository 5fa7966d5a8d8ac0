package fr.convergence.mesures.charge;

import java.util.Comparator;
import java.util.List;

/**
 * Une opération menée un certain temps.
 *
 * @param serveur millisecondes de processeur du serveur, par requête
 * @param base millisecondes de processeur de PostgreSQL, par requête
 * @param mediane et {@code lente} (95 %) en millisecondes, vues du client
 * @param charge celle de la machine pendant ce temps
 */
record Mesure(
        String operation,
        int connexions,
        int requetes,
        double debit,
        double serveur,
        double base,
        double mediane,
        double lente,
        double charge) {

    double processeur() {
        return serveur + base;
    }

    /** Celle du milieu, rangées par temps processeur. */
    static Mesure mediane(List<Mesure> mesures) {
        return mesures.stream()
                .sorted(Comparator.comparingDouble(Mesure::processeur))
                .toList()
                .get(mesures.size() / 2);
    }
}
