package fr.convergence.portail.avis;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.ReserveA;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.avis.ConsultationsPage.Tape;
import fr.convergence.portail.avis.DemanderAvis.Resultat;
import fr.convergence.portail.avis.RendreAvis.Rendu;
import fr.convergence.portail.concertation.RetourALaListe;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Les avis entre vérificateurs sur un dossier (INSTR-4) : l'établissement n'en voit rien. */
@Controller
@RequestMapping("/instruction/{reference}/avis")
@ReserveA({Role.ARS, Role.ANS})
final class AvisController {

    private static final int TEXTE_MAX = 4_000;

    private final Dossiers dossiers;
    private final DemanderAvis demander;
    private final RendreAvis rendre;
    private final PagesDAvis pages;

    AvisController(Dossiers dossiers, DemanderAvis demander, RendreAvis rendre, PagesDAvis pages) {
        this.dossiers = dossiers;
        this.demander = demander;
        this.rendre = rendre;
        this.pages = pages;
    }

    @GetMapping
    Vue lire(Connecte qui, @PathVariable String reference, @RequestParam Map<String, String> champs) {
        var dossier = dossier(qui, reference);
        return pages.de(qui, dossier, retour(dossier, champs), Tape.RIEN, Erreurs.aucune());
    }

    /** @param a le compte à qui le demander */
    @PostMapping
    Vue demander(
            Connecte qui,
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String a,
            @RequestParam(defaultValue = "") String question,
            @RequestParam Map<String, String> champs) {
        var dossier = dossier(qui, reference);
        var retour = retour(dossier, champs);
        var erreurs = texte("question", question);
        var consulte = Uuid.lire(a);
        if (consulte.isEmpty()) {
            erreurs.ajouter("a", "avis.a.refus");
        }
        if (erreurs.vides()) {
            switch (demander.executer(
                    qui, lue(reference), champs.getOrDefault("etape", ""), consulte, FormeNormale.texte(question))) {
                case Resultat.Demande(var nom) -> {
                    return page(dossier, retour, Annonce.succes("avis.demande.faite", nom));
                }
                case Resultat.Deja(var nom) -> erreurs.ajouter("a", "avis.demande.deja", nom);
                case Resultat.PasConsultable() -> erreurs.ajouter("a", "avis.a.refus");
                case Resultat.RienADecider() -> erreurs.ajouter("question", "avis.demande.decidee");
                case Resultat.Inconnue() -> throw introuvable();
            }
        }
        return pages.de(qui, dossier(qui, reference), retour, new Tape(a, question, 0, "", ""), erreurs);
    }

    @PostMapping("/{numero:[0-9]{1,6}}/reponses")
    Vue rendre(
            Connecte qui,
            @PathVariable String reference,
            @PathVariable int numero,
            @RequestParam(defaultValue = "") String sens,
            @RequestParam(defaultValue = "") String texte,
            @RequestParam Map<String, String> champs) {
        var dossier = dossier(qui, reference);
        var retour = retour(dossier, champs);
        var erreurs = texte("texte", texte);
        var lu = SensDAvis.lire(sens);
        if (lu.isEmpty()) {
            erreurs.ajouter("sens", "avis.sens.refus");
        }
        if (erreurs.vides()) {
            switch (rendre.executer(qui, lue(reference), numero, lu.orElseThrow(), FormeNormale.texte(texte))
                    .orElseThrow(AvisController::introuvable)) {
                case Rendu.Fait() -> {
                    return page(dossier, retour, Annonce.succes("avis.rendu"));
                }
                case Rendu.PasAVous() -> erreurs.ajouter("texte", "avis.pas-a-vous");
                case Rendu.PlusAttendu(var etat) -> erreurs.ajouter("texte", pages.issue(etat));
            }
        }
        return pages.de(qui, dossier(qui, reference), retour, new Tape("", "", numero, sens, texte), erreurs);
    }

    @PostMapping("/{numero:[0-9]{1,6}}/retraits")
    Vue retirer(
            Connecte qui,
            @PathVariable String reference,
            @PathVariable int numero,
            @RequestParam Map<String, String> champs) {
        var dossier = dossier(qui, reference);
        var retour = retour(dossier, champs);
        var retiree = demander.retirer(qui, lue(reference), numero).orElseThrow(AvisController::introuvable);
        return page(
                dossier, retour, retiree ? Annonce.succes("avis.retire") : Annonce.avertissement("avis.retire.refus"));
    }

    private static Erreurs texte(String champ, String tape) {
        var texte = FormeNormale.texte(tape);
        if (FormeNormale.vide(texte)) {
            return Erreurs.aucune().ajouter(champ, "avis." + champ + ".vide");
        }
        return texte.length() > TEXTE_MAX
                ? Erreurs.aucune()
                        .ajouter(champ, "avis.long", Formats.entier(texte.length()), Formats.entier(TEXTE_MAX))
                : Erreurs.aucune();
    }

    private static Vue page(Dossier dossier, RetourALaListe retour, Annonce annonce) {
        return new Redirection(retour.vers("/instruction/" + dossier.reference() + "/avis")).avec(annonce);
    }

    /** L'étape que l'adresse nomme, sinon la courante. */
    private static RetourALaListe retour(Dossier dossier, Map<String, String> champs) {
        var lu = RetourALaListe.lire(champs);
        return new RetourALaListe(
                dossier.etape(lu.etape()).orElseGet(dossier::courante).code(), lu.position());
    }

    private Dossier dossier(Connecte qui, String reference) {
        return dossiers.duVerificateur(qui, lue(reference)).orElseThrow(AvisController::introuvable);
    }

    private static ReferenceDeDossier lue(String reference) {
        return ReferenceDeDossier.lire(reference).siLue().orElseThrow(AvisController::introuvable);
    }

    private static ResponseStatusException introuvable() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
