package fr.convergence.portail.profil;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.compte.Secrets;
import fr.convergence.socle.authentification.Freins;
import fr.convergence.socle.authentification.MotsDePasse;
import fr.convergence.socle.authentification.Regle;
import fr.convergence.socle.authentification.VerdictDuFrein.Admis;
import fr.convergence.socle.authentification.VerdictDuFrein.Verrouille;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Message;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Redemande le mot de passe avant un acte grave : une session laissée ouverte ne suffit pas. */
@Component
public final class MotDePasseActuel {

    private static final Regle REGLE =
            new Regle("mot-de-passe-actuel", 5, Duration.ofMinutes(1), Duration.ofMinutes(15), Duration.ofHours(24));

    private final Secrets secrets;
    private final MotsDePasse motsDePasse;
    private final Freins freins;

    MotDePasseActuel(Secrets secrets, MotsDePasse motsDePasse, Freins freins) {
        this.secrets = secrets;
        this.motsDePasse = motsDePasse;
        this.freins = freins;
    }

    /** La raison du refus, vide si c'est le bon. */
    public Optional<Message> refus(Connecte qui, String saisi) {
        if (saisi.isEmpty()) {
            return Optional.of(new Message("profil.mot-de-passe.actuel.vide"));
        }
        return switch (freins.essayer(REGLE, qui.getName())) {
            case Verrouille(var jusqu) ->
                Optional.of(new Message("profil.mot-de-passe.actuel.verrou", Formats.heure(jusqu)));
            case Admis _ -> {
                var juste = secrets.motDePasse(qui.compte())
                        .filter(empreinte -> motsDePasse.verifier(saisi, empreinte))
                        .isPresent();
                if (juste) {
                    freins.oublier(REGLE, qui.getName());
                }
                yield juste ? Optional.empty() : Optional.of(new Message("profil.mot-de-passe.actuel.faux"));
            }
        };
    }
}
