package fr.convergence.portail.inscription;

import fr.convergence.portail.acces.Acces;
import fr.convergence.portail.inscription.InformationsPage.Champs;
import fr.convergence.socle.captcha.Captchas;
import fr.convergence.socle.captcha.Tirage.Freine;
import fr.convergence.socle.captcha.Tirage.Tire;
import fr.convergence.socle.envoi.Rejouable;
import fr.convergence.socle.identifiant.Civilite;
import fr.convergence.socle.page.Choix;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Étape 1, « Informations personnelles » (INS-1, INS-3). */
@Controller
@Acces(publique = true)
final class InformationsController {

    private static final List<Choix> CIVILITES = Choix.de(Civilite.values(), Civilite::libelle);

    private static final String CONTROLE = "controle";

    private final Inscriptions inscriptions;
    private final LectureDIdentite lecture;
    private final Captchas captchas;

    InformationsController(Inscriptions inscriptions, LectureDIdentite lecture, Captchas captchas) {
        this.inscriptions = inscriptions;
        this.lecture = lecture;
        this.captchas = captchas;
    }

    @GetMapping("/inscription")
    Vue commencer() {
        return new Redirection(Etape.INFORMATIONS.adresse());
    }

    @GetMapping("/inscription/informations")
    Vue informations(HttpServletRequest requete) {
        var brouillon = inscriptions.brouillon(requete);
        var saisie = brouillon.identite() == null
                ? SaisieDInformations.VIERGE
                : SaisieDInformations.de(brouillon.identite());
        return page(requete, brouillon, saisie, Erreurs.aucune());
    }

    @Rejouable("écrit le brouillon de ce navigateur, et lui en rend le témoin")
    @PostMapping("/inscription/informations")
    Vue suivant(SaisieDInformations saisie, HttpServletRequest requete, HttpServletResponse reponse) {
        var brouillon = inscriptions.brouillon(requete);
        if (saisie.renouveler() != null) {
            return page(requete, brouillon, saisie, Erreurs.aucune());
        }
        var passe = brouillon.controle() || captchas.verifier(saisie.defi(), saisie.controle());
        var erreurs = Erreurs.aucune();
        var identite = lecture.lire(saisie, brouillon.identite(), erreurs);
        if (!passe) {
            erreurs.ajouter(
                    CONTROLE, saisie.captcha() == null ? "inscription.controle.vide" : "inscription.controle.faux");
            return page(requete, brouillon, saisie, erreurs);
        }
        if (identite.isEmpty()) {
            // Le contrôle réussi vaut pour la suite : il n'est pas redemandé avec la correction.
            inscriptions.modifier(requete, reponse, Brouillon::controlePasse);
            return page(requete, brouillon.controlePasse(), saisie, erreurs);
        }
        inscriptions.modifier(requete, reponse, present -> present.avec(identite.get()));
        return new Redirection(Etape.ETABLISSEMENT.adresse());
    }

    private Vue page(HttpServletRequest requete, Brouillon brouillon, SaisieDInformations saisie, Erreurs erreurs) {
        String defi = null;
        if (!brouillon.controle()) {
            switch (captchas.tirer(requete.getRemoteAddr())) {
                case Tire(var tire) -> defi = tire.toString();
                case Freine(var jusqu) ->
                    erreurs.freiner(CONTROLE, new Message("inscription.controle.frein", Formats.heure(jusqu)), jusqu);
            }
        }
        return new InformationsPage(
                champs(saisie), CIVILITES, erreurs, brouillon.controle(), defi, brouillon.identite() != null);
    }

    private static Champs champs(SaisieDInformations saisie) {
        return new Champs(
                texte(saisie.nomUtilisateur()),
                texte(saisie.civilite()),
                texte(saisie.nom()),
                texte(saisie.prenom()),
                texte(saisie.courriel()),
                texte(saisie.telephone()));
    }

    private static String texte(@Nullable String saisi) {
        return Objects.requireNonNullElse(saisi, "");
    }
}
