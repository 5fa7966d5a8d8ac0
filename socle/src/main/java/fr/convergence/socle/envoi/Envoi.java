package fr.convergence.socle.envoi;

import fr.convergence.socle.chiffrement.Coffre;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.UploadContext;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.support.DefaultMultipartHttpServletRequest;

/**
 * Ce que contient un formulaire avec fichiers, lu en deux fois : sa première partie, où est le jeton contre les requêtes
 * forgées ; puis, s'il est bon, les autres.
 */
final class Envoi {

    private static final int PARTIES_MAX = 1_000;

    /** Ce que pèse une partie avant son contenu : entêtes, nom, objets. */
    private static final int PARTIE = 1024;

    private final MultiValueMap<String, MultipartFile> fichiers = new LinkedMultiValueMap<>();
    private final MultiValueMap<String, String> champs = new LinkedMultiValueMap<>();
    private final Map<String, String> types = new HashMap<>();
    private final MultiValueMap<String, String> premiere = new LinkedMultiValueMap<>();
    private final FileUpload lecteur;
    private final UploadContext requete;
    private final CorpsBorne corps;
    private final Reserve.Part part;
    private final Coffre coffre;
    private final Path dossier;
    private @Nullable FileItemIterator parties;
    private @Nullable FileItemStream enAttente;
    private int lues;

    /** @param dossier où attendent les fichiers qui ne tiennent pas en mémoire */
    Envoi(FileUpload lecteur, UploadContext requete, CorpsBorne corps, Reserve.Part part, Coffre coffre, Path dossier) {
        this.lecteur = lecteur;
        this.requete = requete;
        this.corps = corps;
        this.part = part;
        this.coffre = coffre;
        this.dossier = dossier;
    }

    /** Lit la première partie si elle est ce champ ; elle attend sinon, sans être lue. */
    void commencer(String champ, int auPlus) throws IOException {
        var parties = lecteur.getItemIterator(requete);
        this.parties = parties;
        if (!parties.hasNext()) {
            return;
        }
        var debut = parties.next();
        if (debut.isFormField() && champ.equals(debut.getFieldName())) {
            lire(debut, auPlus);
            premiere.addAll(champs);
        } else {
            enAttente = debut;
        }
    }

    /** @param octets ce que tout l'envoi peut peser */
    void finir(long octets) throws IOException {
        corps.permettre(octets);
        premiere.clear();
        if (enAttente != null) {
            lire(enAttente, Integer.MAX_VALUE);
            enAttente = null;
        }
        while (parties != null && parties.hasNext()) {
            lire(parties.next(), Integer.MAX_VALUE);
        }
        part.lue();
    }

    private void lire(FileItemStream partie, int auPlus) throws IOException {
        if (++lues > PARTIES_MAX) {
            throw CorpsRefuse.formulaireTropLong();
        }
        part.prendre(PARTIE);
        try (var octets = partie.openStream()) {
            if (partie.isFormField()) {
                champs.add(partie.getFieldName(), CorpsDeFormulaire.texte(octets, auPlus, part));
            } else {
                fichiers.add(partie.getFieldName(), new FichierEnvoye(partie, octets, part, coffre, dossier));
            }
        }
    }

    /** Ce qui est lu avant que le jeton soit jugé. */
    MultiValueMap<String, String> premiere() {
        return premiere;
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
