package fr.convergence.socle.captcha;

import fr.convergence.socle.acces.Acces;
import fr.convergence.socle.envoi.Rejouable;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Textes;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
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

    private static final MediaType TEXTE = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final Captchas captchas;
    private final Textes textes;
    private final Clock horloge;

    CaptchaController(Captchas captchas, Textes textes, Clock horloge) {
        this.captchas = captchas;
        this.textes = textes;
        this.horloge = horloge;
    }

    @GetMapping("/image")
    ResponseEntity<Resource> image(@PathVariable UUID id) {
        return rendu(captchas.image(id), MediaType.IMAGE_PNG);
    }

    @GetMapping("/son")
    ResponseEntity<Resource> son(@PathVariable UUID id) {
        return rendu(captchas.son(id), WAV);
    }

    /** 204 quand d'autres caractères sont tirés, 409 quand il faut recharger la page, 429 et le texte à dire sous le frein. */
    @Rejouable("dessine une autre image du même contrôle")
    @PostMapping
    ResponseEntity<String> renouveler(@PathVariable UUID id, HttpServletRequest requete) {
        return switch (captchas.renouveler(id, requete.getRemoteAddr())) {
            case Renouvellement.Fait() -> ResponseEntity.noContent().build();
            case Renouvellement.Perime() ->
                ResponseEntity.status(HttpStatus.CONFLICT).build();
            case Renouvellement.Freine(var jusqu) ->
                ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                        .header(HttpHeaders.RETRY_AFTER, attente(jusqu))
                        .contentType(TEXTE)
                        .body(textes.de("captcha.frein", Formats.heure(jusqu)));
        };
    }

    private String attente(Instant jusqu) {
        return String.valueOf(
                Math.max(1, Duration.between(horloge.instant(), jusqu).toSeconds()));
    }

    private static ResponseEntity<Resource> rendu(Optional<byte[]> octets, MediaType type) {
        return octets.map(contenu -> ResponseEntity.ok()
                        .contentType(type)
                        .cacheControl(CacheControl.noStore())
                        .<Resource>body(new ByteArrayResource(contenu)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
