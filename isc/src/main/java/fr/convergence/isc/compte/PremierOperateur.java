package fr.convergence.isc.compte;

import fr.convergence.isc.acces.Fonction;
import fr.convergence.socle.identifiant.AdresseElectronique;
import fr.convergence.socle.identifiant.Civilite;
import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.personne.Invitation;
import fr.convergence.socle.personne.NomUtilisateur;
import fr.convergence.socle.site.Langue;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Sur un site neuf, invite le premier opérateur à l'adresse réglée par l'exploitant ; il invitera les autres. */
@Component
final class PremierOperateur implements ApplicationRunner {

    private final Comptes comptes;
    private final CreerCompte creer;
    private final Invitation invitation;
    private final Optional<AdresseElectronique> adresse;

    PremierOperateur(
            Comptes comptes,
            CreerCompte creer,
            Invitation invitation,
            @Value("${convergence.premier-operateur:}") String adresse) {
        this.comptes = comptes;
        this.creer = creer;
        this.invitation = invitation;
        this.adresse =
                Optional.of(adresse).filter(Predicate.not(FormeNormale::vide)).map(AdresseElectronique::new);
    }

    /** Tant qu'aucun opérateur n'est actif, chaque démarrage renvoie l'invitation. */
    @Override
    public void run(ApplicationArguments arguments) {
        adresse.filter(_ -> comptes.operateurs().isEmpty()).ifPresent(this::inviter);
    }

    private void inviter(AdresseElectronique adresse) {
        var nouveau = new NouveauCompte(
                Fonction.OPERATEUR,
                null,
                new NomUtilisateur("operateur"),
                adresse,
                Civilite.MADAME,
                "Opérateur",
                "Premier",
                null,
                null,
                Langue.FRANCAIS);
        if (creer.executer(nouveau, Journal.SYSTEME) instanceof CreerCompte.Resultat.DejaPris) {
            comptes.designe(adresse.valeur()).map(Compte::id).ifPresent(invitation::envoyer);
        }
    }
}
