package fr.convergence.portail.convention;

import fr.convergence.socle.impression.Imprime;
import java.time.Instant;
import java.util.List;

/** Comment une convention a été signée : qui, quand, d'où, sur quel document. */
public record PreuveImprimee(
        String reference,
        int numero,
        ContenuDeConvention contenu,
        List<TraceDeSignature> traces,
        Empreintes empreintes,
        Instant le)
        implements Imprime {

    /**
     * @param avant SHA-256 du document soumis
     * @param apres SHA-256 du même, scellé
     * @param titulaire le sujet du certificat qui l'a scellé
     * @param serie son numéro de série
     */
    public record Empreintes(String avant, String apres, String titulaire, String serie) {}

    public PreuveImprimee {
        traces = List.copyOf(traces);
    }

    static PreuveImprimee de(Convention convention, List<TraceDeSignature> traces, Empreintes empreintes, Instant le) {
        return new PreuveImprimee(
                convention.reference().valeur(), convention.numero(), convention.contenu(), traces, empreintes, le);
    }
}
