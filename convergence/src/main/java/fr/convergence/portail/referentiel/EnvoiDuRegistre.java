package fr.convergence.portail.referentiel;

import java.time.Instant;
import java.util.UUID;

/**
 * Un fichier envoyé, ou les quatre du dossier préparé ; il porte l'identifiant de son import.
 *
 * @param taille en octets
 * @param lus enregistrements lus jusqu'ici
 * @param enMain vrai pendant qu'un nœud y travaille
 */
record EnvoiDuRegistre(
        UUID id, String nom, long taille, Instant envoyeLe, Etat etat, long lus, int tentatives, boolean enMain) {

    enum Etat {
        A_VERIFIER,
        /** Attend que l'opérateur ait lu ce qui changerait. */
        VERIFIE,
        A_IMPORTER,
        FINI
    }

    /** Vrai tant qu'un travail de fond lui reste à faire. */
    boolean attendu() {
        return etat == Etat.A_VERIFIER || etat == Etat.A_IMPORTER;
    }
}
