package fr.convergence.portail.acte;

import java.util.Optional;
import java.util.UUID;

/** Ce qui arrive à la demande qu'un autre référent fait de reprendre un dossier : {@code reprise} l'écrit. */
public sealed interface ActeDeReprise extends ActeDuDossier {

    /** Son compte : les noms se purgent, le journal non. */
    UUID demandeur();

    record RepriseDemandee(UUID demandeur) implements ActeDeReprise {}

    /** Son référent refuse : l'opérateur tranche. */
    record RepriseRefusee(UUID demandeur, String motif) implements ActeDeReprise {}

    /** Personne n'a répondu : l'opérateur tranche. */
    record RepriseDeferee(UUID demandeur) implements ActeDeReprise {}

    /** @param fichier la preuve que l'opérateur a vue */
    record RepriseAccordee(UUID demandeur, String motif, UUID fichier) implements ActeDeReprise {}

    record RepriseRejetee(UUID demandeur, String motif, Optional<UUID> fichier) implements ActeDeReprise {}

    /** Sans réponse : retirée, ou sans objet. */
    record RepriseFinie(UUID demandeur) implements ActeDeReprise {}
}
