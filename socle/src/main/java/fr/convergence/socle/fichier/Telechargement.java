package fr.convergence.socle.fichier;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.ContentDisposition;

/** Comment un fichier déposé se rend : toujours en pièce jointe, jamais affiché ni gardé par le navigateur (PCE-5). */
public final class Telechargement {

    private static final int DEBUT = 64 * 1024;

    private Telechargement() {}

    /**
     * Écrit toute la réponse et ferme la lecture ; l'appelant a vérifié le droit et journalise.
     *
     * @throws IOException si le contenu est altéré : la réponse est coupée, ou n'est pas commencée si c'est dès le début
     */
    public static void servir(Lecture lecture, HttpServletResponse reponse) throws IOException {
        try (lecture) {
            var debut = lecture.flux().readNBytes(DEBUT);
            var fichier = lecture.fichier();
            reponse.setContentType(fichier.format().typeMime());
            reponse.setContentLengthLong(fichier.taille());
            reponse.setHeader(
                    "Content-Disposition",
                    ContentDisposition.attachment()
                            .filename(fichier.nom(), UTF_8)
                            .build()
                            .toString());
            reponse.setHeader("X-Content-Type-Options", "nosniff");
            reponse.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
            reponse.setHeader("Cache-Control", "private, no-store");
            var vers = reponse.getOutputStream();
            vers.write(debut);
            lecture.flux().transferTo(vers);
        }
    }
}
