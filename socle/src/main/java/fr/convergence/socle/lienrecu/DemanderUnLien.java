package fr.convergence.socle.lienrecu;

import fr.convergence.socle.authentification.Freins;
import fr.convergence.socle.authentification.RegleDeFrein;
import fr.convergence.socle.authentification.VerdictDuFrein.Admis;
import fr.convergence.socle.origine.Reseau;
import fr.convergence.socle.personne.DemandesDeCourriel;
import fr.convergence.socle.personne.DemandesDeCourriel.Nature;
import fr.convergence.socle.personne.Personnes;
import fr.convergence.socle.personne.Secrets;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Demande un lien pour le compte nommé. Trop souvent demandé d'un même lieu, il ne part plus, sans que la réponse change. Ce
 * qu'un inconnu demande ailleurs ne retient pas le titulaire : un lien n'annule pas le précédent, et un compte en reçoit bien
 * plus qu'un lieu n'en demande.
 */
@Component
final class DemanderUnLien {

    private static final Duration HEURE = Duration.ofHours(1);
    private static final RegleDeFrein PAR_LIEU = new RegleDeFrein("lien-lieu", 5, HEURE, HEURE, HEURE);

    /** Au-delà, une boîte serait inondée ; il y faut douze lieux à la fois. */
    private static final RegleDeFrein PAR_COMPTE = new RegleDeFrein("lien-compte", 60, HEURE, HEURE, HEURE);

    private static final RegleDeFrein PAR_ADRESSE = new RegleDeFrein("lien-adresse", 30, HEURE, HEURE, HEURE);

    /** Longueur de la plus longue adresse électronique (RFC 5321). */
    private static final int IDENTIFIANT_MAX = 254;

    private final DemandesDeCourriel demandes;
    private final Secrets secrets;
    private final Freins freins;

    DemanderUnLien(DemandesDeCourriel demandes, Secrets secrets, Freins freins) {
        this.secrets = secrets;
        this.demandes = demandes;
        this.freins = freins;
    }

    void executer(Nature nature, String identifiant, String adresse) {
        if (identifiant.length() > IDENTIFIANT_MAX) {
            return;
        }
        var reseau = Reseau.de(adresse);
        // La même lecture pour un compte inconnu.
        var compte = secrets.de(identifiant)
                .map(preuve -> preuve.compte().toString())
                .orElseGet(() -> Personnes.cle(identifiant));
        if (freins.essayer(PAR_ADRESSE, nature + reseau.valeur()) instanceof Admis
                && freins.essayer(PAR_LIEU, nature + compte + " adresse " + reseau) instanceof Admis
                && freins.essayer(PAR_COMPTE, nature + compte) instanceof Admis) {
            demandes.deposer(nature, identifiant);
        }
    }
}
