package fr.convergence.portail.piece;

import fr.convergence.portail.acces.ReserveA;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.formulaire.Trame;
import fr.convergence.socle.contenu.Format;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** « Télécharger la trame » : ce qu'un référent remplit et redépose ; un vérificateur peut vouloir la même. */
@Controller
@ReserveA({Role.REFERENT, Role.ARS, Role.ANS, Role.OPERATEUR})
final class TramesController {

    private static final Duration GARDEE = Duration.ofHours(1);

    @GetMapping("/trames/{trame:[a-z0-9][a-z0-9-]{0,59}}")
    ResponseEntity<byte[]> trame(@PathVariable("trame") String nom) {
        var trame = Trame.nommee(nom).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var format = Format.deExtension(trame.extension()).orElseThrow();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, format.typeMime())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(trame.fichier())
                                .build()
                                .toString())
                .cacheControl(CacheControl.maxAge(GARDEE).cachePrivate())
                .eTag(DigestUtils.md5DigestAsHex(trame.octets()))
                .body(trame.octets());
    }
}
