package fr.convergence.socle.connexion;

import fr.convergence.socle.authentification.CodesTotp;
import fr.convergence.socle.authentification.VerdictDuFrein.Admis;
import fr.convergence.socle.authentification.VerdictDuFrein.Verrouille;
import fr.convergence.socle.personne.DemandesDeCourriel;
import fr.convergence.socle.personne.Secrets;
import fr.convergence.socle.secondfacteur.EmployerUnCode;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Second facteur de qui a relié une application : son code à six chiffres (RFC 6238), ou un code de secours. */
@Component
final class CodeDApplication {

    private final CodesTotp totp;
    private final Secrets secrets;
    private final FreinsDeConnexion freins;
    private final DemandesDeCourriel demandes;
    private final EmployerUnCode secours;

    CodeDApplication(
            CodesTotp totp,
            Secrets secrets,
            FreinsDeConnexion freins,
            DemandesDeCourriel demandes,
            EmployerUnCode secours) {
        this.totp = totp;
        this.secrets = secrets;
        this.freins = freins;
        this.demandes = demandes;
        this.secours = secours;
    }

    VerdictDuSecondFacteur verifier(Tentative tentative, String saisi, Origine origine) {
        return juger(tentative, origine, () -> juste(tentative, saisi));
    }

    /** Un code de secours a les mêmes freins : essayer l'un ou l'autre n'ajoute pas d'essais. */
    VerdictDuSecondFacteur secours(Tentative tentative, String saisi, Origine origine) {
        return juger(tentative, origine, () -> secours.executer(tentative.compte(), saisi));
    }

    private VerdictDuSecondFacteur juger(Tentative tentative, Origine origine, BooleanSupplier juste) {
        return switch (freins.code(tentative.compte(), origine)) {
            case Verrouille(var jusqu) -> new VerdictDuSecondFacteur.Verrou(jusqu);
            case Admis(var dernier) -> {
                if (juste.getAsBoolean()) {
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
