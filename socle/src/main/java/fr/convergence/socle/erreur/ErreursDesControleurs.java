package fr.convergence.socle.erreur;

import fr.convergence.socle.acces.SaisieArretee;
import fr.convergence.socle.authentification.TropDeMotsDePasse;
import fr.convergence.socle.base.EchecPassager;
import fr.convergence.socle.depot.DepotIndisponible;
import fr.convergence.socle.envoi.EnvoiRefuse;
import fr.convergence.socle.envoi.EnvoiRefusePage;
import fr.convergence.socle.page.ErreurPage;
import fr.convergence.socle.page.Vue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Locale;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.http.fileupload.impl.IOFileUploadException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerMapping;

/** Habille en page du site ce qu'un contrôleur n'a pas su faire ; la cause va dans les traces, pas à l'écran. */
@ControllerAdvice
final class ErreursDesControleurs {

    private static final Logger JOURNAL = LoggerFactory.getLogger(ErreursDesControleurs.class);
    private static final SecureRandom HASARD = new SecureRandom();

    private final SaisieArretee saisies;

    ErreursDesControleurs(SaisieArretee saisies) {
        this.saisies = saisies;
    }

    @ExceptionHandler
    Vue traiter(Exception erreur, HttpServletRequest requete, HttpServletResponse reponse) throws Exception {
        if (reponse.isCommitted() || !passagere(erreur) && deLaGarde(erreur)) {
            // La garde des routes appartient à la chaîne de sécurité ; une réponse déjà partie ne s'habille plus.
            throw erreur;
        }
        if (erreur instanceof EnvoiRefuse refus) {
            return EnvoiRefusePage.de(refus, requete);
        }
        var page = page(erreur, requete);
        return passagere(erreur) ? saisies.enPanne(requete).orElse(page) : page;
    }

    private static boolean deLaGarde(Exception erreur) {
        return erreur instanceof AccessDeniedException || erreur instanceof AuthenticationException;
    }

    /** Ce dont l'usager n'a qu'à attendre la fin, quoi qui l'enveloppe. */
    static boolean passagere(Throwable erreur) {
        return EchecPassager.est(erreur)
                || EchecPassager.causes(erreur)
                        .anyMatch(cause -> cause instanceof TropDeMotsDePasse || cause instanceof DepotIndisponible);
    }

    /** La page d'une erreur ; celles du serveur portent un repère que les traces contiennent. */
    static ErreurPage page(Throwable erreur, HttpServletRequest requete) {
        var statut = statut(erreur);
        if (!statut.is5xxServerError()) {
            return new ErreurPage(statut, null);
        }
        var repere = repere();
        JOURNAL.error("{} {} : {}, repère {}", requete.getMethod(), route(requete), statut, repere, erreur);
        return new ErreurPage(statut, repere);
    }

    /** Le motif de la route et non l'adresse : celle d'un lien reçu par courriel porte un secret. */
    private static Object route(HttpServletRequest requete) {
        var motif = requete.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return motif == null ? "(aucune route)" : motif;
    }

    private static String repere() {
        return String.format(Locale.ROOT, "%08X", HASARD.nextInt());
    }

    private static HttpStatus statut(Throwable erreur) {
        if (passagere(erreur)) {
            return HttpStatus.SERVICE_UNAVAILABLE;
        }
        return switch (erreur) {
            case ErrorResponse reponse -> code(reponse.getStatusCode().value());
            case InvalidParameterException parametres -> code(parametres.getErrorCode());
            // Le pare-feu refuse un entête au moment où on le lit.
            case TypeMismatchException _, HttpMessageNotReadableException _, RequestRejectedException _ ->
                HttpStatus.BAD_REQUEST;
            // Un envoi de fichiers mal écrit, ou absent ; la panne de disque, elle, reste la nôtre.
            case MultipartException envoi
            when !(envoi.getCause() instanceof IOFileUploadException) -> HttpStatus.BAD_REQUEST;
            default -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }

    private static HttpStatus code(int valeur) {
        var statut = HttpStatus.resolve(valeur);
        return statut == null || !statut.isError() ? HttpStatus.INTERNAL_SERVER_ERROR : statut;
    }
}
