package fr.convergence.socle.lienrecu;

import fr.convergence.socle.acces.Acces;
import fr.convergence.socle.acces.PassageDeSession;
import fr.convergence.socle.authentification.Appareils;
import fr.convergence.socle.authentification.CookieDAppareil;
import fr.convergence.socle.authentification.MotsDePasse;
import fr.convergence.socle.envoi.Rejouable;
import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import fr.convergence.socle.personne.DemandesDeCourriel.Nature;
import fr.convergence.socle.personne.MotDePasse;
import fr.convergence.socle.personne.Personne;
import fr.convergence.socle.personne.SaisieDeMotDePasse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** « Mot de passe oublié ? » (CNX-4). */
@Controller
@Acces(publique = true)
final class OubliController {

    private final MotDePasse motDePasse;
    private final SaisieDeMotDePasse saisie;
    private final MotsDePasse empreintes;
    private final DemanderUnLien demander;
    private final Appareils appareils;
    private final CookieDAppareil cookie;
    private final PassageDeSession passages;

    OubliController(
            MotDePasse motDePasse,
            SaisieDeMotDePasse saisie,
            MotsDePasse empreintes,
            DemanderUnLien demander,
            Appareils appareils,
            CookieDAppareil cookie,
            PassageDeSession passages) {
        this.motDePasse = motDePasse;
        this.saisie = saisie;
        this.empreintes = empreintes;
        this.demander = demander;
        this.appareils = appareils;
        this.cookie = cookie;
        this.passages = passages;
    }

    @GetMapping("/mot-de-passe-oublie")
    Vue demander() {
        return DemandeDeLienPage.vierge(DemandeDeLienPage.Objet.MOT_DE_PASSE);
    }

    @PostMapping("/mot-de-passe-oublie")
    Vue envoyer(@RequestParam(defaultValue = "") String identifiant, HttpServletRequest requete) {
        if (FormeNormale.vide(identifiant)) {
            return DemandeDeLienPage.incomplete(DemandeDeLienPage.Objet.MOT_DE_PASSE);
        }
        demander.executer(Nature.MOT_DE_PASSE, identifiant, requete.getRemoteAddr());
        return new Redirection("/mot-de-passe-oublie/envoi");
    }

    @GetMapping("/mot-de-passe-oublie/envoi")
    Vue envoye() {
        return AvisPage.motDePasseEnvoye();
    }

    @GetMapping("/mot-de-passe-oublie/{jeton}")
    Vue choisir(@PathVariable String jeton) {
        return motDePasse
                .concerne(jeton)
                .<Vue>map(compte -> NouveauMotDePassePage.vierge(adresse(jeton), compte, false))
                .orElseGet(AvisPage::motDePasseExpire);
    }

    @Rejouable("PassageDeSession retient l’acte, qui finit toutes les sessions du compte")
    @PostMapping("/mot-de-passe-oublie/{jeton}")
    Vue remplacer(
            @PathVariable String jeton,
            @RequestParam(name = SaisieDeMotDePasse.CHAMP, defaultValue = "") String choisi,
            @RequestParam(defaultValue = "") String confirmation,
            HttpServletRequest requete,
            HttpServletResponse reponse)
            throws Exception {
        return passages.executer(requete, reponse, () -> choisir(jeton, choisi, confirmation, requete, reponse));
    }

    private Vue choisir(
            String jeton, String choisi, String confirmation, HttpServletRequest requete, HttpServletResponse reponse) {
        var concerne = motDePasse.concerne(jeton);
        if (concerne.isEmpty()) {
            return AvisPage.motDePasseExpire();
        }
        var erreurs = saisie.controler(concerne.get(), choisi, confirmation);
        if (!erreurs.vides()) {
            return NouveauMotDePassePage.refusee(adresse(jeton), concerne.get(), false, erreurs);
        }
        return motDePasse
                .remplacer(jeton, empreintes.empreinte(choisi))
                .<Vue>map(compte -> remplace(compte, requete, reponse))
                .orElseGet(AvisPage::motDePasseExpire);
    }

    /** Ce navigateur vient de prouver que l'adresse est la sienne : un verrou serré par d'autres ne le retient plus. */
    private Vue remplace(Personne compte, HttpServletRequest requete, HttpServletResponse reponse) {
        var connu = cookie.lire(requete);
        var secret = Appareils.secret(connu) ? connu : appareils.nouveau();
        appareils.retenir(compte.id(), secret);
        cookie.poser(requete, reponse, secret);
        return new Redirection(compte.equipe() ? "/connexion/equipe" : "/connexion")
                .avec(Annonce.succes("lienrecu.mot-de-passe.fait"));
    }

    private static String adresse(String jeton) {
        return "/mot-de-passe-oublie/" + jeton;
    }
}
