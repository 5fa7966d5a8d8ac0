package fr.convergence.socle.page;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Rend les {@link Vue}s : la page avec son gabarit jte précompilé, ou la redirection. */
@Component
public final class RenduDePage implements HandlerMethodReturnValueHandler {

    private static final String ANNONCE = "annonce";

    private final Gabarits gabarits;
    private final Textes textes;
    private final Statique statique;
    private final Marque marque;
    private final Habillage habillage;
    private final Clock horloge;

    RenduDePage(
            Gabarits gabarits, Textes textes, Statique statique, Marque marque, Habillage habillage, Clock horloge) {
        this.gabarits = gabarits;
        this.textes = textes;
        this.statique = statique;
        this.marque = marque;
        this.habillage = habillage;
        this.horloge = horloge;
    }

    @Override
    public boolean supportsReturnType(MethodParameter retour) {
        return Vue.class.isAssignableFrom(retour.getParameterType());
    }

    @Override
    public void handleReturnValue(
            @Nullable Object valeur, MethodParameter retour, ModelAndViewContainer conteneur, NativeWebRequest echange)
            throws IOException {
        conteneur.setRequestHandled(true);
        var requete = requireNonNull(echange.getNativeRequest(HttpServletRequest.class));
        var reponse = requireNonNull(echange.getNativeResponse(HttpServletResponse.class));
        ecrire(requireNonNull((Vue) valeur), requete, reponse);
    }

    /** Écrit une réponse, aussi hors d'un contrôleur (filtre, page d'erreur), où une redirection ne porte pas d'annonce. */
    public void ecrire(Vue vue, HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        switch (vue) {
            case Page page -> composer(page, requete, reponse);
            case Redirection redirection -> rediriger(redirection, requete, reponse);
        }
    }

    private void composer(Page page, HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        var cadre = cadre(requete);
        var sortie = gabarits.composer(page, cadre);
        if (cadre.aRedire()) {
            // Le résumé des erreurs vient avant les champs, qui seuls savent leur nom : une page refusée se compose
            // deux fois.
            sortie = gabarits.composer(page, cadre);
        }
        reponse.setStatus(page.statut().value());
        reponse.setContentType("text/html;charset=UTF-8");
        page.attente(horloge.instant())
                .ifPresent(
                        attente -> reponse.setHeader("Retry-After", String.valueOf(Math.max(1, attente.toSeconds()))));
        reponse.setContentLength(sortie.getContentLength());
        // D'un bloc : le gabarit est fait de centaines de morceaux, et chaque écriture traverse tous les filtres.
        reponse.getOutputStream().write(sortie.toByteArray());
    }

    private Cadre cadre(HttpServletRequest requete) {
        return new Cadre(
                requete, textes, statique, marque, habillage.bandeau(requete), annoncee(requete), gabarits.moteur());
    }

    /** Celle qui doit se dire à cette adresse. */
    private static @Nullable Annonce annoncee(HttpServletRequest requete) {
        var flash = RequestContextUtils.getInputFlashMap(requete);
        return flash == null ? null : (Annonce) flash.get(ANNONCE);
    }

    private void rediriger(Redirection redirection, HttpServletRequest requete, HttpServletResponse reponse) {
        // Une page qui mène à une autre lui laisse ce qu'elle avait à dire.
        var annonce = redirection.annonce() == null ? annoncee(requete) : redirection.annonce();
        if (annonce != null) {
            var flash = new FlashMap();
            flash.put(ANNONCE, annonce);
            flash.setTargetRequestPath(redirection.vers().replaceFirst("[?#].*", ""));
            flash.startExpirationPeriod(60);
            var gestion = RequestContextUtils.getFlashMapManager(requete);
            if (gestion != null) {
                gestion.saveOutputFlashMap(flash, requete, reponse);
            }
        }
        if (requete.getHeader("HX-Request") != null) {
            // htmx suivrait un 303 en coulisse : on lui dit de changer de page.
            reponse.setHeader("HX-Redirect", redirection.vers());
            reponse.setStatus(HttpStatus.NO_CONTENT.value());
            return;
        }
        reponse.setStatus(HttpStatus.SEE_OTHER.value());
        reponse.setHeader("Location", redirection.vers());
    }
}
