package fr.convergence.portail.reprise;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.ReserveA;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.definition.Reference;
import fr.convergence.portail.dossier.DossiersDuReferent;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.reprise.DemanderReprise.Issue;
import fr.convergence.portail.reprise.Reprises.Tenue;
import fr.convergence.portail.reprise.ReprisesPage.Demande;
import fr.convergence.socle.authentification.Freins;
import fr.convergence.socle.authentification.RegleDeFrein;
import fr.convergence.socle.authentification.VerdictDuFrein.Verrouille;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import fr.convergence.socle.profil.MenuDuCompte;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** « Reprendre une candidature » (TRF-3) : celles que d'autres tiennent, les demander, y renoncer. */
@Controller
@ReserveA(Role.REFERENT)
@RequestMapping(ReprisesController.CHEMIN)
final class ReprisesController {

    static final String CHEMIN = "/compte/reprises";

    /** Ce qu'une personne qui succède à une autre demande d'un coup ; au-delà, elle écrit à trop de gens. */
    private static final RegleDeFrein DEMANDES =
            new RegleDeFrein("reprise", 20, Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(1));

    /** De quelle candidature : son guichet et qui candidate. */
    private record Candidature(Reference guichet, String etablissement) {}

    private final Reprises reprises;
    private final DossiersDuReferent dossiers;
    private final DemanderReprise demander;
    private final RepondreReprise repondre;
    private final GuichetsPublies guichets;
    private final MenuDuCompte menu;
    private final Freins freins;

    ReprisesController(
            Reprises reprises,
            DossiersDuReferent dossiers,
            DemanderReprise demander,
            RepondreReprise repondre,
            GuichetsPublies guichets,
            MenuDuCompte menu,
            Freins freins) {
        this.reprises = reprises;
        this.dossiers = dossiers;
        this.demander = demander;
        this.repondre = repondre;
        this.guichets = guichets;
        this.menu = menu;
        this.freins = freins;
    }

    @GetMapping
    Vue lister(Connecte qui) {
        var siennes = reprises.de(qui);
        var demandes = siennes.stream()
                .filter(reprise -> reprise.etat().ouverte())
                .map(DemandeDeReprise::dossier)
                .collect(Collectors.toSet());
        var tenues = reprises.tenues(qui);
        var candidatures = siennes.isEmpty() ? Map.<ReferenceDeDossier, Candidature>of() : candidatures(qui, tenues);
        return new ReprisesPage(
                menu.pour(qui, CHEMIN),
                tenues.stream().map(tenue -> tenue(tenue, demandes)).toList(),
                siennes.stream()
                        .map(reprise -> demande(reprise, Optional.ofNullable(candidatures.get(reprise.reference()))))
                        .toList());
    }

    /** Celles que l'on peut reprendre, et celles que l'on a reprises. */
    private Map<ReferenceDeDossier, Candidature> candidatures(Connecte qui, List<Tenue> tenues) {
        var candidatures = new HashMap<ReferenceDeDossier, Candidature>();
        dossiers.de(qui)
                .forEach(sien -> candidatures.put(
                        sien.reference(),
                        new Candidature(sien.guichet(), sien.candidat().nom())));
        tenues.forEach(tenue -> candidatures.put(tenue.reference(), new Candidature(tenue.guichet(), tenue.nom())));
        return candidatures;
    }

    @GetMapping("/nouvelle")
    Vue nouvelle(
            Connecte qui,
            @RequestParam(defaultValue = "") String guichet,
            @RequestParam(defaultValue = "") String etablissement) {
        return page(qui, guichet, etablissement, "", Erreurs.aucune());
    }

    @PostMapping
    Vue demander(
            Connecte qui,
            @RequestParam(defaultValue = "") String guichet,
            @RequestParam(defaultValue = "") String etablissement,
            @RequestParam(defaultValue = "") String message) {
        var texte = FormeNormale.texte(message);
        var erreurs = Motif.erreurs(NouvelleReprisePage.MESSAGE, texte, "reprise.message.manque");
        if (!erreurs.vides()) {
            return page(qui, guichet, etablissement, message, erreurs);
        }
        if (freins.essayer(DEMANDES, qui.getName()) instanceof Verrouille(var jusqu)) {
            var quand = new Message("reprise.frein", Formats.dateHeure(jusqu));
            return page(
                    qui,
                    guichet,
                    etablissement,
                    message,
                    Erreurs.aucune().freiner(NouvelleReprisePage.MESSAGE, quand, jusqu));
        }
        var issue = CleCandidat.lire(etablissement)
                .map(cle -> demander.executer(qui, guichet, cle, texte))
                .orElseGet(Issue.Inexistante::new);
        return switch (issue) {
            case Issue.Faite() -> new Redirection(CHEMIN).avec(Annonce.succes("reprise.faite"));
            case Issue.Inexistante() -> refus(qui, guichet, etablissement, message, "reprise.inexistante");
            case Issue.Deja() -> refus(qui, guichet, etablissement, message, "reprise.deja");
        };
    }

    @PostMapping("/retraits")
    Vue retirer(Connecte qui, @RequestParam(defaultValue = "") String demande) {
        var issue = Uuid.lire(demande)
                .map(lue -> repondre.retirer(qui, lue))
                .orElseGet(RepondreReprise.Issue.TropTard::new);
        return new Redirection(CHEMIN)
                .avec(
                        issue instanceof RepondreReprise.Issue.Retiree
                                ? Annonce.succes("reprise.retiree")
                                : Annonce.avertissement("reprise.deja-repondue"));
    }

    private Vue refus(Connecte qui, String guichet, String etablissement, String message, String pourquoi) {
        return page(
                qui, guichet, etablissement, message, Erreurs.aucune().ajouter(NouvelleReprisePage.MESSAGE, pourquoi));
    }

    private NouvelleReprisePage page(
            Connecte qui, String guichet, String etablissement, String message, Erreurs erreurs) {
        var tenue = CleCandidat.lire(etablissement).flatMap(cle -> reprises.tenue(qui, guichet, cle));
        return new NouvelleReprisePage(
                menu.pour(qui, CHEMIN),
                guichet,
                tenue.map(Tenue::guichet).map(this::titre).orElse(""),
                etablissement,
                tenue.map(Tenue::nom).orElse(""),
                message,
                erreurs);
    }

    private ReprisesPage.Tenue tenue(Tenue tenue, Set<UUID> demandes) {
        return new ReprisesPage.Tenue(
                titre(tenue.guichet()),
                tenue.nom(),
                demandes.contains(tenue.dossier())
                        ? Optional.empty()
                        : Optional.of(CHEMIN + "/nouvelle?guichet="
                                + tenue.guichet().code() + "&etablissement=" + tenue.candidat()));
    }

    /** Sa référence n'est dite qu'à qui l'a reprise. */
    private Demande demande(DemandeDeReprise reprise, Optional<Candidature> candidature) {
        var etat = reprise.etat();
        return new Demande(
                candidature.map(Candidature::guichet).map(this::titre).orElse(""),
                candidature.map(Candidature::etablissement).orElse(""),
                etat instanceof EtatDeReprise.Accordee ? reprise.reference().valeur() : "",
                reprise.le(),
                new Message("reprise.etat." + etat.code().name()),
                etat.ton(),
                etat instanceof EtatDeReprise.Demandee(var jusqu)
                        ? Optional.of(new Message("reprise.jusqu", Formats.dateHeure(jusqu.minusSeconds(1))))
                        : Optional.empty(),
                switch (etat) {
                    case EtatDeReprise.ATrancher(var _, var refus) -> refus;
                    case EtatDeReprise.Accordee(var _, var motif) -> motif;
                    case EtatDeReprise.Rejetee(var _, var motif) -> Optional.of(motif);
                    case EtatDeReprise.Demandee _, EtatDeReprise.Retiree _, EtatDeReprise.SansObjet _ ->
                        Optional.empty();
                },
                etat.ouverte() ? Optional.of(reprise.id().toString()) : Optional.empty());
    }

    private String titre(Reference guichet) {
        return guichets.version(guichet).definition().titre();
    }
}
