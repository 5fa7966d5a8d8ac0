package fr.convergence.portail.convention;

import fr.convergence.socle.authentification.CodeQr;
import fr.convergence.socle.impression.Imprime;
import java.time.Instant;
import java.util.Base64;

/**
 * La convention à lire et à signer (CONV-1).
 *
 * @param site adresse publique du site, où elle se vérifie (NEW-14)
 */
public record ConventionImprimee(
        String reference, int numero, ContenuDeConvention contenu, String code, String chemin, String site, Instant le)
        implements Imprime {

    static ConventionImprimee de(Convention convention, String site) {
        var code = convention.verification();
        return new ConventionImprimee(
                convention.reference().valeur(),
                convention.numero(),
                convention.contenu(),
                code.imprime(),
                "/verification/" + convention.reference() + "/" + code.valeur(),
                site,
                convention.etat().depuis());
    }

    /** Où mène le code QR. */
    public String adresse() {
        return site + chemin;
    }

    /** Le code QR, dans l'adresse même de l'image. */
    public String image() {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(CodeQr.png(adresse()));
    }
}
