package fr.convergence.socle.envoi;

import static java.util.Objects.requireNonNull;

import fr.convergence.socle.chiffrement.Coffre;
import fr.convergence.socle.identifiant.FormeNormale;
import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.UploadContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.support.DefaultMultipartHttpServletRequest;

/**
 * Ce que contient un formulaire avec fichiers, lu en deux fois : sa première partie, où est le jeton contre les requêtes
 * forgées ; puis, s'il est bon, les autres.
 */
final class Envoi {

    /** Ce que pèse une partie avant son contenu : entêtes, nom, objets. */
    private static final int PARTIE = 1024;

    private final MultiValueMap<String, MultipartFile> fichiers = new LinkedMultiValueMap<>();
    private final MultiValueMap<String, String> champs = new LinkedMultiValueMap<>();
    private final MultiValueMap<String, String> jetes = new LinkedMultiValueMap<>();
    private final Map<String, String> types = new HashMap<>();
    private final MultiValueMap<String, String> premiere = new LinkedMultiValueMap<>();
    private final FileUpload lecteur;
    private final UploadContext requete;
    private final CorpsBorne corps;
    private final long parFichier;
    private final Reserve.Part part;
    private final Coffre coffre;
    private final Path dossier;
    private @Nullable FileItemIterator parties;
    private @Nullable FileItemStream enAttente;
    private int lues;
    private boolean fini;

    /** @param dossier où attendent les fichiers qui ne tiennent pas en mémoire */
    Envoi(
            FileUpload lecteur,
            UploadContext requete,
            CorpsBorne corps,
            long parFichier,
            Reserve.Part part,
            Coffre coffre,
            Path dossier) {
        this.parFichier = parFichier;
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
        fini = true;
        part.lue();
    }

    /**
     * Les champs des autres parties, pour les rendre : les fichiers se jettent à mesure.
     *
     * @param octets ce qui se lit de l'envoi
     * @param texte ce que tous ses champs peuvent peser
     */
    void finirSansFichiers(long octets, int texte, Duration duree) throws IOException {
        if (fini) {
            return;
        }
        fini = true;
        corps.permettre(octets);
        corps.presser(duree);
        if (parties == null) {
            parties = lecteur.getItemIterator(requete);
        }
        var reste = texte;
        if (enAttente != null) {
            reste -= rendre(enAttente, reste);
            enAttente = null;
        }
        while (parties.hasNext()) {
            reste -= rendre(parties.next(), reste);
        }
        part.lue();
    }

    /** Ce que pèse le champ gardé ; un fichier ne laisse que son nom, et son contenu passe sans être ouvert. */
    private int rendre(FileItemStream partie, int auPlus) throws IOException {
        if (partie.isFormField()) {
            lire(partie, auPlus);
            return requireNonNull(champs.get(partie.getFieldName())).getLast().length();
        }
        compter();
        jetes.add(partie.getFieldName(), String.valueOf(partie.getName()));
        return 0;
    }

    private void lire(FileItemStream partie, int auPlus) throws IOException {
        compter();
        try (var octets = partie.openStream()) {
            if (partie.isFormField()) {
                champs.add(partie.getFieldName(), CorpsDeFormulaire.texte(octets, auPlus, part));
            } else {
                recevoir(partie, octets);
            }
        }
    }

    /** D'un fichier trop gros, il reste le nom : ce qui le suit se lit encore. */
    private void recevoir(FileItemStream partie, InputStream octets) throws IOException {
        try {
            var borne = new FichierBorne(octets, parFichier);
            fichiers.add(partie.getFieldName(), new FichierEnvoye(partie, borne, part, coffre, dossier));
        } catch (CorpsRefuse refus) {
            jetes.add(partie.getFieldName(), String.valueOf(partie.getName()));
            throw refus;
        }
    }

    /** Le contenu d'un fichier, dont on ne lit pas plus que permis. */
    private static final class FichierBorne extends FilterInputStream {

        private long reste;

        FichierBorne(InputStream octets, long auPlus) {
            super(octets);
            reste = auPlus;
        }

        @Override
        public int read() throws IOException {
            return compter(super.read(), 1);
        }

        @Override
        public int read(byte[] vers, int debut, int longueur) throws IOException {
            var lus = super.read(vers, debut, longueur);
            return compter(lus, lus);
        }

        private int compter(int rendu, int lus) throws CorpsRefuse {
            reste -= rendu < 0 ? 0 : lus;
            if (reste < 0) {
                throw new CorpsRefuse(HttpStatus.CONTENT_TOO_LARGE);
            }
            return rendu;
        }
    }

    /** Vrai quand sa fin est lue. */
    boolean fini() {
        return fini;
    }

    private void compter() throws CorpsRefuse {
        if (++lues > LimitesDesCorps.PARTIES) {
            throw CorpsRefuse.formulaireTropLong();
        }
        part.prendre(PARTIE);
    }

    MultiValueMap<String, String> champs() {
        return champs;
    }

    /** Par champ, les noms des fichiers, gardés ou jetés ; un champ de fichier laissé vide n'en a pas. */
    Map<String, List<String>> noms() {
        var noms = new LinkedHashMap<String, List<String>>();
        fichiers.forEach((champ, gardes) ->
                gardes.forEach(fichier -> nommer(noms, champ, String.valueOf(fichier.getOriginalFilename()))));
        jetes.forEach((champ, perdus) -> perdus.forEach(nom -> nommer(noms, champ, nom)));
        return noms;
    }

    private static void nommer(Map<String, List<String>> noms, String champ, String nom) {
        if (!FormeNormale.vide(nom)) {
            noms.computeIfAbsent(champ, _ -> new ArrayList<>()).add(nom);
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
        for (var fichier : fichiers.values().stream().flatMap(List::stream).toList()) {
            ((FichierEnvoye) fichier).effacer();
        }
    }
}
