package fr.convergence.portail.administration;

import fr.convergence.portail.acces.ReserveA;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.acte.Sorte;
import fr.convergence.portail.administration.JournalPage.Filtres;
import fr.convergence.portail.administration.JournalPage.Lecture;
import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.compte.Comptes;
import fr.convergence.socle.envoi.Rejouable;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.journal.LigneDuJournal;
import fr.convergence.socle.journal.RechercheAuJournal;
import fr.convergence.socle.journal.RechercheAuJournal.Criteres;
import fr.convergence.socle.journal.VerificationDuJournal;
import fr.convergence.socle.page.AdresseDeListe;
import fr.convergence.socle.page.ChampSaisi;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Vue;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Le journal des actes (AUD-1) : y chercher, vérifier qu'aucune ligne n'a bougé. */
@Controller
@ReserveA(Role.OPERATEUR)
final class JournalController {

    static final String CHEMIN = "/administration/journal";
    private static final int LIGNES = 50;

    private final RechercheAuJournal recherche;
    private final VerificationDuJournal verification;
    private final Comptes comptes;
    private final MotsDuJournal mots;
    private final Clock horloge;

    JournalController(
            RechercheAuJournal recherche,
            VerificationDuJournal verification,
            Comptes comptes,
            MotsDuJournal mots,
            Clock horloge) {
        this.recherche = recherche;
        this.verification = verification;
        this.comptes = comptes;
        this.mots = mots;
        this.horloge = horloge;
    }

    @GetMapping(CHEMIN)
    Vue chercher(@ModelAttribute Filtres filtres, @RequestParam(required = false) @Nullable UUID apres) {
        var erreurs = Erreurs.aucune();
        var criteres = new Criteres(
                present(filtres.sorte()),
                present(filtres.objet()).map(this::chaine),
                present(filtres.acteur()).map(this::identifiant),
                present(filtres.acte()),
                jour("du", filtres.du(), 0, erreurs),
                jour("au", filtres.au(), 1, erreurs));
        var trouvees = erreurs.vides() ? recherche.chercher(criteres, apres, LIGNES + 1) : List.<LigneDuJournal>of();
        return JournalPage.de(filtres, erreurs, trouvees, LIGNES, apres != null, new Lecture(mots, comptes::noms));
    }

    /** Relit tout et ne change rien : son constat se rend tel quel. */
    @Rejouable("relit le journal, n’y écrit rien")
    @PostMapping(CHEMIN + "/verifications")
    Vue verifier() {
        var constat = verification.executer();
        return new VerificationPage(
                horloge.instant(), constat.lignes(), constat.ancres(), constat.reprises(), constat.anomalies());
    }

    /** L'acteur du journal est un identifiant de compte ; l'opérateur, lui, tient un nom ou une adresse. */
    private String identifiant(String acteur) {
        return mots.systeme(acteur)
                ? Journal.SYSTEME
                : comptes.designe(acteur).map(Compte::id).map(UUID::toString).orElse(acteur);
    }

    /** L'objet du journal est un dossier, ou un compte que l'opérateur connaît par son nom d'utilisateur ou son adresse. */
    private String chaine(String objet) {
        return comptes.designe(objet)
                .map(compte -> Sorte.COMPTE.chaine(compte.id()))
                .orElseGet(() -> AdresseDeListe.reference(objet));
    }

    private Optional<Instant> jour(String champ, String saisi, int plus, Erreurs erreurs) {
        var jour = ChampSaisi.jour(saisi);
        if (jour.isEmpty() && !saisi.isEmpty()) {
            erreurs.ajouter(champ, "administration.journal.date");
        }
        return jour.map(lu -> lu.plusDays(plus).atStartOfDay(horloge.getZone()).toInstant());
    }

    private static Optional<String> present(String saisi) {
        return Optional.of(saisi).filter(s -> !s.isEmpty());
    }
}
