package fr.convergence.isc.inscription;

import fr.convergence.isc.declarant.ChampsDeDeclarant;
import fr.convergence.isc.declarant.ControleDeSecurite;
import fr.convergence.isc.declarant.SaisieDeDeclarant;
import fr.convergence.socle.acces.Acces;
import fr.convergence.socle.envoi.Rejouable;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import fr.convergence.socle.site.Langue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Étape 2, « Informations personnelles » (ISC-3). */
@Controller
@Acces(publique = true)
final class InformationsDuMandataireController {

    private static final String CHEMIN = "/inscription/mandataire/informations";

    private final DemarcheEnCours enCours;
    private final ControleDeSecurite controle;
    private final DeposerDocument documents;

    InformationsDuMandataireController(
            DemarcheEnCours enCours, ControleDeSecurite controle, DeposerDocument documents) {
        this.enCours = enCours;
        this.controle = controle;
        this.documents = documents;
    }

    @GetMapping(CHEMIN)
    Vue informations(HttpServletRequest requete) {
        var demarche = enCours.demarche(requete);
        var saisie =
                demarche.declarant() == null ? SaisieDeDeclarant.VIERGE : SaisieDeDeclarant.de(demarche.declarant());
        return page(requete, demarche.controle(), saisie, Erreurs.aucune());
    }

    @Rejouable("écrit l’inscription en cours de ce navigateur, et lui en rend le témoin")
    @PostMapping(CHEMIN)
    Vue suivant(SaisieDeDeclarant saisie, HttpServletRequest requete, HttpServletResponse reponse) throws Exception {
        var demarche = enCours.demarche(requete);
        if (saisie.renouveler() != null) {
            return page(requete, demarche.controle(), saisie, Erreurs.aucune());
        }
        var erreurs = Erreurs.aucune();
        var declarant = saisie.lire(erreurs);
        if (!demarche.controle() && !controle.passe(saisie, requete, erreurs)) {
            return page(requete, false, saisie, erreurs);
        }
        if (declarant.isEmpty()) {
            // Le contrôle réussi vaut pour la suite : il n’est pas redemandé avec la correction.
            if (!demarche.controle()) {
                enCours.modifier(requete, reponse, DemarcheDuMandataire::controlePasse);
            }
            return page(requete, true, saisie, erreurs);
        }
        var perdu = new AtomicReference<@Nullable DocumentDEntreprise>();
        enCours.modifier(requete, reponse, presente -> {
            var changee = presente.avec(declarant.get(), Langue.presente());
            perdu.set(changee.document() == null ? presente.document() : null);
            return changee;
        });
        Optional.ofNullable(perdu.get()).ifPresent(documents::effacer);
        return new Redirection(EtapeDuMandataire.ENTREPRISE.adresse());
    }

    private InformationsDuMandatairePage page(
            HttpServletRequest requete, boolean controlePasse, SaisieDeDeclarant saisie, Erreurs erreurs) {
        var defi = controlePasse ? null : controle.defi(requete, erreurs);
        return new InformationsDuMandatairePage(new ChampsDeDeclarant(saisie, erreurs, controlePasse, defi));
    }
}
