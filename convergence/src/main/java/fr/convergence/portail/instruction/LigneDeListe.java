package fr.convergence.portail.instruction;

import fr.convergence.portail.acte.CodeDeConvention;
import fr.convergence.portail.acte.CodeDePaiement;
import fr.convergence.portail.dossier.Statut;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    /** Ce que sa convention ou son paiement sont devenus se dit à la place de l'acceptation, comme partout. */
    static Statut suivi(Statut statut, @Nullable String convention, @Nullable String paiement) {
        var signature =
                Optional.ofNullable(convention).map(CodeDeConvention::valueOf).map(statut::avec);
        var versement =
                Optional.ofNullable(paiement).map(CodeDePaiement::valueOf).map(statut::avec);
        return versement.or(() -> signature).orElse(statut);
    }

    /** Qui candidate. */
    public record Candidat(String nom, String type) {}

    /** À quoi : le titre du guichet, le code de l'étape et son titre. */
    public record Intitule(String guichet, String code, String etape) {}
}
