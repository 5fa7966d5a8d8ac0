package fr.convergence.portail.compte;

import fr.convergence.portail.acces.Role;
import fr.convergence.socle.identifiant.AdresseElectronique;
import fr.convergence.socle.identifiant.Civilite;
import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.personne.Invitation;
import fr.convergence.socle.personne.NomUtilisateur;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Sur un portail neuf, invite le premier opérateur à l'adresse réglée par l'exploitant ; il invitera les autres. */
@Component
final class PremierOperateur implements ApplicationRunner {

    private final Comptes comptes;
    private final InviterMembre inviter;
    private final Invitation invitation;
    private final Optional<AdresseElectronique> adresse;

    PremierOperateur(
            Comptes comptes,
            InviterMembre inviter,
            Invitation invitation,
            @Value("${convergence.premier-operateur:}") String adresse) {
        this.comptes = comptes;
        this.inviter = inviter;
        this.invitation = invitation;
        this.adresse =
                Optional.of(adresse).filter(Predicate.not(FormeNormale::vide)).map(AdresseElectronique::new);
    }

    /** Tant qu'aucun opérateur n'est actif, chaque démarrage renvoie l'invitation. */
    @Override
    public void run(ApplicationArguments arguments) {
        adresse.ifPresent(this::inviter);
    }

    private void inviter(AdresseElectronique adresse) {
        if (!comptes.actifs(Role.OPERATEUR).isEmpty()) {
            return;
        }
        var membre = new MembreDeLEquipe(
                Role.OPERATEUR,
                null,
                new NomUtilisateur("operateur"),
                adresse,
                Civilite.MADAME,
                "Opérateur",
                "Premier");
        if (inviter.executer(membre, Journal.SYSTEME) instanceof InviterMembre.Resultat.DejaPris) {
            comptes.designe(adresse.valeur()).map(Compte::id).ifPresent(invitation::envoyer);
        }
    }
}
