package fr.convergence.portail.verification;

import fr.convergence.portail.acces.Acces;
import fr.convergence.portail.saisie.CodeDeVerification;
import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Vue;
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

    private final AccusesVerifies accuses;

    VerificationController(AccusesVerifies accuses) {
        this.accuses = accuses;
    }

    /** @param reference absente tant que rien n'est demandé */
    @GetMapping
    Vue demander(
            @RequestParam(required = false) Optional<String> reference,
            @RequestParam(required = false) Optional<String> code) {
        return reference.isEmpty() && code.isEmpty()
                ? AccuseVerifiePage.vide()
                : repondre(reference.orElse(""), code.orElse(""));
    }

    @GetMapping("/{reference}/{code}")
    Vue lu(@PathVariable String reference, @PathVariable String code) {
        return repondre(reference, code);
    }

    private AccuseVerifiePage repondre(String reference, String code) {
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
        return accuses.chercher(numero.orElseThrow(), verification.orElseThrow())
                .orElseGet(() ->
                        page(HttpStatus.NOT_FOUND, reference, code, erreurs.ajouter("code", "verification.inconnu")));
    }

    /** L'accusé imprime « n° ABCDEFGHIJ » : qui le recopie tout entier a raison. */
    private static String sansNumero(String reference) {
        return FormeNormale.ligne(reference).replaceFirst("(?i)^n\\s*[°º]\\s*", "");
    }

    private static AccuseVerifiePage page(HttpStatus statut, String reference, String code, Erreurs erreurs) {
        return new AccuseVerifiePage(statut, reference, code, erreurs, Optional.empty(), Optional.empty());
    }
}
