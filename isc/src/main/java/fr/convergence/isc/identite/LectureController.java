package fr.convergence.isc.identite;

import fr.convergence.isc.acces.Fonction;
import fr.convergence.isc.acces.Membre;
import fr.convergence.isc.acces.ReserveAux;
import fr.convergence.isc.compte.Comptes;
import fr.convergence.isc.identite.LecteursPage.Ligne;
import fr.convergence.socle.fichier.Telechargement;
import fr.convergence.socle.page.Annonce;
import fr.convergence.socle.page.Redirection;
import fr.convergence.socle.page.Vue;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Voir une vidéo, et dire quels opérateurs le peuvent (ISC-6). */
@Controller
@ReserveAux(Fonction.OPERATEUR)
@RequestMapping("/administration")
final class LectureController {

    private static final String LECTEURS = "/administration/lecteurs";

    private final LecteursDeVideos lecteurs;
    private final Comptes comptes;

    LectureController(LecteursDeVideos lecteurs, Comptes comptes) {
        this.lecteurs = lecteurs;
        this.comptes = comptes;
    }

    @GetMapping("/identites/{id:[0-9a-f-]{36}}/{code:[a-z-]{5,20}}")
    void voir(@PathVariable UUID id, @PathVariable String code, Membre qui, HttpServletResponse reponse)
            throws IOException {
        var video = Arrays.stream(Sequence.values())
                .filter(sequence -> sequence.code().equals(code))
                .findFirst()
                .flatMap(sequence -> lecteurs.ouvrir(qui, id, sequence))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Telechargement.jouer(video, reponse);
    }

    @GetMapping("/lecteurs")
    Vue lister(Membre qui) {
        var nommes = lecteurs.nommes();
        return new LecteursPage(comptes.operateurs().stream()
                .map(compte -> new Ligne(
                        compte.id(),
                        compte.personne().prenom() + " " + compte.personne().nom(),
                        nommes.contains(compte.id()),
                        compte.id().equals(qui.compte())))
                .toList());
    }

    @PostMapping("/lecteurs")
    Vue nommer(@RequestParam UUID compte, Membre qui) {
        return new Redirection(LECTEURS)
                .avec(
                        lecteurs.nommer(compte, qui)
                                ? Annonce.succes("identite.lecteurs.nomme")
                                : Annonce.avertissement("identite.lecteurs.impossible"));
    }

    @PostMapping("/lecteurs/{compte}/retraits")
    Vue retirer(@PathVariable UUID compte, Membre qui) {
        lecteurs.retirer(compte, qui);
        return new Redirection(LECTEURS).avec(Annonce.succes("identite.lecteurs.retire"));
    }
}
