package fr.convergence.isc.inscription;

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

/** Étape 3 de qui est étranger ou n’a pas de Kbis : un autre document officiel, qu’un opérateur lira (ISC-4). */
@Controller
@Acces(publique = true)
final class AutreDocumentController {

    private static final String CHEMIN = "/inscription/mandataire/autre-document";
    private static final String CHAMP = "document";

    private final DemarcheEnCours enCours;
    private final DeposerDocument deposer;

    AutreDocumentController(DemarcheEnCours enCours, DeposerDocument deposer) {
        this.enCours = enCours;
        this.deposer = deposer;
    }

    @GetMapping(CHEMIN)
    Vue autre(HttpServletRequest requete) {
        return enCours.demarche(requete).declarant() == null
                ? KbisController.oubliee()
                : new AutreDocumentPage(SaisieDAutreDocument.VIERGE, Erreurs.aucune());
    }

    @Rejouable("remplace le document de l’inscription en cours de ce navigateur")
    @PostMapping(CHEMIN)
    Vue deposer(
            SaisieDAutreDocument saisie,
            @RequestParam(required = false) @Nullable MultipartFile document,
            HttpServletRequest requete,
            HttpServletResponse reponse)
            throws IOException {
        var tenue = enCours.enCours(requete);
        if (tenue.isEmpty() || tenue.get().demarche().declarant() == null) {
            return KbisController.oubliee();
        }
        var erreurs = Erreurs.aucune();
        var nom = document == null ? "" : Objects.requireNonNullElse(document.getOriginalFilename(), "");
        var declare = saisie.lire(nom, erreurs);
        if (document == null || document.isEmpty()) {
            erreurs.ajouter(CHAMP, "inscription.autre.document.manque");
        }
        if (declare.isEmpty() || document == null || document.isEmpty()) {
            return new AutreDocumentPage(saisie, erreurs);
        }
        return switch (deposer.autre(tenue.get().id(), document, declare.get())) {
            case Depot.Recu(var recu) -> {
                var perdu = enCours.attacher(tenue.get(), recu, requete, reponse);
                perdu.ifPresent(deposer::effacer);
                yield perdu.filter(recu::equals).isPresent()
                        ? new Redirection(EtapeDuMandataire.ENTREPRISE.adresse())
                                .avec(Annonce.avertissement("inscription.changee"))
                        : new Redirection(EtapeDuMandataire.ENTREPRISE.adresse())
                                .avec(Annonce.information("inscription.autre.recu"));
            }
            case Depot.Refuse(var pourquoi) -> new AutreDocumentPage(saisie, erreurs.refuser(CHAMP, pourquoi, nom));
            case Depot.Freine(var jusqu) ->
                new AutreDocumentPage(
                        saisie,
                        erreurs.freiner(CHAMP, new Message("inscription.document.frein", Formats.heure(jusqu)), jusqu));
        };
    }
}
