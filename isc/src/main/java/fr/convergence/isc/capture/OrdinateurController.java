package fr.convergence.isc.capture;

import fr.convergence.isc.capture.OrdinateurPage.Ouvrir;
import fr.convergence.isc.identite.CommencerVerification;
import fr.convergence.isc.identite.EtatDeVerification.ARefaire;
import fr.convergence.isc.identite.EtatDeVerification.Expiree;
import fr.convergence.isc.identite.PartenaireDistant;
import fr.convergence.isc.identite.PartenaireDistant.Ouverture;
import fr.convergence.isc.identite.Verification;
import fr.convergence.isc.identite.Verifications;
import fr.convergence.socle.acces.Acces;
import fr.convergence.socle.authentification.CodeQr;
import fr.convergence.socle.envoi.Rejouable;
import fr.convergence.socle.jeton.EtatDuLien;
import fr.convergence.socle.jeton.Liens;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** La page de l'ordinateur (ISC-5) : le code à scanner, puis le téléphone suivi jusqu'à la fin. */
@Controller
@Acces(publique = true)
@RequestMapping(CommencerVerification.CHEMIN)
final class OrdinateurController {

    private static final String CHEMIN = CommencerVerification.CHEMIN;

    private static final String IMAGE = "data:image/png;base64,";

    private final Liens liens;
    private final Verifications verifications;
    private final OuvrirSurTelephone telephone;
    private final EnvoyerLien envoyer;
    private final AvancementDirect avancements;
    private final List<PartenaireDistant> partenaires;

    OrdinateurController(
            Liens liens,
            Verifications verifications,
            OuvrirSurTelephone telephone,
            EnvoyerLien envoyer,
            AvancementDirect avancements,
            List<PartenaireDistant> partenaires) {
        this.liens = liens;
        this.verifications = verifications;
        this.telephone = telephone;
        this.envoyer = envoyer;
        this.avancements = avancements;
        this.partenaires = partenaires;
    }

    /** Le lien de qui s'inscrit, ou celui reçu par courriel : l'adresse qui reste affichée n'a plus de secret. */
    @GetMapping("/{secret:[A-Za-z0-9_-]{43}}")
    Vue entrer(@PathVariable String secret, HttpServletRequest requete) {
        return switch (liens.lire(CommencerVerification.USAGE, secret)) {
            case EtatDuLien.Valide(var sujet) -> {
                Poste.suivre(requete, UUID.fromString(sujet));
                yield new Redirection(CHEMIN);
            }
            case EtatDuLien.Expire _, EtatDuLien.DejaUtilise _ -> AvisDeCapturePage.expiree();
            case EtatDuLien.Inconnu _ -> AvisDeCapturePage.lienInconnu();
        };
    }

    @GetMapping
    Vue suivre(@RequestParam(required = false) @Nullable String autre, HttpServletRequest requete) {
        return suivie(requete)
                .map(verification -> page(verification, autre != null, "", Erreurs.aucune()))
                .orElseGet(AvisDeCapturePage::aucune);
    }

    @PostMapping("/sms")
    Vue sms(@RequestParam(defaultValue = "") String mobile, HttpServletRequest requete) {
        var suivie = suivie(requete).filter(this::ouvrable);
        if (suivie.isEmpty() || !envoyer.smsPossible()) {
            return new Redirection(CHEMIN);
        }
        return envoyer.parSms(suivie.get(), mobile)
                .<Vue>map(refus ->
                        page(suivie.get(), true, mobile, Erreurs.aucune().ajouter("mobile", refus)))
                .orElseGet(() -> new Redirection(CHEMIN).avec(Annonce.succes("capture.sms.parti")));
    }

    @PostMapping("/reprises")
    Vue reprendrePlusTard(HttpServletRequest requete) {
        var suivie = suivie(requete).filter(this::ouvrable);
        return suivie.isPresent() && !envoyer.plusTard(suivie.get())
                ? new Redirection(CHEMIN).avec(Annonce.avertissement("capture.plus-tard.trop"))
                : new Redirection(CHEMIN + "/plus-tard");
    }

    @GetMapping("/plus-tard")
    Vue plusTard() {
        return AvisDeCapturePage.plusTard();
    }

    /** Hors de toute transaction : la réponse du partenaire peut tarder. */
    @Rejouable("reprend la vérification commencée chez le partenaire")
    @PostMapping("/partenaires")
    Vue ouvrirChezLePartenaire(HttpServletRequest requete) {
        var suivie = suivie(requete).filter(this::ouvrable);
        var partenaire = suivie.flatMap(this::partenaire);
        if (partenaire.isEmpty()) {
            return new Redirection(CHEMIN);
        }
        var verification = suivie.orElseThrow();
        return switch (partenaire.get().ouvrir(verification)) {
            case Ouverture.Ouverte(var adresse) ->
                new PartenairePage(
                        adresse, false, null, avancements.de(verification.id()).dit());
            case Ouverture.Indisponible() ->
                new PartenairePage(
                        null,
                        true,
                        motif(verification),
                        avancements.de(verification.id()).dit());
        };
    }

    @GetMapping("/fin")
    Vue fin(HttpServletRequest requete) {
        return suivie(requete)
                .<Vue>map(verification -> ouvrable(verification) ? new Redirection(CHEMIN) : fin(verification))
                .orElseGet(AvisDeCapturePage::aucune);
    }

    private Vue page(Verification verification, boolean autre, String mobile, Erreurs erreurs) {
        if (!ouvrable(verification)) {
            return fin(verification);
        }
        var avancement = avancements.de(verification.id());
        if (partenaire(verification).isPresent()) {
            return new PartenairePage(null, false, motif(verification), avancement.dit());
        }
        var ouverte = verification.etat().siege().isPresent();
        return new OrdinateurPage(
                ouverte && !autre ? null : ouvrir(verification, ouverte, mobile),
                motif(verification),
                avancement,
                erreurs);
    }

    private Ouvrir ouvrir(Verification verification, boolean dejaOuverte, String saisi) {
        var adresse = telephone.adresse(verification);
        var mobile = verification.personne().mobile();
        return new Ouvrir(
                IMAGE + Base64.getEncoder().encodeToString(CodeQr.png(adresse)),
                adresse,
                envoyer.smsPossible(),
                saisi.isEmpty() && mobile != null ? mobile : saisi,
                dejaOuverte);
    }

    private static Vue fin(Verification verification) {
        return switch (verification.etat().code()) {
            case EXPIREE, CREEE, OUVERTE, FILMEE, A_REFAIRE -> AvisDeCapturePage.expiree();
            case SOUMISE, EN_EXAMEN -> new FinDeCapturePage("capture.fin", false, false);
            case ACCEPTEE -> new FinDeCapturePage("capture.acceptee", false, false);
            case REFUSEE -> new FinDeCapturePage("capture.refusee", false, false);
        };
    }

    private boolean ouvrable(Verification verification) {
        return !(verification.etat() instanceof Expiree) && avancements.attend(verification);
    }

    private Optional<PartenaireDistant> partenaire(Verification verification) {
        return partenaires.stream()
                .filter(partenaire -> partenaire.nom().equals(verification.partenaire()) && partenaire.regle())
                .findFirst();
    }

    private static @Nullable String motif(Verification verification) {
        return verification.etat() instanceof ARefaire(var _, var motif) ? motif : null;
    }

    private Optional<Verification> suivie(HttpServletRequest requete) {
        return Poste.suivie(requete).flatMap(verifications::celle);
    }
}
