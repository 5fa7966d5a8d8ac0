package fr.convergence.portail.instruction;

import fr.convergence.portail.dossier.Statut;
import java.time.Instant;
import java.util.Optional;

/**
 * Une étape dans la liste de travail.
 *
 * @param candidat nom et type, tels qu'ils se lisent
 * @param depuis entrée dans ce statut
 * @param rang où elle est dans la liste où on la lit
 * @param retourAvant dernière seconde pour répondre à la demande de modification en cours
 */
public record LigneDeListe(
        String reference,
        Candidat candidat,
        String region,
        Intitule intitule,
        Statut statut,
        Instant depuis,
        Optional<Instant> retourAvant,
        String rang) {

    /** Qui candidate. */
    public record Candidat(String nom, String type) {}

    /** À quoi : le titre du guichet, le code de l'étape et son titre. */
    public record Intitule(String guichet, String code, String etape) {}
}
