package fr.convergence.portail.compte;

import fr.convergence.portail.compte.DemandesDeCourriel.Nature;
import fr.convergence.socle.authentification.Freins;
import fr.convergence.socle.authentification.RegleDeFrein;
import fr.convergence.socle.authentification.VerdictDuFrein.Admis;
import fr.convergence.socle.courriel.Courriels;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Ce qu'on envoie, hors de la vue du demandeur, au titulaire du compte qu'il a nommé. */
@Component
final class SuiteDesDemandes {

    /** Un titulaire n'apprend qu'une fois par heure que l'on force sa porte. */
    private static final RegleDeFrein AVIS_DE_VERROU =
            new RegleDeFrein("avis-de-verrou", 1, Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(2));

    private final Comptes comptes;
    private final Activation activation;
    private final InviterMembre invitation;
    private final MotDePasse motDePasse;
    private final Freins freins;
    private final Courriels courriels;

    SuiteDesDemandes(
            Comptes comptes,
            Activation activation,
            InviterMembre invitation,
            MotDePasse motDePasse,
            Freins freins,
            Courriels courriels) {
        this.comptes = comptes;
        this.activation = activation;
        this.invitation = invitation;
        this.motDePasse = motDePasse;
        this.freins = freins;
        this.courriels = courriels;
    }

    void donner(Nature nature, String identifiant) {
        comptes.designe(identifiant).ifPresent(compte -> donner(nature, compte));
    }

    private void donner(Nature nature, Compte compte) {
        switch (compte.etat()) {
            case EtatDuCompte.EnAttente _ -> {
                if (nature != Nature.VERROU) {
                    activation.renvoyer(compte);
                    invitation.renvoyer(compte.id());
                }
            }
            case EtatDuCompte.Actif _ -> {
                switch (nature) {
                    case ACTIVATION -> dejaActif(compte);
                    case MOT_DE_PASSE -> motDePasse.envoyerLien(compte);
                    case VERROU -> avertir(compte);
                }
            }
            case EtatDuCompte.Desactive _, EtatDuCompte.Supprime _ -> {}
        }
    }

    private void dejaActif(Compte compte) {
        courriels.ecrire("compte/deja-actif", compte.courriel().valeur(), Map.of("prenom", compte.prenom()));
    }

    private void avertir(Compte compte) {
        if (freins.essayer(AVIS_DE_VERROU, compte.id().toString()) instanceof Admis) {
            courriels.ecrire("compte/verrou", compte.courriel().valeur(), Map.of("prenom", compte.prenom()));
        }
    }
}
