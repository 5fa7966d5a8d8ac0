package fr.convergence.socle.connexion;

import fr.convergence.socle.authentification.CodesTotp;
import fr.convergence.socle.authentification.VerdictDuFrein.Admis;
import fr.convergence.socle.authentification.VerdictDuFrein.Verrouille;
import fr.convergence.socle.personne.DemandesDeCourriel;
import fr.convergence.socle.personne.Secrets;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Second facteur de l'équipe : le code à six chiffres de son application d'authentification (RFC 6238). */
@Component
final class CodeDApplication {

    private final CodesTotp totp;
    private final Secrets secrets;
    private final FreinsDeConnexion freins;
    private final DemandesDeCourriel demandes;

    CodeDApplication(CodesTotp totp, Secrets secrets, FreinsDeConnexion freins, DemandesDeCourriel demandes) {
        this.totp = totp;
        this.secrets = secrets;
        this.freins = freins;
        this.demandes = demandes;
    }

    VerdictDuSecondFacteur verifier(Tentative tentative, String saisi, Origine origine) {
        return switch (freins.code(tentative.compte(), origine)) {
            case Verrouille(var jusqu) -> new VerdictDuSecondFacteur.Verrou(jusqu);
            case Admis(var dernier) -> {
                if (juste(tentative, saisi)) {
                    freins.codeJuste(tentative.compte(), origine);
                    yield new VerdictDuSecondFacteur.Juste();
                }
                if (dernier) {
                    demandes.deposer(DemandesDeCourriel.Nature.VERROU, tentative.saisi());
                }
                yield new VerdictDuSecondFacteur.MauvaisCode(false);
            }
        };
    }

    private boolean juste(Tentative tentative, String saisi) {
        return secrets.application(tentative.compte())
                .map(application -> totp.verifier(application.secret(), saisi, application.dernierPas()))
                .filter(OptionalLong::isPresent)
                .map(OptionalLong::getAsLong)
                // Deux envois du même code au même instant : un seul avance le pas.
                .filter(pas -> secrets.consommer(tentative.compte(), pas))
                .isPresent();
    }
}
