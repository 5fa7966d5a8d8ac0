package fr.convergence.portail.acte;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Ce qui arrive à un dossier, et que son historique raconte (DOS-9). */
public sealed interface ActeDuDossier extends Acte {

    /** Le code de l'étape que l'acte nomme ; vide s'il est de tout le dossier. */
    default Optional<String> etapeNommee() {
        return switch (this) {
            case DePassage passage -> Optional.of(passage.mouvement().etape());
            case ReponseEnregistree reponse -> Optional.of(reponse.etape());
            case DossierCree _, PieceDeposee _, PieceRetiree _, PieceRefusee _, ContactModifie _ -> Optional.empty();
        };
    }

    /** Ce qui s'enregistre au fil de la saisie : un vérificateur n'en lit que ce qui est transmis (DOS-6). */
    sealed interface DeSaisie extends ActeDuDossier {}

    /** Ce qui fait passer une étape d'un état à un autre : {@code Dossiers} l'écrit, d'autres paquets l'entendent. */
    sealed interface DePassage extends ActeDuDossier {

        Mouvement mouvement();
    }

    /** @param candidat sa clé */
    record DossierCree(String guichet, String candidat) implements ActeDuDossier {}

    /** @param empreinte celle de la valeur : la valeur se purge, le journal non */
    record ReponseEnregistree(String etape, String question, int revision, String empreinte) implements DeSaisie {}

    record PieceDeposee(String question, UUID fichier, String sha256) implements DeSaisie {}

    record PieceRetiree(String question, UUID fichier, String sha256) implements DeSaisie {}

    record PieceRefusee(String question, UUID fichier, String sha256) implements ActeDuDossier {}

    /**
     * @param contact ce qu'il est, jamais qui
     * @param correction son numéro
     */
    record ContactModifie(String contact, String question, int correction) implements ActeDuDossier {}

    record EtapeOuverte(@JsonUnwrapped Mouvement mouvement) implements DePassage {}

    /** @param edition numéro de l'édition scellée, qui est celui de son accusé de dépôt */
    record EtapeTransmise(@JsonUnwrapped Mouvement mouvement, int edition, String empreinte) implements DePassage {}

    /**
     * Un vérificateur a rendu une étape au référent.
     *
     * @param retourAvant le premier instant où il est trop tard
     * @param corrections les questions désignées et pourquoi, une par ligne, en clair ; absent s'il n'en désigne aucune
     * @param limitee vrai si seules ces questions sont rouvertes ; absent s'il n'en désigne aucune
     */
    record ModificationDemandee(
            @JsonUnwrapped Mouvement mouvement,
            String motif,
            Instant retourAvant,
            Optional<String> corrections,
            Optional<Boolean> limitee)
            implements DePassage {}

    /** Un niveau l'a validée : le suivant la vérifie, ou elle est acceptée. */
    record EtapeValidee(@JsonUnwrapped Mouvement mouvement) implements DePassage {}

    record EtapeRefusee(@JsonUnwrapped Mouvement mouvement, String motif) implements DePassage {}

    /** Un vérificateur a défait la décision de son niveau : l'étape est de nouveau en vérification. */
    record DecisionReprise(@JsonUnwrapped Mouvement mouvement, String motif) implements DePassage {}

    /** La décision qui l'avait ouverte est reprise, et rien n'y est écrit. */
    record EtapeRefermee(@JsonUnwrapped Mouvement mouvement) implements DePassage {}

    record EtapeClose(@JsonUnwrapped Mouvement mouvement) implements DePassage {}
}
