package fr.convergence.isc.capture;

import fr.convergence.isc.capture.Filmer.Depot;
import fr.convergence.isc.identite.EtatDeVerification.Filmee;
import fr.convergence.isc.identite.Sequence;
import fr.convergence.isc.identite.SequencesFilmees;
import fr.convergence.isc.identite.SequencesFilmees.Film;
import fr.convergence.socle.acces.Acces;
import fr.convergence.socle.contenu.Raison;
import fr.convergence.socle.contenu.Refus;
import fr.convergence.socle.envoi.PlacesDesMorceaux;
import fr.convergence.socle.envoi.Rejouable;
import fr.convergence.socle.fichier.Fichiers;
import fr.convergence.socle.fichier.Reception;
import fr.convergence.socle.fichier.Tus;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Textes;
import fr.convergence.socle.page.Vue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Filmer une séquence et l'envoyer : en direct par la caméra (tus, reprenable), ou par un fichier que le téléphone a filmé. */
@Controller
@Acces(publique = true)
@RequestMapping(OuvrirSurTelephone.CHEMIN)
final class SequencesController {

    private static final String SEQUENCE = "/sequences/{code:[a-z-]{5,20}}";

    /** La page de la caméra, elle seule, peut la demander. */
    private static final String PERMISSIONS = "camera=(self), microphone=(), geolocation=()";

    private final Filmer filmer;
    private final SequencesFilmees sequences;
    private final Fichiers fichiers;
    private final Tus tus;
    private final PlacesDesMorceaux places;
    private final TelephoneController telephone;
    private final Textes textes;

    SequencesController(
            Filmer filmer,
            SequencesFilmees sequences,
            Fichiers fichiers,
            Tus tus,
            PlacesDesMorceaux places,
            TelephoneController telephone,
            Textes textes) {
        this.filmer = filmer;
        this.sequences = sequences;
        this.fichiers = fichiers;
        this.tus = tus;
        this.places = places;
        this.telephone = telephone;
        this.textes = textes;
    }

    @GetMapping(SEQUENCE)
    Vue montrer(@PathVariable String code, HttpServletRequest requete, HttpServletResponse reponse) {
        return page(code, requete, reponse, Erreurs.aucune());
    }

    /** Sans script, ou sans caméra que la page puisse employer. */
    @Rejouable("une séquence reçue n’est plus attendue : le second envoi mène à la suivante")
    @PostMapping(SEQUENCE + "/videos")
    Vue deposer(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable MultipartFile video,
            HttpServletRequest requete,
            HttpServletResponse reponse)
            throws IOException {
        var poste = Poste.mene(requete);
        var sequence = sequence(code);
        var nom = video == null || video.getOriginalFilename() == null ? "" : video.getOriginalFilename();
        if (poste.isEmpty() || sequence == null) {
            return new Redirection(TelephoneController.CHEMIN);
        }
        if (video == null || nom.isEmpty()) {
            return page(code, requete, reponse, Erreurs.aucune().ajouter("video", "capture.secours.manque"));
        }
        return switch (filmer.ouvrir(poste.get(), sequence, nom, video.getSize())) {
            case Depot.Perdu() -> new Redirection(TelephoneController.CHEMIN);
            case Depot.Refuse(var pourquoi) ->
                page(code, requete, reponse, Erreurs.aucune().ajouter("video", pourquoi));
            case Depot.Ouvert(var fichier) -> {
                try (var flux = video.getInputStream()) {
                    var recu = fichiers.recevoir(fichier, poste.get().proprietaire(), flux);
                    yield recu instanceof Reception.Avance
                            ? new Redirection(TelephoneController.CHEMIN)
                            : page(code, requete, reponse, Erreurs.aucune().ajouter("video", "capture.camera.echec"));
                }
            }
        };
    }

    @RequestMapping(path = SEQUENCE + "/envois", method = RequestMethod.OPTIONS)
    void capacites(HttpServletResponse reponse) {
        tus.capacites(reponse);
    }

    @Rejouable("envoi reprenable : le même fichier reprend le même envoi")
    @PostMapping(SEQUENCE + "/envois")
    void creer(@PathVariable String code, HttpServletRequest requete, HttpServletResponse reponse) throws IOException {
        var annonce = tus.annonce(requete, reponse);
        var poste = Poste.mene(requete);
        var sequence = sequence(code);
        if (annonce.isEmpty()) {
            return;
        }
        if (poste.isEmpty() || sequence == null) {
            reponse.setStatus(HttpStatus.NOT_FOUND.value());
            return;
        }
        avecSaPlace(poste.get(), requete, reponse, () -> {
            switch (filmer.ouvrir(
                    poste.get(), sequence, annonce.get().nom(), annonce.get().taille())) {
                case Depot.Ouvert(var fichier) ->
                    tus.cree(
                            requete,
                            reponse,
                            fichier,
                            poste.get().proprietaire(),
                            TelephoneController.CHEMIN + "/envois/" + fichier);
                case Depot.Refuse(var pourquoi) -> refuser(reponse, HttpStatus.UNPROCESSABLE_CONTENT, pourquoi);
                case Depot.Perdu() -> refuser(reponse, HttpStatus.GONE, new Message("capture.ailleurs.quoi"));
            }
        });
    }

    @Rejouable("envoi reprenable : un morceau porte sa position, et ne s’écrit qu’à elle")
    @RequestMapping(
            path = "/envois/{fichier:[0-9a-f-]{36}}",
            method = {RequestMethod.HEAD, RequestMethod.PATCH, RequestMethod.DELETE, RequestMethod.POST})
    void servir(@PathVariable UUID fichier, HttpServletRequest requete, HttpServletResponse reponse)
            throws IOException {
        var poste = Poste.mene(requete);
        if (poste.isEmpty() || !filmer.envoie(poste.get(), fichier)) {
            refuser(reponse, HttpStatus.GONE, new Message("capture.ailleurs.quoi"));
            return;
        }
        avecSaPlace(
                poste.get(),
                requete,
                reponse,
                () -> tus.servir(requete, reponse, fichier, poste.get().proprietaire()));
    }

    private Vue page(String code, HttpServletRequest requete, HttpServletResponse reponse, Erreurs erreurs) {
        var sequence = sequence(code);
        return telephone.tenue(requete, verification -> {
            if (!(verification.etat() instanceof Filmee filmee)
                    || sequence == null
                    || filmee.prochain().filter(sequence::equals).isEmpty()) {
                return new Redirection(TelephoneController.CHEMIN);
            }
            reponse.setHeader("Permissions-Policy", PERMISSIONS);
            return new SequencePage(
                    verification.id(),
                    sequence,
                    filmee.recus().size() + 1,
                    filmee.prise().sequences().size(),
                    filmer.limites(),
                    sequences
                            .celui(verification.id(), sequence)
                            .map(SequencesController::refus)
                            .orElse(null),
                    erreurs);
        });
    }

    /** « VIDEO_COURTE 1 s » : la raison, puis son détail. */
    private static @Nullable Message refus(Film film) {
        var garde = film.refus();
        if (garde == null) {
            return null;
        }
        var morceaux = garde.split(" ", 2);
        return new Refus(Raison.valueOf(morceaux[0]), morceaux[1]).message();
    }

    private static @Nullable Sequence sequence(String code) {
        return Arrays.stream(Sequence.values())
                .filter(sequence -> sequence.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    private interface Envoi {
        void faire() throws IOException;
    }

    /** Un morceau tient sa place en mémoire tant qu'il arrive ; sans place, il reviendra de lui-même. */
    private void avecSaPlace(Poste poste, HttpServletRequest requete, HttpServletResponse reponse, Envoi envoi)
            throws IOException {
        if (!Tus.apporte(requete)) {
            envoi.faire();
            return;
        }
        var place = places.prendre(requete, poste.verification());
        if (place.isEmpty()) {
            tus.plusTard(reponse);
            return;
        }
        try (var _ = place.get()) {
            envoi.faire();
        }
    }

    private void refuser(HttpServletResponse reponse, HttpStatus statut, Message pourquoi) throws IOException {
        reponse.setStatus(statut.value());
        reponse.setHeader("Tus-Resumable", Tus.VERSION);
        reponse.setContentType("text/plain;charset=UTF-8");
        reponse.getOutputStream().write(textes.de(pourquoi).getBytes(StandardCharsets.UTF_8));
    }
}
