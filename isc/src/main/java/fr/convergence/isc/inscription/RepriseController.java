package fr.convergence.isc.inscription;

import fr.convergence.isc.declarant.Declarant;
import fr.convergence.socle.acces.Acces;
import fr.convergence.socle.authentification.Freins;
import fr.convergence.socle.authentification.RegleDeFrein;
import fr.convergence.socle.authentification.VerdictDuFrein.Verrouille;
import fr.convergence.socle.courriel.Courriels;
import fr.convergence.socle.envoi.Rejouable;
import fr.convergence.socle.jeton.EtatDuLien;
import fr.convergence.socle.jeton.Liens;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import fr.convergence.socle.site.Langue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** « Reprendre plus tard » : un lien par courriel, qui ne sert qu’une fois (ISC-5). */
@Controller
@Acces(publique = true)
class RepriseController {

    static final String USAGE = "inscription-reprise";
    static final String CHEMIN = "/inscription/reprise/";

    private static final String DEMANDES = "/inscription/mandataire/reprises";

    /** Qui tape l’adresse d’un autre ne lui écrit pas sans fin. */
    private static final RegleDeFrein COURRIELS = new RegleDeFrein(
            "inscription-reprise", 3, Duration.ofMinutes(15), Duration.ofHours(4), Duration.ofHours(24));

    private final DemarcheEnCours enCours;
    private final Demarches demarches;
    private final Liens liens;
    private final Courriels courriels;
    private final Freins freins;

    RepriseController(DemarcheEnCours enCours, Demarches demarches, Liens liens, Courriels courriels, Freins freins) {
        this.enCours = enCours;
        this.demarches = demarches;
        this.liens = liens;
        this.courriels = courriels;
        this.freins = freins;
    }

    @PostMapping(DEMANDES)
    Vue demander(HttpServletRequest requete, HttpServletResponse reponse) {
        var tenue = enCours.enCours(requete);
        var declarant = tenue.map(presente -> presente.demarche().declarant());
        if (tenue.isEmpty() || declarant.isEmpty()) {
            return KbisController.oubliee();
        }
        if (freins.essayer(COURRIELS, declarant.get().courriel().cle()) instanceof Verrouille(var jusqu)) {
            return new Redirection(tenue.get().demarche().etape().adresse())
                    .avec(Annonce.avertissement("inscription.reprise.frein", Formats.heure(jusqu)));
        }
        demarches.garder(tenue.get().id());
        ecrire(tenue.get().id(), declarant.get(), tenue.get().demarche().langue());
        enCours.quitter(requete, reponse);
        return new Redirection("/inscription/reprise");
    }

    @GetMapping("/inscription/reprise")
    Vue partie() {
        return new ReprisePage(null, true);
    }

    /** Une messagerie qui visite les liens reçus n’use pas celui-ci. */
    @GetMapping(CHEMIN + "{jeton}")
    Vue suivre(@PathVariable String jeton) {
        return liens.lire(USAGE, jeton) instanceof EtatDuLien.Valide
                ? new ReprisePage(CHEMIN + jeton, false)
                : new ReprisePage(null, false);
    }

    @Rejouable("le lien ne sert qu’une fois")
    @PostMapping(CHEMIN + "{jeton}")
    @Transactional
    Vue reprendre(@PathVariable String jeton, HttpServletRequest requete, HttpServletResponse reponse) {
        if (liens.employer(USAGE, jeton) instanceof EtatDuLien.Valide(var sujet)) {
            var id = UUID.fromString(sujet);
            var temoin = demarches.reprendre(id);
            if (temoin.isPresent()) {
                enCours.poser(temoin.get(), requete, reponse);
                return new Redirection(
                        demarches.une(id).orElseThrow().demarche().etape().adresse());
            }
        }
        return new ReprisePage(null, false);
    }

    private void ecrire(UUID inscription, Declarant declarant, Langue langue) {
        courriels.ecrire(
                langue,
                "inscription/reprise",
                declarant.courriel().valeur(),
                Map.of(
                        "prenom", declarant.prenom(),
                        "jeton", liens.emettre(USAGE, inscription.toString(), Demarches.REPRISE)));
    }
}
