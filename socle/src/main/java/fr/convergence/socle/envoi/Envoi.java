package fr.convergence.socle.envoi;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.convergence.socle.chiffrement.Coffre;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.impl.FileCountLimitExceededException;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.support.DefaultMultipartHttpServletRequest;

/** Ce que contient un formulaire avec fichiers, partie après partie. */
final class Envoi {

    private static final int PARTIES_MAX = 2_000;
    private static final int TEXTES_MAX = 2 * 1024 * 1024; // octets, comme un formulaire sans fichier

    private final MultiValueMap<String, MultipartFile> fichiers = new LinkedMultiValueMap<>();
    private final MultiValueMap<String, String> champs = new LinkedMultiValueMap<>();
    private final Map<String, String> types = new HashMap<>();
    private final Coffre coffre;
    private final Path dossier;
    private int place = TEXTES_MAX;

    /** @param dossier où attendent les fichiers qui ne tiennent pas en mémoire */
    Envoi(Coffre coffre, Path dossier) {
        this.coffre = coffre;
        this.dossier = dossier;
    }

    void lire(FileItemIterator parties) throws IOException {
        for (var lues = 0; parties.hasNext(); lues++) {
            if (lues == PARTIES_MAX) {
                throw new FileCountLimitExceededException("Trop de parties", PARTIES_MAX);
            }
            lire(parties.next());
        }
    }

    private void lire(FileItemStream partie) throws IOException {
        try (var octets = partie.openStream()) {
            if (partie.isFormField()) {
                var valeur = octets.readNBytes(place + 1);
                if (valeur.length > place) {
                    throw new FileCountLimitExceededException("Trop de texte", TEXTES_MAX);
                }
                place -= valeur.length;
                champs.add(partie.getFieldName(), new String(valeur, UTF_8));
            } else {
                fichiers.add(partie.getFieldName(), new FichierEnvoye(partie, octets, coffre, dossier));
            }
        }
    }

    HttpServletRequest dans(HttpServletRequest requete) {
        var parametres = new HashMap<String, String[]>();
        champs.forEach((nom, valeurs) -> parametres.put(nom, valeurs.toArray(String[]::new)));
        return new DefaultMultipartHttpServletRequest(requete, fichiers, parametres, types);
    }

    void effacer() throws IOException {
        for (var fichier :
                fichiers.values().stream().flatMap(java.util.List::stream).toList()) {
            ((FichierEnvoye) fichier).effacer();
        }
    }
}
