package fr.convergence.portail.administration;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.ReserveA;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.administration.InvitationPage.Saisie;
import fr.convergence.portail.compte.InviterMembre;
import fr.convergence.portail.compte.MembreDeLEquipe;
import fr.convergence.socle.identifiant.AdresseElectronique;
import fr.convergence.socle.identifiant.Civilite;
import fr.convergence.socle.identifiant.Lecture;
import fr.convergence.socle.identifiant.NomDePersonne;
import fr.convergence.socle.identifiant.Region;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import fr.convergence.socle.personne.NomUtilisateur;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Ouvre un compte de l'équipe ; son titulaire choisit son mot de passe par le lien qu'il reçoit. */
@Controller
@ReserveA(Role.OPERATEUR)
final class OuvrirCompteController {

    static final String CHEMIN = "/administration/invitations";

    private final InviterMembre inviter;

    OuvrirCompteController(InviterMembre inviter) {
        this.inviter = inviter;
    }

    @GetMapping(CHEMIN + "/nouvelle")
    Vue vierge() {
        return new InvitationPage(Saisie.VIERGE, Erreurs.aucune());
    }

    @PostMapping(CHEMIN)
    Vue inviter(@ModelAttribute Saisie saisie, Connecte qui) {
        var erreurs = Erreurs.aucune();
        var membre = lire(saisie, erreurs);
        if (membre.isEmpty()) {
            return new InvitationPage(saisie, erreurs);
        }
        return switch (inviter.executer(membre.get(), qui.getName())) {
            case InviterMembre.Resultat.Invite(var compte) ->
                new Redirection(ComptesController.CHEMIN + "/" + compte)
                        .avec(Annonce.succes("administration.invitation.envoyee", saisie.courriel()));
            case InviterMembre.Resultat.DejaPris() ->
                new InvitationPage(saisie, erreurs.ajouter("courriel", "administration.invitation.prise"));
        };
    }

    private static Optional<MembreDeLEquipe> lire(Saisie saisie, Erreurs erreurs) {
        var role = Arrays.stream(Role.values())
                .filter(r -> r.equipe() && r.name().equals(saisie.role()))
                .findFirst();
        if (role.isEmpty()) {
            erreurs.ajouter("role", "administration.invitation.role");
        }
        var regional = role.filter(Role::regional).isPresent();
        var region = regional ? lu("region", Region.lire(saisie.region()), erreurs) : Optional.<Region>empty();
        var civilite = lu("civilite", Civilite.lire(saisie.civilite()), erreurs);
        var nom = lu("nom", NomDePersonne.lire(saisie.nom()), erreurs);
        var prenom = lu("prenom", NomDePersonne.lire(saisie.prenom()), erreurs);
        var courriel = lu("courriel", AdresseElectronique.lire(saisie.courriel()), erreurs);
        var nomUtilisateur = lu("nomUtilisateur", NomUtilisateur.lire(saisie.nomUtilisateur()), erreurs);
        return erreurs.vides()
                ? Optional.of(new MembreDeLEquipe(
                        role.orElseThrow(),
                        region.orElse(null),
                        nomUtilisateur.orElseThrow(),
                        courriel.orElseThrow(),
                        civilite.orElseThrow(),
                        nom.orElseThrow().valeur(),
                        prenom.orElseThrow().valeur()))
                : Optional.empty();
    }

    private static <T> Optional<T> lu(String champ, Lecture<T> lecture, Erreurs erreurs) {
        lecture.siRefusee().ifPresent(refus -> erreurs.ajouter(champ, new Message(refus.cle(), refus.arguments())));
        return lecture.siLue();
    }
}
