package fr.convergence.socle.acces;

import fr.convergence.socle.envoi.CorpsDesRequetes;
import fr.convergence.socle.envoi.EnvoiArrete;
import fr.convergence.socle.origine.PageDOrigine;
import fr.convergence.socle.page.Cadre;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Page;
import fr.convergence.socle.page.RenduDePage;
import fr.convergence.socle.page.SaisieRenduePage;
import fr.convergence.socle.page.SaisieRenduePage.Champ;
import fr.convergence.socle.page.SaisieRenduePage.Renvoi;
import fr.convergence.socle.page.SaisieRenduePage.Vers;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Un formulaire que la porte arrête (session finie, jeton mort, conditions à accepter) : la page dit pourquoi, rend ce qui y
 * était tapé et permet de l'envoyer de nouveau. Rien n'en est gardé ici.
 */
@Component
public final class SaisieArretee {

    /** Ce qui arrête le formulaire. */
    public enum Arret {
        SESSION(HttpStatus.UNAUTHORIZED),
        EXPIREE(HttpStatus.FORBIDDEN),
        /** Écrit d'un autre compte que celui qui l'envoie. */
        AUTRE_COMPTE(HttpStatus.FORBIDDEN),
        CONDITIONS(HttpStatus.CONFLICT),
        /** La base ne répond pas, ou ce dont l'acte a besoin. */
        PANNE(HttpStatus.SERVICE_UNAVAILABLE),
        /** Ses fichiers dépassent ce qui se reçoit d'un coup. */
        LOURD(HttpStatus.CONTENT_TOO_LARGE),
        /** Son texte dépasse ce qui se reçoit d'un coup. */
        LONG(HttpStatus.CONTENT_TOO_LARGE);

        private final HttpStatus statut;

        Arret(HttpStatus statut) {
            this.statut = statut;
        }

        /** La session qui l'enverra ne sera pas celle de la page : la preuve de son auteur y tient lieu de jeton. */
        private boolean changeDeSession() {
            return this == SESSION || this == AUTRE_COMPTE;
        }

        /** Rien n'est à faire ailleurs avant de l'envoyer de nouveau. */
        private boolean aussitot() {
            return this == EXPIREE || this == PANNE || this == LOURD;
        }

        private String coupe() {
            return this == LOURD || this == LONG ? cle() + ".coupe" : "acces.arret.coupe";
        }

        private String cle() {
            return "acces.arret." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static final String JETON = "_csrf";
    private static final Set<String> DE_LA_PAGE = Set.of(JETON, Cadre.CLE_D_ENVOI, Cadre.AUTEUR, "version", "suite");

    private final CorpsDesRequetes corps;
    private final RenduDePage rendu;
    private final ChampsArretes champs;
    private final PreuveDeCompte preuves;
    private final EntreeDuSite entree;
    private final ObjectProvider<RequestMappingHandlerMapping> routeur;

    SaisieArretee(
            CorpsDesRequetes corps,
            RenduDePage rendu,
            ChampsArretes champs,
            PreuveDeCompte preuves,
            EntreeDuSite entree,
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> routeur) {
        this.corps = corps;
        this.rendu = rendu;
        this.champs = champs;
        this.preuves = preuves;
        this.entree = entree;
        this.routeur = routeur;
    }

    /**
     * Rend un formulaire à qui n'a pas, ou n'a plus, de quoi l'envoyer.
     *
     * @return faux, et rien n'est écrit, s'il ne vient pas d'une de nos pages ou s'il n'y a rien à rendre
     */
    public boolean rendre(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        if (!rendable(requete, requete.getMethod())) {
            return false;
        }
        var regle = regle(requete);
        if (regle.isEmpty()) {
            return false;
        }
        var envoi = corps.arrete(requete);
        var qui = PersonneConnectee.presente();
        if (qui.isEmpty() && !regle.get().publique()) {
            return rendre(
                    Arret.SESSION,
                    PageDOrigine.chemin(requete).orElseGet(() -> entree.porte("/")),
                    envoi,
                    requete,
                    reponse);
        }
        var auteur = envoi.champs().getFirst(Cadre.AUTEUR);
        return auteur != null
                        && qui.filter(connecte -> !preuves.est(auteur, connecte))
                                .isPresent()
                ? rendre(Arret.AUTRE_COMPTE, "/", envoi, requete, reponse)
                : rendre(Arret.EXPIREE, PageDOrigine.chemin(requete).orElse("/"), envoi, requete, reponse);
    }

    /** @param suite ce qui est à faire d'abord, ou la page d'où vient le formulaire */
    public boolean rendre(Arret arret, String suite, HttpServletRequest requete, HttpServletResponse reponse)
            throws IOException {
        return rendre(arret, suite, corps.arrete(requete), requete, reponse);
    }

    private boolean rendre(
            Arret arret, String suite, EnvoiArrete envoi, HttpServletRequest requete, HttpServletResponse reponse)
            throws IOException {
        var page = page(arret, suite, envoi, requete.getRequestURI());
        if (page.isPresent()) {
            rendu.ecrire(page.get(), requete, reponse);
        }
        return page.isPresent();
    }

    /** Ce qui était écrit quand le service a manqué ; vide s'il n'y a rien à rendre. Ni la base ni la session n'y servent. */
    public Optional<Page> enPanne(HttpServletRequest requete) throws IOException {
        var chemin = requete.getRequestURI();
        return rendable(requete, requete.getMethod())
                ? page(Arret.PANNE, PageDOrigine.chemin(requete).orElse("/"), corps.enPanne(requete), chemin)
                : Optional.empty();
    }

    /** Ce qui était écrit dans un formulaire trop gros, de la page d'erreur où mène son refus. */
    public Optional<Page> tropGros(Arret arret, HttpServletRequest requete) throws IOException {
        var chemin = String.valueOf(requete.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        return rendable(requete, String.valueOf(requete.getAttribute(RequestDispatcher.ERROR_METHOD)))
                ? page(arret, PageDOrigine.chemin(requete).orElse("/"), corps.arrete(requete), chemin)
                : Optional.empty();
    }

    private static boolean rendable(HttpServletRequest requete, String methode) {
        return HttpMethod.POST.matches(methode) && !PorteDEntree.parUnScript(requete) && PageDOrigine.duSite(requete);
    }

    private Optional<Page> page(Arret arret, String suite, EnvoiArrete envoi, String chemin) {
        var saisie = champs.saisie(chemin, envoi);
        var caches = champs.caches(chemin, envoi);
        if (saisie.isEmpty() && caches.stream().allMatch(champ -> DE_LA_PAGE.contains(champ.nom()))) {
            return Optional.empty();
        }
        return Optional.of(new SaisieRenduePage(
                arret.statut,
                new Message(arret.cle()),
                new Message(envoi.entier() ? arret.cle() + ".pourquoi" : arret.coupe()),
                saisie,
                List.of(),
                new Vers(new Message(arret.cle() + ".suite"), suite),
                envoi.entier() ? renvoi(arret, chemin, caches, envoi) : null));
    }

    /** D'un formulaire dont la fin n'est pas lue, rien ne se renvoie : la réponse coupée passerait pour effacée. */
    private Renvoi renvoi(Arret arret, String chemin, List<Champ> caches, EnvoiArrete envoi) {
        var auteur = envoi.champs().getFirst(Cadre.AUTEUR);
        return new Renvoi(
                chemin,
                envoi.champs().getFirst(Cadre.CLE_D_ENVOI),
                auteur,
                jeton(arret, envoi),
                caches,
                champs.fichiers(chemin, envoi, arret == Arret.LOURD),
                envoi.parParties(),
                arret.aussitot(),
                champs.manque(chemin, envoi));
    }

    /** Celui de la page, sauf si elle n'en a pas, ou si la session qui l'enverra n'est pas la sienne. */
    private static @Nullable String jeton(Arret arret, EnvoiArrete envoi) {
        if (arret == Arret.PANNE) {
            return envoi.champs().getFirst(JETON);
        }
        return arret.changeDeSession() ? envoi.champs().getFirst(Cadre.AUTEUR) : null;
    }

    /** La règle de la route demandée ; rien si aucune n'est à cette adresse. */
    private Optional<RegleDeRoute> regle(HttpServletRequest requete) {
        try {
            ServletRequestPathUtils.parseAndCache(requete);
            var trouvee = routeur.getObject().getHandler(requete);
            return trouvee != null && trouvee.getHandler() instanceof HandlerMethod methode
                    ? RegleDeRoute.de(methode)
                    : Optional.empty();
        } catch (ServletException _) {
            return Optional.empty();
        } catch (Exception echec) {
            throw new IllegalStateException(echec);
        }
    }
}
