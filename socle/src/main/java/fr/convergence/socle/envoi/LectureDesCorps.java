package fr.convergence.socle.envoi;

import fr.convergence.socle.chiffrement.Coffre;
import fr.convergence.socle.envoi.Reserve.Envoyeur;
import fr.convergence.socle.origine.PageDOrigine;
import fr.convergence.socle.origine.Reseau;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/**
 * Lit les formulaires à la place du serveur, qui réserverait la longueur annoncée et rangerait les fichiers en clair. Avant le
 * filtre du jeton, il n'en lit que de quoi trouver le jeton ; {@link Suite}, après lui, lit le reste.
 */
final class LectureDesCorps extends OncePerRequestFilter {

    private static final String ENVOI = LectureDesCorps.class.getName();

    /** Ce qui est lu d'une demande, pour le rendre si elle échoue : ce qui l'enveloppait n'y est plus. */
    private static final String RENDU = ENVOI + ".rendu";

    private static final String ENCODE = "application/x-www-form-urlencoded";
    private static final String MULTIPLE = "multipart/form-data";

    /** Le champ du jeton, premier de tout formulaire. */
    private static final String JETON = "_csrf";

    private static final int JETON_MAX = 512;

    private final RoutesAFichiers routes;
    private final LimitesDesCorps limites;
    private final Reserve reserve;
    private final Coffre coffre;
    private final Path dossier;

    LectureDesCorps(RoutesAFichiers routes, LimitesDesCorps limites, Reserve reserve, Coffre coffre, Path dossier) {
        this.routes = routes;
        this.limites = limites;
        this.reserve = reserve;
        this.coffre = coffre;
        this.dossier = dossier;
    }

    /** Après le filtre du jeton : les autres parties d'un envoi dont la première l'a prouvé, ou son entête. */
    final class Suite extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite)
                throws ServletException, IOException {
            if (!(requete.getAttribute(ENVOI) instanceof Envoi envoi)) {
                suite.doFilter(requete, reponse);
                return;
            }
            if (!routes.ouverte(requete)) {
                // Sans droit : la suite le refuse, et c'est elle qui en rend les champs.
                suite.doFilter(requete, reponse);
                return;
            }
            var refus = CorpsRefuse.pendant(() -> finir(envoi, requete));
            if (refus == null) {
                requete.removeAttribute(FinDesCorps.REFUSE);
                suite.doFilter(envoi.dans(requete), reponse);
            } else {
                if (refus.statut() == HttpStatus.CONTENT_TOO_LARGE && !refus.formulaire()) {
                    requete.setAttribute(
                            RENDU, sansFichiers(envoi, LimitesDesCorps.REFUSE, LimitesDesCorps.POUR_REFUSER));
                }
                refuser(requete, reponse, refus);
            }
        }

        private void finir(Envoi envoi, HttpServletRequest requete) throws IOException {
            if (requete.getContentLengthLong() > limites.enTout()) {
                throw new CorpsRefuse(HttpStatus.CONTENT_TOO_LARGE);
            }
            envoi.finir(limites.enTout());
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite)
            throws ServletException, IOException {
        if (est(MULTIPLE, requete)) {
            envoi(requete, reponse, suite);
        } else if (est(ENCODE, requete)) {
            formulaire(requete, reponse, suite);
        } else {
            suite.doFilter(requete, reponse);
        }
    }

    private void envoi(HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite)
            throws ServletException, IOException {
        if (WebUtils.getNativeRequest(requete, MultipartHttpServletRequest.class) != null) {
            suite.doFilter(requete, reponse);
        } else if (!routes.existe(requete)) {
            refuser(requete, reponse, new CorpsRefuse(HttpStatus.UNSUPPORTED_MEDIA_TYPE));
        } else if (!routes.ouverte(requete) && !PageDOrigine.duSite(requete)) {
            // Rien n'en est lu : sans jeton, ou sans droit, la suite le refuse.
            requete.setAttribute(FinDesCorps.REFUSE, HttpStatus.FORBIDDEN);
            suite.doFilter(requete, reponse);
        } else {
            commencer(requete, reponse, suite);
        }
    }

    private void commencer(HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite)
            throws ServletException, IOException {
        try (var part = reserve.ouvrir(envoyeur(requete), limites.parRequete())) {
            var corps = corps(requete, part, limites.avantLeJeton());
            var envoi = envoi(requete, corps, part);
            try {
                var refus = CorpsRefuse.pendant(() -> envoi.commencer(JETON, JETON_MAX));
                if (refus == null) {
                    requete.setAttribute(ENVOI, envoi);
                    // Jusqu'à ce que le jeton soit jugé bon, et le reste lu.
                    requete.setAttribute(FinDesCorps.REFUSE, HttpStatus.FORBIDDEN);
                    suite.doFilter(new RequeteLue(requete, envoi.premiere()), reponse);
                } else {
                    refuser(requete, reponse, refus);
                }
            } finally {
                requete.removeAttribute(ENVOI);
                if (requete.getAttribute(RENDU) == null) {
                    requete.setAttribute(RENDU, new EnvoiArrete(envoi.champs(), envoi.noms(), true, envoi.fini()));
                }
                envoi.effacer();
            }
        }
    }

    private void formulaire(HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite)
            throws ServletException, IOException {
        var permis = routes.connecte().isPresent() ? limites.formulaire() : limites.formulaireAnonyme();
        // Pris ici, le corps n'est plus à Tomcat, qui le lirait pour la page d'erreur.
        requete.getInputStream();
        if (requete.getContentLengthLong() > permis) {
            lireLeDebut(requete, (int) permis);
            refuser(requete, reponse, CorpsRefuse.formulaireTropLong());
            return;
        }
        try (var part = reserve.ouvrir(envoyeur(requete), limites.parRequete())) {
            var champs = CorpsDeFormulaire.lire(corps(requete, part, permis), part);
            part.lue();
            requete.setAttribute(RENDU, new EnvoiArrete(champs, Map.of(), false, true));
            suite.doFilter(new RequeteLue(requete, champs), reponse);
        } catch (CorpsRefuse refus) {
            var tropLong = refus.statut() == HttpStatus.CONTENT_TOO_LARGE;
            refuser(requete, reponse, tropLong ? CorpsRefuse.formulaireTropLong() : refus);
        }
    }

    /** Le début d'un formulaire trop long, pour le rendre à qui l'envoie d'une de nos pages : ses champs entiers, dans la limite. */
    private void lireLeDebut(HttpServletRequest requete, int permis) throws IOException {
        if (!PageDOrigine.duSite(requete)) {
            return;
        }
        try (var part = reserve.ouvrir(envoyeur(requete), limites.parRequete())) {
            var corps = corps(requete, part, limites.jetes());
            corps.presser(LimitesDesCorps.POUR_RENDRE);
            CorpsRefuse.pendant(() -> {
                var champs = CorpsDeFormulaire.debut(corps, permis, part);
                requete.setAttribute(RENDU, new EnvoiArrete(champs, Map.of(), false, false));
                corps.transferTo(OutputStream.nullOutputStream());
            });
        }
    }

    /** Ce que portait une demande refusée : ce qui en est déjà lu, et le texte de ce qui ne l'est pas encore. */
    EnvoiArrete arrete(HttpServletRequest requete) throws IOException {
        if (requete.getAttribute(ENVOI) instanceof Envoi envoi) {
            var arrete = sansFichiers(envoi, limites.jetes(), LimitesDesCorps.POUR_RENDRE);
            // Coupé en route, il se rend quand même : Tomcat y aurait laissé de quoi répondre par une panne.
            requete.removeAttribute(RequestDispatcher.ERROR_EXCEPTION);
            return arrete;
        }
        if (requete.getAttribute(RENDU) instanceof EnvoiArrete rendu) {
            return rendu;
        }
        var champs = new LinkedMultiValueMap<String, String>();
        requete.getParameterMap().forEach((nom, valeurs) -> champs.put(nom, List.of(valeurs)));
        return new EnvoiArrete(champs, Map.of(), false, true);
    }

    /**
     * Ce que portait une demande que rien n'a pu juger, faute de base : son corps n'est peut-être pas lu. Il se lit alors ici, comme
     * d'un inconnu pour la place qu'il prend.
     */
    EnvoiArrete enPanne(HttpServletRequest requete) throws IOException {
        if (requete.getAttribute(ENVOI) != null || requete.getAttribute(RENDU) != null) {
            return arrete(requete);
        }
        requete.setAttribute(FinDesCorps.REFUSE, HttpStatus.SERVICE_UNAVAILABLE);
        try (var part = reserve.ouvrir(envoyeur(requete), limites.parRequete())) {
            var corps = corps(requete, part, limites.formulaire());
            if (est(MULTIPLE, requete)) {
                return sansFichiers(envoi(requete, corps, part), limites.jetes(), LimitesDesCorps.POUR_RENDRE);
            }
            var champs = new LinkedMultiValueMap<String, String>();
            var refus = est(ENCODE, requete)
                    ? CorpsRefuse.pendant(() -> champs.putAll(CorpsDeFormulaire.lire(corps, part)))
                    : null;
            return new EnvoiArrete(champs, Map.of(), false, refus == null);
        }
    }

    private EnvoiArrete sansFichiers(Envoi envoi, long octets, Duration duree) throws IOException {
        var permis = routes.connecte().isPresent() ? limites.formulaire() : limites.formulaireAnonyme();
        var refus = CorpsRefuse.pendant(() -> envoi.finirSansFichiers(octets, (int) permis, duree));
        return new EnvoiArrete(envoi.champs(), envoi.noms(), true, refus == null);
    }

    private Envoi envoi(HttpServletRequest requete, CorpsBorne corps, Reserve.Part part) {
        return new Envoi(
                lecteur(), new CorpsEnvoye(requete, corps), corps, limites.parFichier(), part, coffre, dossier);
    }

    private Envoyeur envoyeur(HttpServletRequest requete) {
        return routes.connecte()
                .<Envoyeur>map(Envoyeur.Personne::new)
                .orElseGet(() -> new Envoyeur.Inconnu(Reseau.de(requete.getRemoteAddr())));
    }

    private CorpsBorne corps(HttpServletRequest requete, Reserve.Part part, long permis) throws IOException {
        return new CorpsBorne(
                new FluxDuServeur(requete), requete.getContentLengthLong(), part, permis, limites.sursis());
    }

    /** Ce qui reste du corps ne sera pas lu : la connexion finit avec la réponse. Rien pour qui est déjà parti. */
    private static void refuser(HttpServletRequest requete, HttpServletResponse reponse, CorpsRefuse refus)
            throws IOException {
        requete.setAttribute(FinDesCorps.REFUSE, refus.statut());
        if (refus.formulaire()) {
            requete.setAttribute(CorpsDesRequetes.FORMULAIRE_TROP_LONG, true);
        }
        // Une ligne coupée n'est pas une panne du site : Tomcat y aurait laissé de quoi remplir les traces.
        requete.removeAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (!reponse.isCommitted()) {
            reponse.setHeader(HttpHeaders.CONNECTION, "close");
            reponse.sendError(refus.statut().value());
        }
    }

    /** Sans ses bornes, qui ferment le corps : les nôtres en laissent lire la suite. */
    private static FileUpload lecteur() {
        var lecteur = new FileUpload();
        lecteur.setHeaderEncoding("UTF-8");
        return lecteur;
    }

    private static boolean est(String attendu, HttpServletRequest requete) {
        var type = requete.getContentType();
        return type != null && type.regionMatches(true, 0, attendu, 0, attendu.length());
    }
}
