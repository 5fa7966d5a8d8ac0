package fr.convergence.socle.envoi;

import java.io.IOException;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.apache.tomcat.util.http.fileupload.MultipartStream.MalformedStreamException;
import org.apache.tomcat.util.http.fileupload.impl.FileCountLimitExceededException;
import org.apache.tomcat.util.http.fileupload.impl.FileUploadIOException;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Un corps de requête qu'on cesse de lire : trop gros, trop lent, mal écrit, ou trop à la fois. */
final class CorpsRefuse extends IOException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus statut;
    private final boolean formulaire;

    CorpsRefuse(HttpStatus statut) {
        this(statut, false);
    }

    private CorpsRefuse(HttpStatus statut, boolean formulaire) {
        super(statut.toString());
        this.statut = statut;
        this.formulaire = formulaire;
    }

    /** Trop de champs, ou trop de texte : ce ne sont pas les fichiers qui pèsent. */
    static CorpsRefuse formulaireTropLong() {
        return new CorpsRefuse(HttpStatus.CONTENT_TOO_LARGE, true);
    }

    boolean formulaire() {
        return formulaire;
    }

    HttpStatus statut() {
        return statut;
    }

    /** Ce qui lit un corps. */
    interface Lecture {
        void faire() throws IOException;
    }

    /** Pourquoi la lecture n'a pas abouti ; rien si elle a abouti. */
    static @Nullable CorpsRefuse pendant(Lecture lecture) throws IOException {
        try {
            lecture.faire();
            return null;
        } catch (CorpsRefuse refus) {
            return refus;
        } catch (FileUploadException
                | FileUploadIOException
                | MalformedStreamException
                | InvalidFileNameException refus) {
            return refus(refus);
        }
    }

    private static CorpsRefuse refus(Throwable erreur) {
        for (Throwable cause = erreur; cause != null; cause = cause.getCause()) {
            if (cause instanceof CorpsRefuse corps) {
                return corps;
            }
            if (cause instanceof SizeException || cause instanceof FileCountLimitExceededException) {
                return new CorpsRefuse(HttpStatus.CONTENT_TOO_LARGE);
            }
        }
        return new CorpsRefuse(HttpStatus.BAD_REQUEST);
    }
}
