package fr.convergence.socle.fichier;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.convergence.socle.contenu.Format;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.ContentDisposition;

/** Comment un fichier déposé se rend : en pièce jointe, jamais gardé par le navigateur (PCE-5). */
public final class Telechargement {

    private static final int DEBUT = 64 * 1024;
    private static final String RIEN_D_AUTRE = "default-src 'none'; form-action 'none'; frame-ancestors 'self'";
    private static final String BAC_A_SABLE = "default-src 'none'; frame-ancestors 'none'; sandbox";
    private static final String BAC_A_SABLE_ENCADRE = "default-src 'none'; frame-ancestors 'self'; sandbox";

    private Telechargement() {}

    /**
     * Écrit toute la réponse et ferme la lecture ; l'appelant a vérifié le droit et journalise.
     *
     * @throws IOException si le contenu est altéré : la réponse est coupée, ou n'est pas commencée si c'est dès le début
     */
    public static void servir(FichierOuvert lecture, HttpServletResponse reponse) throws IOException {
        ecrire(lecture, reponse, ContentDisposition.attachment(), BAC_A_SABLE);
    }

    /**
     * Le même, montré dans l'onglet, ou dans un cadre de nos pages, si c'est un PDF ou une image que rien d'actif ne marque, en pièce jointe et dans le bac
     * à sable sinon.
     */
    public static void montrer(FichierOuvert lecture, HttpServletResponse reponse) throws IOException {
        var fichier = lecture.fichier();
        if (!montrable(fichier.format(), fichier.etat())) {
            servir(lecture, reponse);
            return;
        }
        switch (fichier.format()) {
            // La visionneuse de PDF ne s'ouvre pas dans un bac à sable ; un PDF contrôlé, servi comme tel, n'exécute
            // rien ici.
            case PDF -> ecrire(lecture, reponse, ContentDisposition.inline(), RIEN_D_AUTRE);
            case JPG, PNG -> ecrire(lecture, reponse, ContentDisposition.inline(), BAC_A_SABLE_ENCADRE);
            case DOC, DOCX, XLS, XLSX, PPT, PPTX, ODT, ODS, ODP, ZIP, ZED, WEBM, MP4, CSV -> servir(lecture, reponse);
        }
    }

    /** Une vidéo, que la balise d’une de nos pages joue ; ouverte seule, elle est dans le bac à sable. */
    public static void jouer(FichierOuvert lecture, HttpServletResponse reponse) throws IOException {
        ecrire(lecture, reponse, ContentDisposition.inline(), BAC_A_SABLE);
    }

    public static boolean montrable(Format format) {
        return format == Format.PDF || format == Format.JPG || format == Format.PNG;
    }

    public static boolean montrable(Format format, EtatFichier etat) {
        return montrable(format) && etat.marquesVues().isEmpty();
    }

    private static void ecrire(
            FichierOuvert lecture,
            HttpServletResponse reponse,
            ContentDisposition.Builder disposition,
            String politique)
            throws IOException {
        try (lecture) {
            var debut = lecture.flux().readNBytes(DEBUT);
            var fichier = lecture.fichier();
            reponse.setContentType(fichier.format().typeMime());
            reponse.setContentLengthLong(fichier.taille());
            reponse.setHeader(
                    "Content-Disposition",
                    disposition.filename(fichier.nom(), UTF_8).build().toString());
            reponse.setHeader("X-Content-Type-Options", "nosniff");
            reponse.setHeader("Content-Security-Policy", politique);
            reponse.setHeader("Cache-Control", "private, no-store");
            var vers = reponse.getOutputStream();
            vers.write(debut);
            lecture.flux().transferTo(vers);
        }
    }
}
