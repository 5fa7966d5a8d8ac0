package fr.convergence.socle.connexion;

import fr.convergence.socle.acces.EntreeDuSite;
import fr.convergence.socle.authentification.Appareils;
import fr.convergence.socle.connexion.Tentative.Etape;
import fr.convergence.socle.personne.Secrets;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Ce que chacun prouve après son mot de passe : l'application qu'il a reliée, sinon le code reçu par courriel. */
@Component
final class FacteurDemande {

    private final Secrets secrets;
    private final Appareils appareils;
    private final EntreeDuSite entree;

    FacteurDemande(Secrets secrets, Appareils appareils, EntreeDuSite entree) {
        this.secrets = secrets;
        this.appareils = appareils;
        this.entree = entree;
    }

    /** Vide si le titulaire a demandé que son mot de passe suffise sur ce navigateur : jamais avec une application. */
    Optional<Etape> apresLeMotDePasse(UUID compte, Origine origine) {
        if (secrets.application(compte).isPresent()) {
            return Optional.of(Etape.APPLICATION);
        }
        return !entree.exigeUnFacteurFort(compte) && appareils.dispense(compte, origine.appareil())
                ? Optional.empty()
                : Optional.of(Etape.COURRIEL);
    }
}
