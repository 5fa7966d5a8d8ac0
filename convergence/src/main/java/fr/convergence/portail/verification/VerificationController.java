package fr.convergence.portail.verification;

import fr.convergence.portail.saisie.CodeDeVerification;
import fr.convergence.socle.acces.Acces;
import fr.convergence.socle.authentification.Freins;
import fr.convergence.socle.authentification.RegleDeFrein;
import fr.convergence.socle.authentification.VerdictDuFrein.Verrouille;
import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.origine.Reseau;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Vue;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Un accusé que l'on vous montre est-il vrai (NEW-14) ? Son code QR mène ici ; ses deux numéros se tapent aussi. */
@Controller
@Acces(publique = true)
@RequestMapping("/verification")
final class VerificationController {

    /** Qui recopie un accusé se trompe quelques fois ; qui en essaie des dizaines cherche des codes. */
    private static final RegleDeFrein ECHECS =
            new RegleDeFrein("verification", 60, Duration.ofMinutes(1), Duration.ofMinutes(15), Duration.ofHours(1));

    private final AccusesVerifies accuses;
    private final Freins freins;

    VerificationController(AccusesVerifies accuses, Freins freins) {
        this.accuses = accuses;
        this.freins = freins;
    }

    /** @param reference absente tant que rien n'est demandé */
    @GetMapping
    Vue demander(
            @RequestParam(required = false) Optional<String> reference,
            @RequestParam(required = false) Optional<String> code,
            HttpServletRequest requete) {
        return reference.isEmpty() && code.isEmpty()
                ? AccuseVerifiePage.vide()
                : repondre(reference.orElse(""), code.orElse(""), requete);
    }

    @GetMapping("/{reference}/{code}")
    Vue lu(@PathVariable String reference, @PathVariable String code, HttpServletRequest requete) {
        return repondre(reference, code, requete);
    }

    private AccuseVerifiePage repondre(String reference, String code, HttpServletRequest requete) {
        var numero = ReferenceDeDossier.lire(sansNumero(reference)).siLue();
        var verification = CodeDeVerification.lire(code);
        var erreurs = Erreurs.aucune();
        if (numero.isEmpty()) {
            erreurs.ajouter("reference", "verification.reference.forme");
        }
        if (verification.isEmpty()) {
            erreurs.ajouter("code", "verification.code.forme");
        }
        if (!erreurs.vides()) {
            return page(HttpStatus.UNPROCESSABLE_ENTITY, reference, code, erreurs);
        }
        var lieu = Reseau.de(requete.getRemoteAddr()).valeur();
        if (freins.essayer(ECHECS, lieu) instanceof Verrouille(var jusqu)) {
            erreurs.freiner("code", new Message("verification.frein", Formats.heure(jusqu)), jusqu);
            return page(HttpStatus.TOO_MANY_REQUESTS, reference, code, erreurs);
        }
        var accuse = accuses.chercher(numero.orElseThrow(), verification.orElseThrow());
        if (accuse.isEmpty()) {
            return page(HttpStatus.NOT_FOUND, reference, code, erreurs.ajouter("code", "verification.inconnu"));
        }
        freins.rendre(ECHECS, lieu);
        return accuse.get();
    }

    /** L'accusé imprime « n° ABCDEFGHIJ » : qui le recopie tout entier a raison. */
    private static String sansNumero(String reference) {
        return FormeNormale.ligne(reference).replaceFirst("(?i)^n\\s*[°º]\\s*", "");
    }

    private static AccuseVerifiePage page(HttpStatus statut, String reference, String code, Erreurs erreurs) {
        return new AccuseVerifiePage(statut, reference, code, erreurs, Optional.empty(), Optional.empty());
    }
}
