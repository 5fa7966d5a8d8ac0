package fr.convergence.socle.impression;

import java.time.Instant;

/**
 * Un document à imprimer. Son gabarit se trouve comme celui d'une page : {@code AccuseImprime} se rend avec {@code
 * accuseImprime.jte}, rangé à côté ; il le pose dans {@code socle/impression/feuille.jte}.
 *
 * <p>Le même document rend les mêmes octets : rien n'y vient de l'heure où on l'imprime.
 */
public interface Imprime {

    /** L'instant dont le fichier est daté. */
    Instant le();
}
