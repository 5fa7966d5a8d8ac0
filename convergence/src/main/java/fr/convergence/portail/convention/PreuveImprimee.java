package fr.convergence.portail.convention;

import fr.convergence.socle.impression.Imprime;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Comment une convention a été signée : qui, quand, d'où, sur quel document. */
public record PreuveImprimee(
        String reference,
        int numero,
        ContenuDeConvention contenu,
        List<Trace> traces,
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

    /**
     * Ce qui s'est passé par le lien du signataire.
     *
     * @param adresse d'où, telle que le serveur l'a vue
     */
    public record Trace(Instant le, Fait fait, String adresse) {}

    /** Ce que la preuve raconte. */
    public enum Fait {
        LIEN_OUVERT,
        CODE_ENVOYE,
        CODE_FAUX,
        SIGNATURE;

        public String cle() {
            return "convention.trace." + name().toLowerCase(Locale.ROOT);
        }
    }

    public PreuveImprimee {
        traces = List.copyOf(traces);
    }

    static PreuveImprimee de(Convention convention, List<Trace> traces, Empreintes empreintes, Instant le) {
        return new PreuveImprimee(
                convention.reference().valeur(), convention.numero(), convention.contenu(), traces, empreintes, le);
    }
}
