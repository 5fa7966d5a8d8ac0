package fr.convergence.isc.federation;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.convergence.isc.autorisation.PreuveDeConnexion;
import fr.convergence.isc.deconnexion.Participations;
import fr.convergence.socle.acces.PolitiqueDeContenu;
import fr.convergence.socle.courriel.Expediteur;
import fr.convergence.socle.page.RenduDePage;
import fr.convergence.socle.session.SessionDeLaRequete;
import fr.convergence.socle.session.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Ramène la personne au service, avec le code ou l'erreur ; ce qui n'a pas de retour sûr se dit ici, sur une page du site. */
@Component
final class ReponseAuService implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private final RenduDePage rendu;
    private final Participations participations;
    private final Sessions sessions;
    private final String emetteur;

    ReponseAuService(RenduDePage rendu, Participations participations, Sessions sessions, Expediteur site) {
        this.rendu = rendu;
        this.participations = participations;
        this.sessions = sessions;
        this.emetteur = site.site();
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest requete, HttpServletResponse reponse, Authentication accordee) throws IOException {
        var autorisation = (OAuth2AuthorizationCodeRequestAuthenticationToken) accordee;
        var code = autorisation.getAuthorizationCode();
        var retour = autorisation.getRedirectUri();
        if (code == null || retour == null) {
            throw new IllegalStateException("Autorisation sans code ni retour");
        }
        var personne = (Authentication) autorisation.getPrincipal();
        if (personne.getDetails() instanceof PreuveDeConnexion preuve) {
            participations.noter(
                    preuve.session(),
                    SessionDeLaRequete.courante(requete).flatMap(sessions::reference),
                    autorisation.getClientId(),
                    personne.getName());
        }
        envoyer(retour, Map.of("code", code.getTokenValue()), autorisation.getState(), requete, reponse);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest requete, HttpServletResponse reponse, AuthenticationException refus) throws IOException {
        var demande = refus instanceof OAuth2AuthorizationCodeRequestAuthenticationException refusee
                ? refusee.getAuthorizationCodeRequestAuthentication()
                : null;
        if (demande == null || demande.getRedirectUri() == null) {
            refuserIci(requete, reponse);
            return;
        }
        var erreur = ((OAuth2AuthorizationCodeRequestAuthenticationException) refus).getError();
        var dite = new LinkedHashMap<String, String>();
        dite.put("error", erreur.getErrorCode());
        if (erreur.getDescription() != null) {
            dite.put("error_description", erreur.getDescription());
        }
        envoyer(demande.getRedirectUri(), dite, demande.getState(), requete, reponse);
    }

    /** @param demande d'un service connu, et d'un retour qui est le sien */
    void refuser(DemandeRecue demande, String erreur, HttpServletRequest requete, HttpServletResponse reponse)
            throws IOException {
        envoyer(String.valueOf(demande.retour()), Map.of("error", erreur), demande.etat(), requete, reponse);
    }

    /** Aucun retour n'est sûr : rien n'y est envoyé. */
    void refuserIci(HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        rendu.ecrire(new DemandeRefuseePage(), requete, reponse);
    }

    private void envoyer(
            String retour,
            Map<String, String> dits,
            @Nullable String etat,
            HttpServletRequest requete,
            HttpServletResponse reponse)
            throws IOException {
        var champs = new LinkedHashMap<>(dits);
        if (etat != null && !etat.isEmpty()) {
            champs.put("state", etat);
        }
        champs.put("iss", emetteur);
        if (mode(requete).filter("form_post"::equals).isPresent()) {
            // La politique du site ne laisse un formulaire partir qu'ici : celui-ci part chez ce service, et nulle part
            // ailleurs.
            reponse.setHeader(PolitiqueDeContenu.ENTETE, PolitiqueDeContenu.avecEnvoiVers(retour));
            rendu.ecrire(new EnvoiAuServicePage(retour, champs), requete, reponse);
            return;
        }
        var adresse = UriComponentsBuilder.fromUriString(retour);
        champs.forEach((nom, valeur) -> adresse.queryParam(nom, UriUtils.encode(valeur, UTF_8)));
        aller(adresse.build(true).toUriString(), requete, reponse);
    }

    /** La redirection d'un formulaire compte, pour le navigateur, comme son envoi ; une page qui mène plus loin, non. */
    private void aller(String adresse, HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        if ("POST".equals(requete.getMethod())) {
            reponse.setHeader("Refresh", "0;url=" + adresse);
            rendu.ecrire(new PassagePage(adresse), requete, reponse);
        } else {
            reponse.setStatus(HttpServletResponse.SC_FOUND);
            reponse.setHeader("Location", adresse);
        }
    }

    private static Optional<String> mode(HttpServletRequest requete) {
        return requete.getAttribute(DemandeRecue.ATTRIBUT) instanceof DemandeRecue demande
                ? demande.parametre("response_mode")
                : Optional.empty();
    }
}
