package fr.convergence.isc.capture;

import fr.convergence.isc.identite.CommencerVerification;
import fr.convergence.socle.acces.Acces;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** L'avancement du téléphone, lu par les scripts : en direct, sinon à la demande. */
@Controller
@Acces(publique = true)
final class SuiviController {

    private final AvancementDirect avancements;
    private final Filmer filmer;

    SuiviController(AvancementDirect avancements, Filmer filmer) {
        this.avancements = avancements;
        this.filmer = filmer;
    }

    /** 204 dit au navigateur de ne pas se reconnecter : la page demande alors elle-même. */
    @GetMapping(path = CommencerVerification.CHEMIN + "/suivi")
    ResponseEntity<SseEmitter> suivre(HttpServletRequest requete) {
        return Poste.suivie(requete)
                .flatMap(avancements::suivre)
                .map(flux -> ResponseEntity.ok()
                        .contentType(MediaType.TEXT_EVENT_STREAM)
                        .cacheControl(CacheControl.noStore())
                        .header("X-Accel-Buffering", "no")
                        .body(flux))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @GetMapping(CommencerVerification.CHEMIN + "/etat")
    ResponseEntity<Map<String, String>> etat(HttpServletRequest requete) {
        return dit(Poste.suivie(requete)
                .map(avancements::de)
                .orElse(OrdinateurPage.Avancement.AUCUN)
                .dit());
    }

    /** Sur le téléphone : tout est-il contrôlé, ou une séquence est-elle à refaire ? */
    @GetMapping(OuvrirSurTelephone.CHEMIN + "/etat")
    ResponseEntity<Map<String, String>> duTelephone(HttpServletRequest requete) {
        return dit(Poste.mene(requete)
                .map(poste -> filmer.tenue(poste)
                        .map(verification -> verification.etat().code().name())
                        .orElse("EN_EXAMEN"))
                .orElse("EXPIREE"));
    }

    private static ResponseEntity<Map<String, String>> dit(String etat) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(Map.of("dit", etat));
    }
}
