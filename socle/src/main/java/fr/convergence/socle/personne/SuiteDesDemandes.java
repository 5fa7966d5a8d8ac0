package fr.convergence.socle.personne;

import fr.convergence.socle.authentification.Freins;
import fr.convergence.socle.authentification.RegleDeFrein;
import fr.convergence.socle.authentification.VerdictDuFrein.Admis;
import fr.convergence.socle.courriel.Courriels;
import fr.convergence.socle.personne.DemandesDeCourriel.Nature;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Ce qu'on envoie, hors de la vue du demandeur, au titulaire du compte qu'il a nommé. */
@Component
final class SuiteDesDemandes {

    /** Un titulaire n'apprend qu'une fois par heure que l'on force sa porte. */
    private static final RegleDeFrein AVIS_DE_VERROU =
            new RegleDeFrein("avis-de-verrou", 1, Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(2));

    private final Personnes personnes;
    private final Activation activation;
    private final Invitation invitation;
    private final MotDePasse motDePasse;
    private final Freins freins;
    private final Courriels courriels;

    SuiteDesDemandes(
            Personnes personnes,
            Activation activation,
            Invitation invitation,
            MotDePasse motDePasse,
            Freins freins,
            Courriels courriels) {
        this.personnes = personnes;
        this.activation = activation;
        this.invitation = invitation;
        this.motDePasse = motDePasse;
        this.freins = freins;
        this.courriels = courriels;
    }

    void donner(Nature nature, String identifiant) {
        personnes.designee(identifiant).ifPresent(compte -> donner(nature, compte));
    }

    private void donner(Nature nature, Personne compte) {
        switch (compte.etat()) {
            case EtatDePersonne.EnAttente _ -> {
                if (nature != Nature.VERROU) {
                    activation.renvoyer(compte);
                    invitation.envoyer(compte.id());
                }
            }
            case EtatDePersonne.Actif _ -> {
                switch (nature) {
                    case ACTIVATION -> dejaActif(compte);
                    case MOT_DE_PASSE -> motDePasse.envoyerLien(compte);
                    case VERROU -> avertir(compte);
                }
            }
            case EtatDePersonne.Desactive _, EtatDePersonne.Supprime _ -> {}
        }
    }

    private void dejaActif(Personne compte) {
        courriels.ecrire("compte/deja-actif", compte.courriel().valeur(), Map.of("prenom", compte.prenom()));
    }

    private void avertir(Personne compte) {
        if (freins.essayer(AVIS_DE_VERROU, compte.id().toString()) instanceof Admis) {
            courriels.ecrire("compte/verrou", compte.courriel().valeur(), Map.of("prenom", compte.prenom()));
        }
    }
}
