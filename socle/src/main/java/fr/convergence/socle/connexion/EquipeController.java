package fr.convergence.socle.connexion;

import fr.convergence.socle.acces.Acces;
import fr.convergence.socle.acces.PassageDeSession;
import fr.convergence.socle.authentification.CookieDAppareil;
import fr.convergence.socle.connexion.Tentative.Etape;
import fr.convergence.socle.envoi.Rejouable;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Vue;
import fr.convergence.socle.personne.ActeDePersonne.Moyen;
import fr.convergence.socle.personne.Personne;
import fr.convergence.socle.personne.Personnes;
import fr.convergence.socle.secondfacteur.RelierApplication;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Le code de l'application d'authentification, et la relier avant d'entrer pour qui doit un facteur fort. */
@Controller
@Acces(publique = true)
final class EquipeController {

    private final CodeDApplication codes;
    private final RelierApplication relier;
    private final OuvrirSession ouvrir;
    private final PassageDeSession passages;
    private final CookieDAppareil cookie;
    private final Personnes personnes;
    private final Clock horloge;

    EquipeController(
            CodeDApplication codes,
            RelierApplication relier,
            OuvrirSession ouvrir,
            PassageDeSession passages,
            CookieDAppareil cookie,
            Personnes personnes,
            Clock horloge) {
        this.codes = codes;
        this.relier = relier;
        this.ouvrir = ouvrir;
        this.passages = passages;
        this.cookie = cookie;
        this.personnes = personnes;
        this.horloge = horloge;
    }

    @GetMapping("/connexion/equipe/code")
    Vue demander(HttpServletRequest requete) {
        return tentative(requete, Etape.APPLICATION)
                .<Vue>map(tentative -> new CodeDEquipePage(porte(tentative), Erreurs.aucune(), HttpStatus.OK))
                .orElseGet(CodeController::recommencer);
    }

    @Rejouable("PassageDeSession retient la session ouverte ; un code ne sert qu’une fois")
    @PostMapping("/connexion/equipe/code")
    Vue verifier(@RequestParam(defaultValue = "") String code, HttpServletRequest requete, HttpServletResponse reponse)
            throws Exception {
        return passages.executer(requete, reponse, () -> juger(code, requete, reponse));
    }

    private Vue juger(String code, HttpServletRequest requete, HttpServletResponse reponse) throws Exception {
        var tentative = tentative(requete, Etape.APPLICATION);
        if (tentative.isEmpty()) {
            return CodeController.recommencer();
        }
        var origine = Origine.de(requete.getRemoteAddr(), cookie.lire(requete));
        var verdict = passages.juger(
                requete,
                VerdictDuSecondFacteur.MauvaisCode.class,
                () -> codes.verifier(tentative.get(), code, origine));
        return switch ((VerdictDuSecondFacteur) verdict) {
            case VerdictDuSecondFacteur.Juste() ->
                ouvrir.executer(tentative.get().compte(), Moyen.MOT_DE_PASSE_ET_APPLICATION, requete, reponse);
            case VerdictDuSecondFacteur.MauvaisCode _ ->
                new CodeDEquipePage(
                        porte(tentative.get()),
                        Erreurs.aucune().ajouter("code", "connexion.equipe.code.faux"),
                        HttpStatus.UNPROCESSABLE_CONTENT);
            case VerdictDuSecondFacteur.Verrou(var jusqu) -> new VerrouPage(jusqu);
        };
    }

    @GetMapping("/connexion/equipe/application")
    Vue proposer(HttpServletRequest requete) {
        return tentative(requete, Etape.RELIER)
                .<Vue>map(tentative -> page(tentative, requete, Erreurs.aucune(), HttpStatus.OK))
                .orElseGet(CodeController::recommencer);
    }

    @Rejouable("PassageDeSession retient la session ouverte ; un code ne sert qu’une fois")
    @PostMapping("/connexion/equipe/application")
    Vue relier(@RequestParam(defaultValue = "") String code, HttpServletRequest requete, HttpServletResponse reponse)
            throws Exception {
        return passages.executer(requete, reponse, () -> relierPar(code, requete, reponse));
    }

    private Vue relierPar(String code, HttpServletRequest requete, HttpServletResponse reponse) {
        var trouvee = tentative(requete, Etape.RELIER);
        if (trouvee.isEmpty()) {
            return CodeController.recommencer();
        }
        var tentative = trouvee.get();
        return switch (relier.premiere(tentative.compte(), requete.getSession(), code)) {
            case RELIEE ->
                ouvrir.executer(tentative.compte(), Moyen.MOT_DE_PASSE_ET_APPLICATION, requete, reponse)
                        .avec(Annonce.information("connexion.equipe.application.reliee"));
            case CODE_FAUX ->
                page(
                        tentative,
                        requete,
                        Erreurs.aucune().ajouter("code", "connexion.equipe.application.faux"),
                        HttpStatus.UNPROCESSABLE_CONTENT);
            case DEPASSEE -> CodeController.recommencer();
        };
    }

    private RelierPage page(Tentative tentative, HttpServletRequest requete, Erreurs erreurs, HttpStatus statut) {
        return new RelierPage(
                relier.proposer(tentative.compte(), requete.getSession()), porte(tentative), erreurs, statut);
    }

    private String porte(Tentative tentative) {
        return personnes.titulaire(tentative.compte()).filter(Personne::equipe).isPresent()
                ? ConnexionController.EQUIPE
                : ConnexionController.CONNEXION;
    }

    private Optional<Tentative> tentative(HttpServletRequest requete, Etape etape) {
        return Tentative.de(requete.getSession(), etape, horloge.instant());
    }
}
