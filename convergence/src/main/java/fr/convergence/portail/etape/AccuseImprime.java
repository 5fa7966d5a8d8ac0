package fr.convergence.portail.etape;

import fr.convergence.socle.authentification.CodeQr;
import fr.convergence.socle.impression.Imprime;
import java.time.Instant;
import java.util.Base64;

/**
 * L'accusé de dépôt à imprimer (DOS-8), refait à chaque demande de l'édition scellée : elle ne change pas, et lui
 * non plus tant que le site garde son adresse et le candidat son nom (décision 0013).
 *
 * @param site adresse publique du site, où l'accusé se vérifie (NEW-14)
 */
public record AccuseImprime(AccusePage accuse, String site) implements Imprime {

    @Override
    public Instant le() {
        return accuse.le();
    }

    /** « accuse-de-depot-KVTUJPDDBL-1.pdf ». */
    public String fichier() {
        return "accuse-de-depot-" + accuse.volet().reference() + "-" + accuse.numero() + ".pdf";
    }

    /** Où mène le code QR. */
    public String adresse() {
        return site + accuse.verifier();
    }

    /** Le code QR, dans l'adresse même de l'image. */
    public String image() {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(CodeQr.png(adresse()));
    }
}
