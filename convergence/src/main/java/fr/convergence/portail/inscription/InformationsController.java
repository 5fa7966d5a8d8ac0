package fr.convergence.portail.inscription;

import fr.convergence.portail.inscription.InformationsPage.Champs;
import fr.convergence.socle.acces.Acces;
import fr.convergence.socle.captcha.Captchas;
import fr.convergence.socle.captcha.Tirage.Freine;
import fr.convergence.socle.captcha.Tirage.Tire;
import fr.convergence.socle.envoi.EnvoisUniques;
import fr.convergence.socle.envoi.Rejouable;
import fr.convergence.socle.identifiant.Civilite;
import fr.convergence.socle.page.Choix;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import fr.convergence.socle.personne.SaisieDeMotDePasse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
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
    private final EnvoisUniques envois;

    InformationsController(
            Inscriptions inscriptions, LectureDIdentite lecture, Captchas captchas, EnvoisUniques envois) {
        this.inscriptions = inscriptions;
        this.lecture = lecture;
        this.captchas = captchas;
        this.envois = envois;
    }

    @GetMapping("/inscription")
    Vue commencer() {
        return new Redirection(EtapeDInscription.INFORMATIONS.adresse());
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
    Vue suivant(SaisieDInformations envoyee, HttpServletRequest requete, HttpServletResponse reponse) throws Exception {
        var brouillon = inscriptions.brouillon(requete);
        var saisie = envoyee.reprenant(brouillon.motDePasse());
        var erreurs = Erreurs.aucune();
        var identite = lecture.lire(saisie, brouillon.identite(), erreurs);
        var retenu = aRetenir(saisie, erreurs);
        if (saisie.renouveler() != null) {
            return refusee(requete, reponse, saisie, Erreurs.aucune(), present -> present.retenir(retenu));
        }
        if (!brouillon.controle() && !controle(saisie, requete)) {
            erreurs.ajouter(CONTROLE, saisie.sansReponse() ? "inscription.controle.vide" : "inscription.controle.faux");
            return refusee(requete, reponse, saisie, erreurs, present -> present.retenir(retenu));
        }
        if (identite.isEmpty()) {
            // Le contrôle réussi vaut pour la suite : il n'est pas redemandé avec la correction.
            return refusee(
                    requete,
                    reponse,
                    saisie,
                    erreurs,
                    present -> present.controlePasse().retenir(retenu));
        }
        inscriptions.modifier(requete, reponse, present -> present.avec(identite.get()));
        return new Redirection(EtapeDInscription.ETABLISSEMENT.adresse());
    }

    private boolean controle(SaisieDInformations saisie, HttpServletRequest requete) throws Exception {
        return envois.juger(requete, CONTROLE, () -> captchas.verifier(saisie.defi(), saisie.controle()));
    }

    /** Le mot de passe à qui l'on ne reproche rien : une erreur ailleurs ne le fait pas retaper (décision 0035). */
    private static @Nullable String aRetenir(SaisieDInformations saisie, Erreurs erreurs) {
        var juste = !texte(saisie.motDePasse()).isEmpty()
                && erreurs.de(SaisieDeMotDePasse.CHAMP) == null
                && erreurs.de(SaisieDeMotDePasse.CONFIRMATION) == null;
        return juste ? saisie.motDePasse() : null;
    }

    private Vue refusee(
            HttpServletRequest requete,
            HttpServletResponse reponse,
            SaisieDInformations saisie,
            Erreurs erreurs,
            UnaryOperator<Brouillon> changement) {
        var avant = inscriptions.brouillon(requete);
        var apres = changement.apply(avant);
        var page = page(requete, apres, saisie, erreurs);
        // Qui échoue au contrôle jusqu'au frein n'ouvre pas d'inscription : elle se commence sans rien prouver.
        var freine = !apres.controle() && page.captcha() == null;
        if (freine || apres.equals(avant)) {
            return page;
        }
        inscriptions.modifier(requete, reponse, changement);
        return page;
    }

    private InformationsPage page(
            HttpServletRequest requete, Brouillon brouillon, SaisieDInformations saisie, Erreurs erreurs) {
        String defi = null;
        if (!brouillon.controle()) {
            switch (captchas.tirer(requete.getRemoteAddr())) {
                case Tire(var tire) -> defi = tire.toString();
                case Freine(var jusqu) ->
                    erreurs.freiner(CONTROLE, new Message("inscription.controle.frein", Formats.heure(jusqu)), jusqu);
            }
        }
        var retenu = brouillon.motDePasse() != null && (brouillon.controle() || defi != null);
        return new InformationsPage(
                champs(saisie), CIVILITES, erreurs, brouillon.controle(), defi, retenu || brouillon.identite() != null);
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
