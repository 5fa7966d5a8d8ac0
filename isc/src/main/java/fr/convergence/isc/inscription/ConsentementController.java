package fr.convergence.isc.inscription;

import fr.convergence.isc.inscription.Demarches.Tenue;
import fr.convergence.socle.acces.Acces;
import fr.convergence.socle.envoi.Rejouable;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Étape 4, « Vérification d’identité » : le consentement, puis le partenaire (ISC-5). */
@Controller
@Acces(publique = true)
final class ConsentementController {

    private static final String CHEMIN = "/inscription/mandataire/identite";
    private static final String FIN = "/inscription/mandataire/fin";

    private final DemarcheEnCours enCours;
    private final Demarches demarches;
    private final ConclureVerification conclure;
    private final DeposerDocument documents;
    private final VerificationDIdentite verification;

    ConsentementController(
            DemarcheEnCours enCours,
            Demarches demarches,
            ConclureVerification conclure,
            DeposerDocument documents,
            VerificationDIdentite verification) {
        this.enCours = enCours;
        this.demarches = demarches;
        this.conclure = conclure;
        this.documents = documents;
        this.verification = verification;
    }

    @GetMapping(CHEMIN)
    Vue identite(HttpServletRequest requete) {
        return prete(requete)
                .<Vue>map(tenue -> new ConsentementPage(tenue.demarche().consentie(), Erreurs.aucune()))
                .orElseGet(() -> ailleurs(requete));
    }

    @Rejouable("reprend la vérification commencée pour cette inscription")
    @PostMapping(CHEMIN)
    Vue proceder(
            @RequestParam(required = false) @Nullable String consentement,
            HttpServletRequest requete,
            HttpServletResponse reponse) {
        var prete = prete(requete);
        if (prete.isEmpty()) {
            return ailleurs(requete);
        }
        if (consentement == null) {
            return new ConsentementPage(
                    false, Erreurs.aucune().ajouter("consentement", "inscription.consentement.manque"));
        }
        enCours.modifier(requete, reponse, DemarcheDuMandataire::consentir);
        if (conclure.dejaVerifiee(prete.get().id())) {
            return new Redirection(FIN);
        }
        demarches.garder(prete.get().id());
        var demarche = prete.get().demarche();
        return new Redirection(verification.commencer(
                prete.get().id(), Objects.requireNonNull(demarche.declarant()), demarche.langue()));
    }

    @GetMapping(FIN)
    Vue fin(HttpServletRequest requete) {
        return enCours.tenue(requete).filter(tenue -> !tenue.enCours()).isPresent()
                ? new FinDeDemarchePage()
                : ailleurs(requete);
    }

    private Optional<Tenue> prete(HttpServletRequest requete) {
        return enCours.enCours(requete)
                .filter(tenue -> tenue.demarche().declarant() != null)
                .filter(tenue -> tenue.demarche().document() != null
                        && documents.tient(tenue.demarche().document()));
    }

    private Vue ailleurs(HttpServletRequest requete) {
        var tenue = enCours.tenue(requete);
        if (tenue.isPresent() && !tenue.get().enCours()) {
            return new Redirection(FIN);
        }
        return tenue.filter(presente -> presente.demarche().declarant() != null)
                .<Vue>map(presente -> new Redirection(
                                presente.demarche().document() == null
                                                || !documents.tient(
                                                        presente.demarche().document())
                                        ? EtapeDuMandataire.ENTREPRISE.adresse()
                                        : EtapeDuMandataire.IDENTITE.adresse())
                        .avec(Annonce.avertissement("inscription.incomplete")))
                .orElseGet(KbisController::oubliee);
    }
}
