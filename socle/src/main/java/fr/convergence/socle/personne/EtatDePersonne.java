package fr.convergence.socle.personne;

import java.time.Instant;

/** Où en est un compte ; seul un compte actif se connecte. */
public sealed interface EtatDePersonne {

    /** Le nom stable d'un état, en base. Aucun autre endroit du code ne l'écrit ; les migrations, qui ne changent plus, le répètent. */
    enum Code {
        EN_ATTENTE,
        ACTIF,
        DESACTIVE,
        SUPPRIME;

        /** Tel qu'une requête l'écrit, quand un index partiel veut une constante et non un paramètre. */
        public String sql() {
            return "'" + name() + "'";
        }
    }

    Instant depuis();

    /** Créé, son adresse n'est pas encore prouvée. */
    record EnAttente(Instant depuis) implements EtatDePersonne {}

    record Actif(Instant depuis) implements EtatDePersonne {}

    record Desactive(Instant depuis) implements EtatDePersonne {}

    /** Effacé à la demande de son titulaire : la ligne ne porte plus rien de personnel, l'historique y renvoie encore. */
    record Supprime(Instant depuis) implements EtatDePersonne {}

    default String cle() {
        return "personne.etat."
                + switch (this) {
                    case EnAttente _ -> "en-attente";
                    case Actif _ -> "actif";
                    case Desactive _ -> "desactive";
                    case Supprime _ -> "supprime";
                };
    }

    static EtatDePersonne lire(String etat, Instant depuis) {
        return switch (Code.valueOf(etat)) {
            case EN_ATTENTE -> new EnAttente(depuis);
            case ACTIF -> new Actif(depuis);
            case DESACTIVE -> new Desactive(depuis);
            case SUPPRIME -> new Supprime(depuis);
        };
    }
}
