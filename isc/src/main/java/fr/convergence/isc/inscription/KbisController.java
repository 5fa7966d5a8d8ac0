package fr.convergence.isc.inscription;

import fr.convergence.isc.inscription.Demarches.Tenue;
import fr.convergence.isc.inscription.DeposerDocument.Depot;
import fr.convergence.socle.acces.Acces;
import fr.convergence.socle.envoi.Rejouable;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Étape 3, « Votre entreprise » : le Kbis se dépose, se lit, se montre (ISC-4). */
@Controller
@Acces(publique = true)
final class KbisController {

    private static final String CHEMIN = "/inscription/mandataire/entreprise";
    private static final String CHAMP = "kbis";

    private final DemarcheEnCours enCours;
    private final DeposerDocument deposer;

    KbisController(DemarcheEnCours enCours, DeposerDocument deposer) {
        this.enCours = enCours;
        this.deposer = deposer;
    }

    @GetMapping(CHEMIN)
    Vue entreprise(HttpServletRequest requete) {
        return enCours.enCours(requete)
                .filter(tenue -> tenue.demarche().declarant() != null)
                .<Vue>map(tenue -> page(tenue, Erreurs.aucune()))
                .orElseGet(KbisController::oubliee);
    }

    @Rejouable("remplace le document de l’inscription en cours de ce navigateur")
    @PostMapping(CHEMIN)
    Vue verifier(
            @RequestParam(required = false) @Nullable MultipartFile kbis,
            HttpServletRequest requete,
            HttpServletResponse reponse)
            throws IOException {
        var tenue = enCours.enCours(requete);
        if (tenue.isEmpty() || tenue.get().demarche().declarant() == null) {
            return oubliee();
        }
        if (kbis == null || kbis.isEmpty()) {
            return page(tenue.get(), Erreurs.aucune().ajouter(CHAMP, "inscription.kbis.manque"));
        }
        var demarche = tenue.get().demarche();
        return switch (deposer.kbis(tenue.get().id(), Objects.requireNonNull(demarche.declarant()), kbis)) {
            case Depot.Recu(var document) -> {
                var perdu = enCours.attacher(tenue.get(), document, requete, reponse);
                perdu.ifPresent(deposer::effacer);
                yield perdu.filter(document::equals).isPresent()
                        ? new Redirection(CHEMIN).avec(Annonce.avertissement("inscription.changee"))
                        : new Redirection(CHEMIN)
                                .avec(
                                        document.aVerifier()
                                                ? Annonce.information("inscription.kbis.recu")
                                                : Annonce.succes("inscription.kbis.verifie"));
            }
            case Depot.Refuse(var pourquoi) ->
                page(
                        tenue.get(),
                        Erreurs.aucune()
                                .refuser(CHAMP, pourquoi, Objects.requireNonNullElse(kbis.getOriginalFilename(), "")));
            case Depot.Freine(var jusqu) ->
                page(
                        tenue.get(),
                        Erreurs.aucune()
                                .freiner(
                                        CHAMP, new Message("inscription.document.frein", Formats.heure(jusqu)), jusqu));
        };
    }

    private KbisPage page(Tenue tenue, Erreurs erreurs) {
        var demarche = tenue.demarche();
        var tient = demarche.document() != null && deposer.tient(demarche.document());
        return new KbisPage(
                tient ? demarche.document() : null, demarche.document() != null && !tient, demarche.motif(), erreurs);
    }

    static Vue oubliee() {
        return new Redirection(EtapeDuMandataire.INFORMATIONS.adresse())
                .avec(Annonce.avertissement("inscription.oubliee"));
    }
}
