package fr.convergence.isc.federation;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.convergence.isc.acces.Membre;
import fr.convergence.isc.client.ServiceRaccorde;
import fr.convergence.isc.client.Services;
import fr.convergence.isc.deconnexion.AvertirLesServices;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.RenduDePage;
import fr.convergence.socle.page.Vue;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Un service envoie ici une personne qui s'en va (OpenID Connect RP-Initiated Logout 1.0). S'il montre un jeton d'elle, elle est
 * déconnectée ; sinon on lui demande. Elle n'est ramenée qu'à une adresse que ce service a enregistrée.
 */
@Component
final class DeconnexionDemandee {

    /** Où elle confirme qu'elle s'en va. */
    static final String CONFIRMATION = Adresses.DECONNEXION + "/confirmation";

    private final Services services;
    private final IndicesDIdentite indices;
    private final AvertirLesServices avertir;
    private final RenduDePage rendu;

    DeconnexionDemandee(Services services, IndicesDIdentite indices, AvertirLesServices avertir, RenduDePage rendu) {
        this.services = services;
        this.indices = indices;
        this.avertir = avertir;
        this.rendu = rendu;
    }

    /** Avant celui de Spring Security, qui exige un jeton et ne demande rien à la personne. */
    Filter filtre() {
        return new OncePerRequestFilter() {
            @Override
            protected boolean shouldNotFilter(HttpServletRequest requete) {
                return !requete.getRequestURI().equals(Adresses.DECONNEXION);
            }

            @Override
            protected void doFilterInternal(HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite)
                    throws IOException {
                filtrer(requete, reponse);
            }
        };
    }

    private void filtrer(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        var montre = requete.getParameter("id_token_hint");
        var indice = Optional.ofNullable(montre).flatMap(indices::lire);
        var clientId = requete.getParameter("client_id");
        var sans = clientId == null || indice.isEmpty();
        if (montre != null && indice.isEmpty()
                || !sans && !indice.get().clientId().equals(clientId)) {
            rendu.ecrire(new DemandeRefuseePage(), requete, reponse);
            return;
        }
        var service = Optional.ofNullable(clientId)
                .or(() -> indice.map(IndicesDIdentite.Indice::clientId))
                .flatMap(services::designe);
        var voulu = requete.getParameter("post_logout_redirect_uri");
        if (voulu != null && !permis(service, voulu)) {
            rendu.ecrire(new DemandeRefuseePage(), requete, reponse);
            return;
        }
        var qui = Membre.present();
        var sienne = qui.isEmpty()
                || indice.filter(lu -> lu.sujet().equals(qui.get().getName())).isPresent();
        if (sienne) {
            deconnecter(requete, reponse);
            aller(voulu, requete, reponse);
        } else {
            rendu.ecrire(
                    new DeconnexionPage(
                            service.map(ServiceRaccorde::nom).orElse(null),
                            service.map(ServiceRaccorde::clientId).orElse(""),
                            voulu == null ? "" : voulu,
                            texte(requete.getParameter("state"))),
                    requete,
                    reponse);
        }
    }

    /** La personne a confirmé, de notre page. */
    Vue confirmer(String clientId, String voulu, HttpServletRequest requete, HttpServletResponse reponse) {
        var permis = permis(services.designe(clientId), voulu);
        deconnecter(requete, reponse);
        if (!permis) {
            return new Redirection("/?deconnecte");
        }
        var vers = avecEtat(voulu, requete.getParameter("state"));
        reponse.setHeader("Refresh", "0;url=" + vers);
        return new PassagePage(vers);
    }

    private void deconnecter(HttpServletRequest requete, HttpServletResponse reponse) {
        var authentification = SecurityContextHolder.getContext().getAuthentication();
        avertir.logout(requete, reponse, authentification);
        new SecurityContextLogoutHandler().logout(requete, reponse, authentification);
    }

    private static void aller(@Nullable String voulu, HttpServletRequest requete, HttpServletResponse reponse) {
        reponse.setStatus(HttpServletResponse.SC_SEE_OTHER);
        reponse.setHeader("Location", voulu == null ? "/?deconnecte" : avecEtat(voulu, requete.getParameter("state")));
    }

    private static boolean permis(Optional<ServiceRaccorde> service, String voulu) {
        return service.filter(trouve -> trouve.regles().retoursDeDeconnexion().contains(voulu))
                .isPresent();
    }

    private static String avecEtat(String adresse, @Nullable String etat) {
        return etat == null || etat.isEmpty()
                ? adresse
                : UriComponentsBuilder.fromUriString(adresse)
                        .queryParam("state", UriUtils.encode(etat, UTF_8))
                        .build(true)
                        .toUriString();
    }

    private static String texte(@Nullable String valeur) {
        return valeur == null ? "" : valeur;
    }
}
