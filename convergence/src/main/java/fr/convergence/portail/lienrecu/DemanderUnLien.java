package fr.convergence.portail.lienrecu;

import fr.convergence.portail.compte.Comptes;
import fr.convergence.portail.compte.DemandesDeCourriel;
import fr.convergence.portail.compte.DemandesDeCourriel.Nature;
import fr.convergence.socle.authentification.Freins;
import fr.convergence.socle.authentification.Regle;
import fr.convergence.socle.authentification.VerdictDuFrein.Admis;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Demande un lien pour le compte nommé. Trop souvent demandé, il ne part plus, sans que la réponse change. */
@Component
final class DemanderUnLien {

    private static final Duration HEURE = Duration.ofHours(1);
    private static final Regle PAR_COMPTE = new Regle("lien-compte", 5, HEURE, HEURE, HEURE);
    private static final Regle PAR_ADRESSE = new Regle("lien-adresse", 30, HEURE, HEURE, HEURE);

    /** Longueur de la plus longue adresse électronique (RFC 5321). */
    private static final int IDENTIFIANT_MAX = 254;

    private final DemandesDeCourriel demandes;
    private final Freins freins;

    DemanderUnLien(DemandesDeCourriel demandes, Freins freins) {
        this.demandes = demandes;
        this.freins = freins;
    }

    void executer(Nature nature, String identifiant, String adresse) {
        if (identifiant.length() <= IDENTIFIANT_MAX
                && freins.essayer(PAR_ADRESSE, nature + adresse) instanceof Admis
                && freins.essayer(PAR_COMPTE, nature + Comptes.cle(identifiant)) instanceof Admis) {
            demandes.deposer(nature, identifiant);
        }
    }
}
