package fr.convergence.socle.profil;

import fr.convergence.socle.acces.PersonneConnectee;
import fr.convergence.socle.authentification.Freins;
import fr.convergence.socle.authentification.MotsDePasse;
import fr.convergence.socle.authentification.RegleDeFrein;
import fr.convergence.socle.authentification.VerdictDuFrein.Admis;
import fr.convergence.socle.authentification.VerdictDuFrein.Verrouille;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.personne.Secrets;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Redemande le mot de passe avant un acte grave : une session laissée ouverte ne suffit pas. */
@Component
public final class MotDePasseActuel {

    /** Nom du champ, dans tous les formulaires qui le redemandent. */
    public static final String CHAMP = "actuel";

    private static final RegleDeFrein REGLE = new RegleDeFrein(
            "mot-de-passe-actuel", 5, Duration.ofMinutes(1), Duration.ofMinutes(15), Duration.ofHours(24));

    private final Secrets secrets;
    private final MotsDePasse motsDePasse;
    private final Freins freins;

    MotDePasseActuel(Secrets secrets, MotsDePasse motsDePasse, Freins freins) {
        this.secrets = secrets;
        this.motsDePasse = motsDePasse;
        this.freins = freins;
    }

    /** Ajoute la raison d'un refus, rien si c'est le bon ; un essai de trop dit quand recommencer. */
    public void controler(PersonneConnectee qui, String saisi, Erreurs erreurs) {
        if (saisi.isEmpty()) {
            erreurs.ajouter(CHAMP, "profil.mot-de-passe.actuel.vide");
            return;
        }
        switch (freins.essayer(REGLE, qui.getName())) {
            case Verrouille(var jusqu) ->
                erreurs.freiner(CHAMP, new Message("profil.mot-de-passe.actuel.verrou", Formats.heure(jusqu)), jusqu);
            case Admis _ -> {
                if (juste(qui, saisi)) {
                    freins.oublier(REGLE, qui.getName());
                } else {
                    erreurs.ajouter(CHAMP, "profil.mot-de-passe.actuel.faux");
                }
            }
        }
    }

    private boolean juste(PersonneConnectee qui, String saisi) {
        return secrets.motDePasse(qui.compte())
                .filter(empreinte -> motsDePasse.verifier(saisi, empreinte))
                .isPresent();
    }
}
