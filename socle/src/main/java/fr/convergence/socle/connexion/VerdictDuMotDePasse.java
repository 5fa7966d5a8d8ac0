package fr.convergence.socle.connexion;

import java.time.Instant;

/** Ce que les freins répondent à un mot de passe, avant de le juger. */
sealed interface VerdictDuMotDePasse {

    /** @param suspect vrai quand un échec de plus vaut d'avertir le titulaire */
    record Admis(boolean suspect) implements VerdictDuMotDePasse {}

    /** Trop d'échecs : le contrôle de sécurité d'abord. */
    record AControler() implements VerdictDuMotDePasse {}

    record Verrou(Instant jusqu) implements VerdictDuMotDePasse {}
}
