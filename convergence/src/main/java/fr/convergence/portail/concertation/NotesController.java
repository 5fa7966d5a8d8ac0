package fr.convergence.portail.concertation;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.ReserveA;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.concertation.NotesPage.Corrigee;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.ChampSaisi;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Les notes des vérificateurs sur un dossier (INSTR-4) : l'établissement n'en voit rien. */
@Controller
@RequestMapping("/instruction/{reference}/notes")
@ReserveA({Role.ARS, Role.ANS})
final class NotesController {

    private static final String TEXTE = "texte";
    private static final int TEXTE_MAX = 4_000;

    private final Dossiers dossiers;
    private final Notes notes;
    private final PagesDeNotes pages;

    NotesController(Dossiers dossiers, Notes notes, PagesDeNotes pages) {
        this.dossiers = dossiers;
        this.notes = notes;
        this.pages = pages;
    }

    /** @param corriger le numéro d'une note de soi, à récrire */
    @GetMapping
    Vue lire(
            Connecte qui,
            @PathVariable String reference,
            @RequestParam(required = false) @Nullable String corriger,
            @RequestParam Map<String, String> champs) {
        var retour = RetourALaListe.lire(champs);
        var dossier = dossiers.duVerificateur(qui, lue(reference)).orElseThrow(NotesController::introuvable);
        return notes.sienne(qui, dossier, ChampSaisi.version(corriger))
                .map(note -> pages.de(
                        qui,
                        dossier,
                        retour,
                        Optional.of(new Corrigee(note.numero(), note.revision())),
                        note.texte(),
                        Erreurs.aucune()))
                .orElseGet(() -> pages.de(qui, dossier, retour, Optional.empty(), "", Erreurs.aucune()));
    }

    @PostMapping
    Vue ajouter(
            Connecte qui,
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String texte,
            @RequestParam Map<String, String> champs) {
        var retour = RetourALaListe.lire(champs);
        var dossier = prendre(qui, reference);
        var erreurs = erreurs(texte);
        if (!erreurs.vides()) {
            return pages.de(qui, dossier, retour, Optional.empty(), texte, erreurs);
        }
        notes.ajouter(qui, dossier, FormeNormale.texte(texte));
        return faite(dossier, retour, "concertation.note.ajoutee");
    }

    /** @param version la révision que montrait la page */
    @PostMapping("/{numero:[0-9]{1,6}}")
    Vue corriger(
            Connecte qui,
            @PathVariable String reference,
            @PathVariable int numero,
            @RequestParam(required = false) @Nullable String version,
            @RequestParam(defaultValue = "") String texte,
            @RequestParam Map<String, String> champs) {
        var retour = RetourALaListe.lire(champs);
        var dossier = prendre(qui, reference);
        var erreurs = erreurs(texte);
        if (erreurs.vides()
                && !notes.corriger(qui, dossier, numero, ChampSaisi.version(version), FormeNormale.texte(texte))) {
            erreurs.ajouter(TEXTE, "concertation.note.changee");
        }
        return erreurs.vides()
                ? faite(dossier, retour, "concertation.note.corrigee")
                : pages.de(
                        qui,
                        dossier,
                        retour,
                        notes.sienne(qui, dossier, numero).map(note -> new Corrigee(note.numero(), note.revision())),
                        texte,
                        erreurs);
    }

    private static Erreurs erreurs(String tape) {
        var texte = FormeNormale.texte(tape);
        if (FormeNormale.vide(texte)) {
            return Erreurs.aucune().ajouter(TEXTE, "concertation.note.vide");
        }
        return texte.length() > TEXTE_MAX
                ? Erreurs.aucune()
                        .ajouter(
                                TEXTE,
                                "concertation.note.longue",
                                Formats.entier(texte.length()),
                                Formats.entier(TEXTE_MAX))
                : Erreurs.aucune();
    }

    private static Vue faite(Dossier dossier, RetourALaListe retour, String cle) {
        return new Redirection(retour.vers(NotesPage.chemin(dossier.reference().valeur()))).avec(Annonce.succes(cle));
    }

    private Dossier prendre(Connecte qui, String reference) {
        return dossiers.prendreEnVerificateur(qui, lue(reference)).orElseThrow(NotesController::introuvable);
    }

    private static ReferenceDeDossier lue(String reference) {
        return ReferenceDeDossier.lire(reference).siLue().orElseThrow(NotesController::introuvable);
    }

    private static ResponseStatusException introuvable() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
