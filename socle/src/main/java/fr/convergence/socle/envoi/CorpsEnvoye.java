package fr.convergence.socle.envoi;

import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;
import org.apache.tomcat.util.http.fileupload.UploadContext;

/** Le corps de la requête, tel que le lecteur de Tomcat le demande. */
record CorpsEnvoye(HttpServletRequest requete, CorpsBorne corps) implements UploadContext {

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
    public InputStream getInputStream() {
        return corps;
    }
}
