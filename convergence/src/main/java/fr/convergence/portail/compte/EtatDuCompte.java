package fr.convergence.portail.compte;

import java.time.Instant;

/** Où en est un compte ; seul un compte actif se connecte. */
public sealed interface EtatDuCompte {

    Instant depuis();

    /** Créé, son adresse n'est pas encore prouvée. */
    record EnAttente(Instant depuis) implements EtatDuCompte {}

    record Actif(Instant depuis) implements EtatDuCompte {}

    record Desactive(Instant depuis) implements EtatDuCompte {}

    /** Effacé à la demande de son titulaire : la ligne ne porte plus rien de personnel, l'historique y renvoie encore. */
    record Supprime(Instant depuis) implements EtatDuCompte {}

    default String cle() {
        return "compte.etat."
                + switch (this) {
                    case EnAttente _ -> "en-attente";
                    case Actif _ -> "actif";
                    case Desactive _ -> "desactive";
                    case Supprime _ -> "supprime";
                };
    }

    static EtatDuCompte lire(String etat, Instant depuis) {
        return switch (etat) {
            case "EN_ATTENTE" -> new EnAttente(depuis);
            case "ACTIF" -> new Actif(depuis);
            case "DESACTIVE" -> new Desactive(depuis);
            case "SUPPRIME" -> new Supprime(depuis);
            default -> throw new IllegalStateException("État de compte inconnu : " + etat);
        };
    }
}
