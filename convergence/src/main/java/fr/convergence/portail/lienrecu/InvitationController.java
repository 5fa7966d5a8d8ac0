package fr.convergence.portail.lienrecu;

import fr.convergence.portail.compte.InviterMembre;
import fr.convergence.portail.compte.SaisieDeMotDePasse;
import fr.convergence.socle.acces.Acces;
import fr.convergence.socle.authentification.MotsDePasse;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Un membre de l'équipe choisit son mot de passe par l'invitation reçue. */
@Controller
@Acces(publique = true)
final class InvitationController {

    private final InviterMembre invitations;
    private final SaisieDeMotDePasse saisie;
    private final MotsDePasse empreintes;

    InvitationController(InviterMembre invitations, SaisieDeMotDePasse saisie, MotsDePasse empreintes) {
        this.invitations = invitations;
        this.saisie = saisie;
        this.empreintes = empreintes;
    }

    @GetMapping("/invitation/{jeton}")
    Vue choisir(@PathVariable String jeton) {
        return invitations
                .invite(jeton)
                .<Vue>map(compte -> NouveauMotDePassePage.vierge("/invitation/" + jeton, compte, true))
                .orElseGet(AvisPage::invitationExpiree);
    }

    @PostMapping("/invitation/{jeton}")
    Vue accepter(
            @PathVariable String jeton,
            @RequestParam(name = SaisieDeMotDePasse.CHAMP, defaultValue = "") String choisi,
            @RequestParam(defaultValue = "") String confirmation) {
        var invite = invitations.invite(jeton);
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
