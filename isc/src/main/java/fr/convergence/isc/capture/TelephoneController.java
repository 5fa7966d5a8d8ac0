package fr.convergence.isc.capture;

import fr.convergence.isc.identite.EtatDeVerification.ARefaire;
import fr.convergence.isc.identite.EtatDeVerification.Acceptee;
import fr.convergence.isc.identite.EtatDeVerification.Creee;
import fr.convergence.isc.identite.EtatDeVerification.EnExamen;
import fr.convergence.isc.identite.EtatDeVerification.Expiree;
import fr.convergence.isc.identite.EtatDeVerification.Filmee;
import fr.convergence.isc.identite.EtatDeVerification.Ouverte;
import fr.convergence.isc.identite.EtatDeVerification.Refusee;
import fr.convergence.isc.identite.EtatDeVerification.Soumise;
import fr.convergence.isc.identite.Sequence;
import fr.convergence.isc.identite.TypeDeDocument;
import fr.convergence.isc.identite.Verification;
import fr.convergence.isc.identite.Verifications;
import fr.convergence.socle.acces.Acces;
import fr.convergence.socle.jeton.EtatDuLien;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Les pages du téléphone, du lien à la fin (guide, étapes 6 à 8) ; chacune ne se montre qu'à son tour. */
@Controller
@Acces(publique = true)
@RequestMapping(OuvrirSurTelephone.CHEMIN)
final class TelephoneController {

    static final String CHEMIN = OuvrirSurTelephone.CHEMIN;
    private static final String CONSENTEMENT = CHEMIN + "/consentement";
    private static final String DOCUMENT = CHEMIN + "/document";
    private static final String PREPARATION = CHEMIN + "/preparation";
    private static final String VISAGE = CHEMIN + "/visage";

    private final OuvrirSurTelephone ouvrir;
    private final Filmer filmer;
    private final Verifications verifications;
    private final Pays pays;

    TelephoneController(OuvrirSurTelephone ouvrir, Filmer filmer, Verifications verifications, Pays pays) {
        this.ouvrir = ouvrir;
        this.filmer = filmer;
        this.verifications = verifications;
        this.pays = pays;
    }

    /** Suivre le lien n'ouvre rien : une messagerie visite ceux qu'elle porte. */
    @GetMapping("/{secret:[A-Za-z0-9_-]{43}}")
    Vue accueillir(@PathVariable String secret, HttpServletRequest requete) {
        return switch (ouvrir.lire(secret)) {
            case EtatDuLien.Valide _ -> AvantDeFilmerPage.accueil(secret);
            case EtatDuLien.DejaUtilise _ -> dejaServi(requete);
            case EtatDuLien.Expire _ -> AvisDeCapturePage.lienExpire();
            case EtatDuLien.Inconnu _ -> AvisDeCapturePage.lienInconnu();
        };
    }

    @PostMapping("/{secret:[A-Za-z0-9_-]{43}}/ouvertures")
    Vue ouvrir(@PathVariable String secret, HttpServletRequest requete) {
        return switch (ouvrir.executer(secret)) {
            case OuvrirSurTelephone.Issue.Ouverte(var poste) -> {
                poste.mener(requete);
                yield new Redirection(CHEMIN);
            }
            case OuvrirSurTelephone.Issue.DejaServi() -> dejaServi(requete);
            case OuvrirSurTelephone.Issue.Expire() -> AvisDeCapturePage.lienExpire();
            case OuvrirSurTelephone.Issue.Inconnu() -> AvisDeCapturePage.lienInconnu();
            case OuvrirSurTelephone.Issue.Finie() -> AvisDeCapturePage.finie();
        };
    }

    /** Où en est ce téléphone : la page de ce qu'il a à faire. */
    @GetMapping
    Vue continuer(HttpServletRequest requete) {
        return tenue(
                requete,
                verification -> verification.etat() instanceof Soumise
                        ? new FinDeCapturePage("capture.controle", true, true)
                        : new Redirection(suite(verification)));
    }

    @GetMapping("/consentement")
    Vue consentement(HttpServletRequest requete) {
        return aSonTour(requete, CONSENTEMENT, _ -> AvantDeFilmerPage.consentement(Erreurs.aucune()));
    }

    @PostMapping("/consentement")
    Vue consentir(@RequestParam(defaultValue = "") String accord, HttpServletRequest requete) {
        return aSonTour(requete, CONSENTEMENT, _ -> {
            if (accord.isEmpty()) {
                return AvantDeFilmerPage.consentement(
                        Erreurs.aucune().ajouter("accord", "capture.consentement.manque"));
            }
            Poste.mene(requete).ifPresent(filmer::consentir);
            return new Redirection(DOCUMENT);
        });
    }

    /** Se relit tant que rien n'est filmé, et même après : on peut s'être trompé de document. */
    @GetMapping("/document")
    Vue document(HttpServletRequest requete) {
        return tenue(
                requete,
                verification -> consentie(verification)
                        ? page(
                                verification
                                        .prise()
                                        .map(prise -> prise.document().name())
                                        .orElse(""),
                                verification.prise().map(prise -> prise.pays()).orElse("FR"),
                                Erreurs.aucune())
                        : new Redirection(suite(verification)));
    }

    @PostMapping("/document")
    Vue choisir(
            @RequestParam(defaultValue = "") String document,
            @RequestParam(name = "emetteur", defaultValue = "") String emetteur,
            HttpServletRequest requete) {
        return tenue(requete, verification -> {
            if (!consentie(verification)) {
                return new Redirection(suite(verification));
            }
            var type = Arrays.stream(TypeDeDocument.values())
                    .filter(possible -> possible.name().equals(document))
                    .findFirst();
            var erreurs = Erreurs.aucune();
            if (type.isEmpty()) {
                erreurs.ajouter("document", "capture.document.manque");
            }
            if (!pays.connait(emetteur)) {
                erreurs.ajouter("emetteur", "capture.pays.manque");
            }
            if (!erreurs.vides()) {
                return page(document, emetteur, erreurs);
            }
            Poste.mene(requete).ifPresent(poste -> filmer.choisir(poste, type.orElseThrow(), emetteur));
            return new Redirection(PREPARATION);
        });
    }

    @GetMapping("/preparation")
    Vue preparation(HttpServletRequest requete) {
        return filmee(
                requete,
                filmee -> filmee.recus().isEmpty()
                        ? AvantDeFilmerPage.preparation(filmee.prise().document(), Sequence.RECTO)
                        : new Redirection(suite(filmee)));
    }

    @GetMapping("/visage")
    Vue visage(HttpServletRequest requete) {
        return filmee(
                requete,
                filmee -> filmee.prochain().filter(Sequence.VISAGE::equals).isPresent()
                        ? AvantDeFilmerPage.visage()
                        : new Redirection(suite(filmee)));
    }

    private Vue page(String document, String emetteur, Erreurs erreurs) {
        return new DocumentPage(document, emetteur, pays.tous(), erreurs);
    }

    private static boolean consentie(Verification verification) {
        return verification.etat() instanceof Filmee
                || verification.etat() instanceof Ouverte ouverte
                        && ouverte.consentement().isPresent();
    }

    static String suite(Verification verification) {
        return switch (verification.etat()) {
            case Ouverte ouverte -> ouverte.consentement().isEmpty() ? CONSENTEMENT : DOCUMENT;
            case Filmee filmee -> suite(filmee);
            case Creee _, Soumise _, EnExamen _, Acceptee _, Refusee _, ARefaire _, Expiree _ -> CHEMIN;
        };
    }

    private static String suite(Filmee filmee) {
        return filmee.prochain()
                .map(prochain -> switch (prochain) {
                    case RECTO -> filmee.recus().isEmpty() ? PREPARATION : sequence(prochain);
                    case VISAGE -> VISAGE;
                    case RECTO_INCLINE, VERSO, VERSO_INCLINE, PROFIL -> sequence(prochain);
                })
                .orElse(CHEMIN);
    }

    static String sequence(Sequence sequence) {
        return CHEMIN + "/sequences/" + sequence.code();
    }

    /** Le téléphone qui l'a ouvert y revient ; un autre lit que le lien a servi. */
    private Vue dejaServi(HttpServletRequest requete) {
        return Poste.mene(requete).flatMap(filmer::tenue).isPresent()
                ? new Redirection(CHEMIN)
                : AvisDeCapturePage.lienDejaServi();
    }

    private Vue aSonTour(HttpServletRequest requete, String tour, Function<Verification, Vue> page) {
        return tenue(
                requete,
                verification -> suite(verification).equals(tour)
                        ? page.apply(verification)
                        : new Redirection(suite(verification)));
    }

    private Vue filmee(HttpServletRequest requete, Function<Filmee, Vue> page) {
        return tenue(
                requete,
                verification -> verification.etat() instanceof Filmee filmee
                        ? page.apply(filmee)
                        : new Redirection(suite(verification)));
    }

    /** Ce téléphone la tient encore, sinon pourquoi il ne la tient plus. */
    Vue tenue(HttpServletRequest requete, Function<Verification, Vue> page) {
        var poste = Poste.mene(requete);
        if (poste.isEmpty()) {
            return AvisDeCapturePage.aucune();
        }
        var tenue = poste.flatMap(filmer::tenue);
        return tenue.isPresent() ? page.apply(tenue.get()) : perdue(poste.get());
    }

    private Vue perdue(Poste poste) {
        return verifications
                .celle(poste.verification())
                .<Vue>map(verification -> switch (verification.etat().code()) {
                    case EN_EXAMEN, ACCEPTEE, REFUSEE -> new FinDeCapturePage("capture.fin-telephone", false, true);
                    case EXPIREE -> AvisDeCapturePage.expiree();
                    case CREEE, OUVERTE, FILMEE, SOUMISE, A_REFAIRE -> AvisDeCapturePage.ailleurs();
                })
                .orElseGet(AvisDeCapturePage::aucune);
    }
}
