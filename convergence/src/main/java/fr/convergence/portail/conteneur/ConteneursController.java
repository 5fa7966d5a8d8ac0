package fr.convergence.portail.conteneur;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.ReserveA;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.conteneur.RemettreConteneur.Remise;
import fr.convergence.socle.envoi.Rejouable;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Textes;
import fr.convergence.socle.page.Vue;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** « Télécharger le conteneur ZED » (ZED-1) : dans une fenêtre de la page, ou sur la sienne sans script. */
@Controller
@ReserveA(Role.REFERENT)
@RequestMapping("/dossiers/{reference:[A-Z]{10}}/{etape:[a-z][a-z0-9_]*}/conteneurs/{question:[a-z][a-z0-9_]*}")
final class ConteneursController {

    private final EspacesConfidentiels espaces;
    private final Conteneurs conteneurs;
    private final RemettreConteneur remettre;
    private final ReserveDeConteneurs reserve;
    private final Textes textes;

    ConteneursController(
            EspacesConfidentiels espaces,
            Conteneurs conteneurs,
            RemettreConteneur remettre,
            ReserveDeConteneurs reserve,
            Textes textes) {
        this.espaces = espaces;
        this.conteneurs = conteneurs;
        this.remettre = remettre;
        this.reserve = reserve;
        this.textes = textes;
    }

    @GetMapping
    Vue montrer(
            Connecte qui, @PathVariable String reference, @PathVariable String etape, @PathVariable String question) {
        return page(espace(qui, reference, etape, question), Erreurs.aucune());
    }

    /** @param fenetre présent quand la fenêtre d'une page le demande : elle prend la page même, sans y être renvoyée */
    @Rejouable("une question a un conteneur à la fois : le même se montre")
    @PostMapping
    Vue preparer(
            Connecte qui,
            @PathVariable String reference,
            @PathVariable String etape,
            @PathVariable String question,
            @RequestHeader(name = "HX-Request") Optional<String> fenetre) {
        var espace = espace(qui, reference, etape, question);
        return apres(
                espace,
                remettre.preparer(qui, espace),
                () -> fenetre.isPresent() ? page(espace, Erreurs.aucune()) : new Redirection(espace.adresse()));
    }

    @Rejouable("un conteneur activé le reste")
    @PostMapping("/activations")
    Vue activer(
            Connecte qui,
            @PathVariable String reference,
            @PathVariable String etape,
            @PathVariable String question,
            @RequestParam(defaultValue = "0") int numero,
            @RequestParam Optional<String> memorise) {
        var espace = espace(qui, reference, etape, question);
        if (memorise.isEmpty()) {
            return page(espace, Erreurs.aucune().ajouter("conteneur-memorise", "conteneur.memorise.manque"));
        }
        return apres(
                espace,
                remettre.activer(qui, espace, numero),
                () -> new Redirection(espace.ancre()).avec(Annonce.succes("conteneur.active")));
    }

    @Rejouable("un conteneur pas encore activé ne se remplace pas")
    @PostMapping("/remplacements")
    Vue remplacer(
            Connecte qui, @PathVariable String reference, @PathVariable String etape, @PathVariable String question) {
        var espace = espace(qui, reference, etape, question);
        return apres(espace, remettre.remplacer(qui, espace), () -> new Redirection(espace.adresse()));
    }

    @Rejouable("accepter deux fois, c’est accepter")
    @PostMapping("/accords")
    Vue accepter(
            Connecte qui,
            @PathVariable String reference,
            @PathVariable String etape,
            @PathVariable String question,
            @RequestParam(name = "accord-conteneur") Optional<String> accord) {
        var espace = espace(qui, reference, etape, question);
        if (accord.isEmpty()) {
            return page(espace, Erreurs.aucune().ajouter("conteneur-accord", "conteneur.accord.manque"));
        }
        return apres(espace, remettre.accepter(qui, espace), () -> new Redirection(espace.deposer()));
    }

    @GetMapping("/fichier")
    void telecharger(
            Connecte qui,
            @PathVariable String reference,
            @PathVariable String etape,
            @PathVariable String question,
            HttpServletResponse reponse)
            throws IOException {
        var remis = conteneurs
                .courant(espace(qui, reference, etape, question).etape().id(), question)
                .filter(Conteneur::active)
                .orElseThrow(ConteneursController::introuvable);
        reponse.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
        reponse.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        reponse.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(remis.fichier(reference))
                        .build()
                        .toString());
        var deLaReserve = remis.reserve();
        if (deLaReserve != null) {
            reponse.getOutputStream().write(reserve.octets(deLaReserve));
        } else {
            ArchiveVide.ecrire(
                    reponse.getOutputStream(),
                    conteneurs.identifiants(remis).orElseThrow(),
                    textes.de("conteneur.consigne", reference));
        }
    }

    private interface Suite {
        Vue rendre();
    }

    private static Vue apres(EspaceConfidentiel espace, Remise remise, Suite suite) {
        return switch (remise) {
            case Remise.Faite() -> suite.rendre();
            case Remise.Epuisee() -> ailleurs(espace, "conteneur.epuise");
            case Remise.Figee() -> ailleurs(espace, "conteneur.fige");
            case Remise.Perimee() ->
                new Redirection(espace.adresse())
                        .avec(new Annonce(Annonce.Genre.AVERTISSEMENT, new Message("conteneur.perime")));
        };
    }

    private static Vue ailleurs(EspaceConfidentiel espace, String pourquoi) {
        return new Redirection(espace.ancre()).avec(new Annonce(Annonce.Genre.ERREUR, new Message(pourquoi)));
    }

    private ConteneurPage page(EspaceConfidentiel espace, Erreurs erreurs) {
        var etat = conteneurs.etat(espace.etape().id(), espace.question().id());
        var aMontrer = etat.conteneur().filter(conteneur -> !conteneur.active()).flatMap(conteneurs::identifiants);
        return ConteneurPage.de(espace, etat, aMontrer, erreurs);
    }

    private EspaceConfidentiel espace(Connecte qui, String reference, String etape, String question) {
        return espaces.duReferent(qui, reference, etape, question).orElseThrow(ConteneursController::introuvable);
    }

    private static ResponseStatusException introuvable() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
