package fr.convergence.socle.envoi;

import fr.convergence.socle.chiffrement.Coffre;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.apache.tomcat.util.http.fileupload.MultipartStream.MalformedStreamException;
import org.apache.tomcat.util.http.fileupload.UploadContext;
import org.apache.tomcat.util.http.fileupload.impl.FileCountLimitExceededException;
import org.apache.tomcat.util.http.fileupload.impl.FileUploadIOException;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/**
 * Lit les formulaires avec fichiers à la place du serveur, qui les rangerait en clair dans son dossier temporaire. Passe
 * avant le filtre du jeton contre les requêtes forgées : le jeton est l'un des champs.
 */
@Component
@Order(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 10)
final class LectureDesEnvois extends OncePerRequestFilter {

    private final Coffre coffre;
    private final Path dossier;
    private final DataSize parFichier;
    private final DataSize enTout;

    LectureDesEnvois(
            Coffre coffre,
            @Value("${convergence.envois.dossier:${java.io.tmpdir}}") Path dossier,
            @Value("${convergence.envois.par-fichier:105MB}") DataSize parFichier,
            @Value("${convergence.envois.en-tout:110MB}") DataSize enTout) {
        this.coffre = coffre;
        this.dossier = dossier;
        this.parFichier = parFichier;
        this.enTout = enTout;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest requete) {
        var type = requete.getContentType();
        return type == null
                || !type.regionMatches(true, 0, "multipart/form-data", 0, "multipart/form-data".length())
                || WebUtils.getNativeRequest(requete, MultipartHttpServletRequest.class) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite)
            throws ServletException, IOException {
        var envoi = new Envoi(coffre, dossier);
        try {
            var refus = lire(requete, envoi);
            if (refus.isError()) {
                reponse.sendError(refus.value());
            } else {
                suite.doFilter(envoi.dans(requete), reponse);
            }
        } finally {
            envoi.effacer();
        }
    }

    private HttpStatus lire(HttpServletRequest requete, Envoi envoi) throws IOException {
        try {
            envoi.lire(lecteur().getItemIterator(new Corps(requete)));
            return HttpStatus.OK;
        } catch (FileUploadIOException enveloppe) {
            return statut(enveloppe.getCause());
        } catch (FileUploadException | MalformedStreamException | InvalidFileNameException refus) {
            return statut(refus);
        }
    }

    private static HttpStatus statut(@Nullable Throwable refus) {
        return refus instanceof SizeException || refus instanceof FileCountLimitExceededException
                ? HttpStatus.CONTENT_TOO_LARGE
                : HttpStatus.BAD_REQUEST;
    }

    private FileUpload lecteur() {
        var lecteur = new FileUpload();
        lecteur.setFileSizeMax(parFichier.toBytes());
        lecteur.setSizeMax(enTout.toBytes());
        lecteur.setHeaderEncoding("UTF-8");
        return lecteur;
    }

    /** Le corps de la requête, tel que le lecteur de Tomcat le demande. */
    private record Corps(HttpServletRequest requete) implements UploadContext {

        @Override
        public long contentLength() {
            return requete.getContentLengthLong();
        }

        @Override
        public String getCharacterEncoding() {
            return requete.getCharacterEncoding();
        }

        @Override
        public String getContentType() {
            return requete.getContentType();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return requete.getInputStream();
        }
    }
}
