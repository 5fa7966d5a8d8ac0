package fr.convergence.socle.lienrecu;

import fr.convergence.socle.acces.Acces;
import fr.convergence.socle.authentification.MotsDePasse;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import fr.convergence.socle.personne.Invitation;
import fr.convergence.socle.personne.SaisieDeMotDePasse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Un membre de l'équipe choisit son mot de passe par l'invitation reçue. */
@Controller
@Acces(publique = true)
final class InvitationController {

    private final Invitation invitations;
    private final SaisieDeMotDePasse saisie;
    private final MotsDePasse empreintes;

    InvitationController(Invitation invitations, SaisieDeMotDePasse saisie, MotsDePasse empreintes) {
        this.invitations = invitations;
        this.saisie = saisie;
        this.empreintes = empreintes;
    }

    @GetMapping("/invitation/{jeton}")
    Vue choisir(@PathVariable String jeton) {
        return invitations
                .invitee(jeton)
                .<Vue>map(compte -> NouveauMotDePassePage.vierge("/invitation/" + jeton, compte, true))
                .orElseGet(AvisPage::invitationExpiree);
    }

    @PostMapping("/invitation/{jeton}")
    Vue accepter(
            @PathVariable String jeton,
            @RequestParam(name = SaisieDeMotDePasse.CHAMP, defaultValue = "") String choisi,
            @RequestParam(defaultValue = "") String confirmation) {
        var invite = invitations.invitee(jeton);
        if (invite.isEmpty()) {
            return AvisPage.invitationExpiree();
        }
        var erreurs = saisie.controler(invite.get(), choisi, confirmation);
        if (!erreurs.vides()) {
            return NouveauMotDePassePage.refusee("/invitation/" + jeton, invite.get(), true, erreurs);
        }
        return invitations.accepter(jeton, empreintes.empreinte(choisi))
                ? new Redirection("/connexion/equipe").avec(Annonce.succes("lienrecu.invitation.acceptee"))
                : AvisPage.invitationExpiree();
    }
}
