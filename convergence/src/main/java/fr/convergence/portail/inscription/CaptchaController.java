package fr.convergence.portail.inscription;

import fr.convergence.portail.acces.Acces;
import fr.convergence.socle.captcha.Captchas;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** L'image, le son et le renouvellement du contrôle de sécurité (INS-1). */
@Controller
@Acces(publique = true)
@RequestMapping("/captcha/{id}")
final class CaptchaController {

    private static final MediaType WAV = MediaType.parseMediaType("audio/wav");

    private final Captchas captchas;

    CaptchaController(Captchas captchas) {
        this.captchas = captchas;
    }

    @GetMapping("/image")
    ResponseEntity<Resource> image(@PathVariable UUID id) {
        return rendu(captchas.image(id), MediaType.IMAGE_PNG);
    }

    @GetMapping("/son")
    ResponseEntity<Resource> son(@PathVariable UUID id) {
        return rendu(captchas.son(id), WAV);
    }

    /** 204 quand d'autres caractères sont tirés, 409 quand il faut recharger la page : défi consommé, ou trop de demandes. */
    @PostMapping
    ResponseEntity<Void> renouveler(@PathVariable UUID id, HttpServletRequest requete) {
        var statut = captchas.renouveler(id, requete.getRemoteAddr()) ? HttpStatus.NO_CONTENT : HttpStatus.CONFLICT;
        return ResponseEntity.status(statut).build();
    }

    private static ResponseEntity<Resource> rendu(Optional<byte[]> octets, MediaType type) {
        return octets.map(contenu -> ResponseEntity.ok()
                        .contentType(type)
                        .cacheControl(CacheControl.noStore())
                        .<Resource>body(new ByteArrayResource(contenu)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
