package fr.convergence.portail.convention;

import fr.convergence.portail.acte.CodeDeConvention;
import fr.convergence.portail.convention.EtatDeConvention.Envoyee;
import fr.convergence.portail.convention.EtatDeConvention.Signee;
import fr.convergence.portail.convention.PreuveImprimee.Fait;
import fr.convergence.portail.convention.SignaturePage.Saisie;
import fr.convergence.portail.convention.SignerConvention.Issue;
import fr.convergence.socle.acces.Acces;
import fr.convergence.socle.envoi.EnvoisUniques;
import fr.convergence.socle.envoi.EnvoisUniques.Acte;
import fr.convergence.socle.envoi.Rejouable;
import fr.convergence.socle.fichier.Telechargement;
import fr.convergence.socle.identifiant.FormeNormale;
import fr.convergence.socle.jeton.EtatDuLien;
import fr.convergence.socle.jeton.Liens;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** La page du signataire, sans compte : son lien y mène, et le code reçu à son adresse seul y signe (CONV-1). */
@Controller
@Acces(publique = true)
@RequestMapping("/convention/{jeton}")
final class SignatureController {

    static final int MOTIF_MAX = 2_000;

    private final Liens liens;
    private final Conventions conventions;
    private final SignerConvention signer;
    private final DocumentsDeConvention documents;
    private final TracesDeSignature traces;
    private final EnvoisUniques envois;
    private final Clock horloge;

    SignatureController(
            Liens liens,
            Conventions conventions,
            SignerConvention signer,
            DocumentsDeConvention documents,
            TracesDeSignature traces,
            EnvoisUniques envois,
            Clock horloge) {
        this.liens = liens;
        this.conventions = conventions;
        this.signer = signer;
        this.documents = documents;
        this.traces = traces;
        this.envois = envois;
        this.horloge = horloge;
    }

    @GetMapping
    Vue lire(@PathVariable String jeton, HttpServletRequest requete) throws Exception {
        return aSigner(jeton, convention -> {
            // Un filtre d'e-mails interroge le lien par HEAD : le signataire ne l'a pas ouvert.
            if (!HttpMethod.HEAD.matches(requete.getMethod())) {
                traces.noterUneFois(convention.id(), Fait.LIEN_OUVERT, requete.getRemoteAddr());
            }
            return SignaturePage.de(jeton, convention, Saisie.VIERGE, Erreurs.aucune());
        });
    }

    /** La page rendue à l'adresse d'un envoi, que le téléphone a oubliée et demande de nouveau. */
    @GetMapping({"/codes", "/signatures", "/refus"})
    Vue revenir(@PathVariable String jeton) {
        return new Redirection("/convention/" + jeton);
    }

    /** La page se rend telle qu'elle était, plutôt qu'une autre où rien ne serait plus coché ni écrit. */
    @Rejouable("retient la clé lui-même : la page qui le dit garde ce qui y était écrit")
    @PostMapping("/codes")
    Vue demanderUnCode(@PathVariable String jeton, HttpServletRequest requete) throws Exception {
        var saisie = saisie(requete);
        return aSigner(jeton, convention -> {
            var issue = (Issue) envois.juger(
                    requete,
                    "convention-code",
                    Issue.Faite.class,
                    () -> signer.envoyerUnCode(convention, requete.getRemoteAddr()));
            return issue instanceof Issue.Faite
                    ? SignaturePage.de(jeton, convention, saisie, Erreurs.aucune())
                            .dontLeCodeEstParti()
                    : reponse(jeton, convention, issue, "code", saisie, Annonce.succes("convention.code.envoye"));
        });
    }

    @PostMapping("/signatures")
    Vue signer(@PathVariable String jeton, HttpServletRequest requete) throws Exception {
        var saisie = saisie(requete);
        return aSigner(jeton, convention -> {
            var erreurs = Erreurs.aucune();
            if (!saisie.accord()) {
                erreurs.ajouter("accord", "convention.accord.manque");
            }
            if (FormeNormale.vide(saisie.code())) {
                erreurs.ajouter("code", "convention.code.manque");
            }
            // La touche Entrée, dans le code du refus, actionne ce bouton : elle ne signe pas.
            if (!FormeNormale.vide(saisie.codeRefus())) {
                erreurs.ajouter("codeRefus", "convention.code.deux");
            }
            return erreurs.vides()
                    ? reponse(
                            jeton,
                            convention,
                            juger(requete, () -> signer.signer(convention, saisie.code(), requete.getRemoteAddr())),
                            "code",
                            saisie,
                            Annonce.succes("convention.signee.faite"))
                    : SignaturePage.de(jeton, convention, saisie, erreurs);
        });
    }

    @PostMapping("/refus")
    Vue refuser(@PathVariable String jeton, HttpServletRequest requete) throws Exception {
        var saisie = saisie(requete);
        var motif = FormeNormale.texte(saisie.motif());
        return aSigner(jeton, convention -> {
            var erreurs = Erreurs.aucune();
            if (motif.isEmpty()) {
                erreurs.ajouter("motifRefus", "convention.refus.motif.manque");
            } else if (motif.length() > MOTIF_MAX) {
                erreurs.ajouter("motifRefus", "convention.refus.motif.long", Formats.entier(MOTIF_MAX));
            }
            if (FormeNormale.vide(saisie.codeRefus())) {
                erreurs.ajouter("codeRefus", "convention.code.manque");
            }
            return erreurs.vides()
                    ? reponse(
                            jeton,
                            convention,
                            juger(
                                    requete,
                                    () -> signer.refuser(
                                            convention, saisie.codeRefus(), motif, requete.getRemoteAddr())),
                            "codeRefus",
                            saisie,
                            Annonce.information("convention.refus.fait"))
                    : SignaturePage.de(jeton, convention, saisie, erreurs);
        });
    }

    private static Saisie saisie(HttpServletRequest requete) {
        return new Saisie(
                !champ(requete, "accord").isEmpty(),
                champ(requete, "code"),
                champ(requete, "motifRefus"),
                champ(requete, "codeRefus"));
    }

    private static String champ(HttpServletRequest requete, String nom) {
        var ecrit = requete.getParameter(nom);
        return ecrit == null ? "" : ecrit;
    }

    @GetMapping("/document.pdf")
    void document(@PathVariable String jeton, HttpServletResponse reponse) throws IOException {
        var fichier = convention(jeton)
                .filter(convention -> switch (convention.etat().code()) {
                    case ENVOYEE, SIGNEE -> true;
                    case A_ENVOYER, REFUSEE, EXPIREE, REMPLACEE -> false;
                })
                .flatMap(convention -> convention.etat().aLire());
        Telechargement.montrer(documents.ouvrir(fichier.orElseThrow(SignatureController::introuvable)), reponse);
    }

    @GetMapping("/preuve.pdf")
    void preuve(@PathVariable String jeton, HttpServletResponse reponse) throws IOException {
        var fichier = convention(jeton)
                .flatMap(convention -> convention.etat() instanceof Signee signee
                        ? Optional.of(signee.preuve())
                        : Optional.<UUID>empty());
        Telechargement.montrer(documents.ouvrir(fichier.orElseThrow(SignatureController::introuvable)), reponse);
    }

    private Vue reponse(String jeton, Convention convention, Issue issue, String champ, Saisie saisie, Annonce faite) {
        var erreurs = Erreurs.aucune();
        switch (issue) {
            case Issue.Faite() -> {
                return new Redirection("/convention/" + jeton).avec(faite);
            }
            case Issue.PlusASigner() -> {
                return new Redirection("/convention/" + jeton);
            }
            case Issue.MauvaisCode(var mort) -> {
                erreurs.ajouter(champ, mort ? "convention.code.mort" : "convention.code.faux");
                return SignaturePage.de(jeton, convention, saisie.sansCode(), erreurs);
            }
            case Issue.Frein(var jusqu) -> {
                erreurs.freiner(champ, new Message("convention.code.frein", Formats.heure(jusqu)), jusqu);
                return SignaturePage.de(jeton, convention, saisie, erreurs);
            }
        }
    }

    /** Un double clic sur un mauvais code ne coûte qu'un essai. */
    private Issue juger(HttpServletRequest requete, Acte<Object> acte) throws Exception {
        return (Issue) envois.juger(requete, "convention", Issue.MauvaisCode.class, acte);
    }

    /** Ce qui se fait d'une convention encore à signer. */
    private interface Geste {
        Vue faire(Convention convention) throws Exception;
    }

    /** Ce que le lien permet encore, sinon ce que la convention est devenue. */
    private Vue aSigner(String jeton, Geste geste) throws Exception {
        var convention = convention(jeton);
        if (convention.isEmpty()) {
            return ConventionFiniePage.perime();
        }
        var lue = convention.get();
        if (lue.signable(horloge.instant())) {
            return geste.faire(lue);
        }
        return ConventionFiniePage.de(
                jeton,
                lue.etat() instanceof Envoyee
                        ? CodeDeConvention.EXPIREE
                        : lue.etat().code());
    }

    private Optional<Convention> convention(String jeton) {
        return liens.lire(LettresDeConvention.USAGE, jeton) instanceof EtatDuLien.Valide(var sujet)
                ? conventions.celle(UUID.fromString(sujet))
                : Optional.empty();
    }

    private static ResponseStatusException introuvable() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
