package fr.convergence.isc.federation;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.convergence.isc.acces.Membre;
import fr.convergence.isc.client.ServiceRaccorde;
import fr.convergence.isc.client.Services;
import fr.convergence.isc.deconnexion.SessionDesServices;
import fr.convergence.socle.cgu.Cgu;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Une demande juste ne se suit que pour une personne connectée comme le service l'exige : assez récemment, au niveau voulu, celle
 * qu'il croit, et à qui il est ouvert. Sinon elle va se connecter, et revient ici.
 */
@Component
final class ExigerConnexion {

    /** Une session ne dure pas plus, même sans cesse employée (CNX-7). */
    private static final Duration SESSION = Duration.ofHours(12);

    /** Où la page de connexion cherche la page qui était demandée. */
    private static final String DEMANDEE = "SPRING_SECURITY_SAVED_REQUEST";

    private final Services services;
    private final SessionDesServices sessions;
    private final IndicesDIdentite indices;
    private final ReponseAuService reponses;
    private final Clock horloge;

    ExigerConnexion(
            Services services,
            SessionDesServices sessions,
            IndicesDIdentite indices,
            ReponseAuService reponses,
            Clock horloge) {
        this.services = services;
        this.sessions = sessions;
        this.indices = indices;
        this.reponses = reponses;
        this.horloge = horloge;
    }

    /** Pas un bean : le serveur le mettrait sur toutes les routes. */
    Filter filtre() {
        return new OncePerRequestFilter() {
            @Override
            protected boolean shouldNotFilter(HttpServletRequest requete) {
                return !requete.getRequestURI().equals(Adresses.AUTORISATION);
            }

            @Override
            protected void doFilterInternal(HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite)
                    throws ServletException, IOException {
                filtrer(requete, reponse, suite);
            }
        };
    }

    private void filtrer(HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite)
            throws ServletException, IOException {
        if (!(requete.getAttribute(DemandeRecue.ATTRIBUT) instanceof DemandeRecue demande)) {
            reponses.refuserIci(requete, reponse);
            return;
        }
        var service = services.designe(demande.clientId());
        if (service.isEmpty()
                || demande.retour() == null
                || !service.get().regles().retours().contains(demande.retour())) {
            reponses.refuserIci(requete, reponse);
            return;
        }
        var erreur = erreur(requete, demande, service.get());
        if (erreur.isPresent()) {
            reponses.refuser(demande, erreur.get(), requete, reponse);
        } else if (aConnecter(requete, demande)) {
            if (demande.demande("none") || reconnectee(requete, demande)) {
                // Reconnectée, elle n'est toujours pas celle que le service attend : insister n'y changerait rien.
                reponses.refuser(demande, "login_required", requete, reponse);
            } else {
                connecter(demande, requete, reponse);
            }
        } else if (Cgu.aAccepter(requete.getSession())) {
            aller(Adresses.SUITE + "?" + question(requete), reponse);
        } else {
            suite.doFilter(requete, reponse);
        }
    }

    /** Ce que se reconnecter n'arrangerait pas. */
    private Optional<String> erreur(HttpServletRequest requete, DemandeRecue demande, ServiceRaccorde service) {
        var uri = requete.getParameter("request_uri");
        if (uri != null && !uri.startsWith(LireLaDemande.POUSSEE)) {
            return Optional.of("request_uri_not_supported");
        }
        if (demande.parametre("id_token_hint").isPresent() && indice(demande).isEmpty()) {
            return Optional.of("invalid_request");
        }
        return Membre.present().flatMap(qui -> {
            if (!service.regles().fonctions().contains(qui.fonction())) {
                return Optional.of("access_denied");
            }
            return Niveaux.atteint(qui.fonction(), demande.niveauxSouhaites(), demande.niveauxExiges())
                            .isEmpty()
                    ? Optional.of("unmet_authentication_requirements")
                    : Optional.empty();
        });
    }

    private boolean aConnecter(HttpServletRequest requete, DemandeRecue demande) {
        var present = Membre.present();
        if (present.isEmpty()) {
            return true;
        }
        var qui = present.get();
        var age = Duration.between(qui.depuis(), horloge.instant());
        if (age.compareTo(SESSION) > 0
                || indice(demande).filter(sujet -> !sujet.equals(qui.getName())).isPresent()) {
            return true;
        }
        var exigee = demande.reconnexion()
                || demande.anciennete()
                        .filter(anciennete -> age.compareTo(anciennete) > 0)
                        .isPresent();
        return exigee && !consentement(requete) && !sessions.reconnectee(qui, requete, demande.marque());
    }

    private boolean reconnectee(HttpServletRequest requete, DemandeRecue demande) {
        return Membre.present()
                .filter(qui -> sessions.reconnectee(qui, requete, demande.marque()))
                .isPresent();
    }

    private Optional<String> indice(DemandeRecue demande) {
        return demande.parametre("id_token_hint")
                .flatMap(indices::lire)
                .filter(lu -> lu.clientId().equals(demande.clientId()))
                .map(IndicesDIdentite.Indice::sujet);
    }

    /** La page de consentement ne s'ouvre qu'à qui vient de prouver ce qui était exigé. */
    private static boolean consentement(HttpServletRequest requete) {
        return "POST".equals(requete.getMethod()) && requete.getParameter("response_type") == null;
    }

    private void connecter(DemandeRecue demande, HttpServletRequest requete, HttpServletResponse reponse)
            throws IOException {
        var retour = UriComponentsBuilder.fromPath(Adresses.SUITE).query(question(requete));
        var avant = requete.getSession(false);
        if (avant != null && Membre.present().isPresent()) {
            retour.replaceQueryParam(
                    SessionDesServices.RECONNEXION,
                    sessions.reconnecter(Membre.present().orElseThrow(), avant, demande.marque()));
            avant.invalidate();
        }
        requete.getSession()
                .setAttribute(
                        DEMANDEE, new SimpleSavedRequest(retour.build(true).toUriString()));
        aller("/connexion", reponse);
    }

    /** Une demande envoyée par formulaire revient comme si elle avait été suivie par un lien. */
    private static String question(HttpServletRequest requete) {
        var question = UriComponentsBuilder.newInstance();
        requete.getParameterMap().forEach((nom, valeurs) -> {
            for (var valeur : valeurs) {
                question.queryParam(UriUtils.encode(nom, UTF_8), UriUtils.encode(valeur, UTF_8));
            }
        });
        return String.valueOf(question.build(true).getQuery());
    }

    private static void aller(String chemin, HttpServletResponse reponse) {
        reponse.setStatus(HttpServletResponse.SC_SEE_OTHER);
        reponse.setHeader("Location", chemin);
    }
}
