package fr.convergence.portail.convention;

import fr.convergence.socle.authentification.Freins;
import fr.convergence.socle.authentification.RegleDeFrein;
import fr.convergence.socle.authentification.VerdictDuFrein;
import fr.convergence.socle.authentification.VerdictDuFrein.Verrouille;
import fr.convergence.socle.jeton.Codes;
import fr.convergence.socle.jeton.VerdictDeCode;
import fr.convergence.socle.origine.Reseau;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Le code du signataire, ce qui freine qui l'essaie, et la trace de chaque geste. */
@Component
record ControleDuSignataire(Codes codes, Freins freins, TracesDeSignature traces) {

    private static final Duration QUART_D_HEURE = Duration.ofMinutes(15);
    private static final Duration HEURE = Duration.ofHours(1);
    private static final Duration JOUR = Duration.ofDays(1);

    private static final RegleDeFrein ENVOI_DU_LIEU =
            new RegleDeFrein("convention-envoi", 6, QUART_D_HEURE, QUART_D_HEURE, QUART_D_HEURE.multipliedBy(2));

    /** De partout : qui s'est fait transmettre le lien n'inonde pas la boîte du signataire. */
    private static final RegleDeFrein ENVOI = new RegleDeFrein("convention-envoi-tous", 20, HEURE, HEURE, HEURE);

    private static final RegleDeFrein ESSAI_DU_LIEU =
            new RegleDeFrein("convention-code", 10, QUART_D_HEURE, QUART_D_HEURE, JOUR);
    private static final RegleDeFrein ESSAI = new RegleDeFrein("convention-code-tous", 50, HEURE, HEURE, JOUR);

    VerdictDuFrein envoi(UUID convention, String adresse) {
        return essayer(ENVOI_DU_LIEU, ENVOI, convention, adresse);
    }

    VerdictDuFrein essai(UUID convention, String adresse) {
        return essayer(ESSAI_DU_LIEU, ESSAI, convention, adresse);
    }

    VerdictDeCode verifier(UUID convention, String code) {
        return codes.verifier(LettresDeConvention.USAGE, convention, code);
    }

    private VerdictDuFrein essayer(RegleDeFrein duLieu, RegleDeFrein deTous, UUID convention, String adresse) {
        var lieu = freins.essayer(duLieu, convention + " " + Reseau.de(adresse));
        return lieu instanceof Verrouille ? lieu : freins.essayer(deTous, convention.toString());
    }
}
