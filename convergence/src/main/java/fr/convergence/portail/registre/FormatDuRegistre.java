package fr.convergence.portail.registre;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** Les formats que l'import reconnaît, et ce dont chacun donne la liste entière. */
enum FormatDuRegistre {
    /** Le dossier préparé : {@code entites_juridiques.csv}, {@code entites_geographiques.csv}, {@code ght.csv}, {@code ght_membres.csv}. */
    DOSSIER_CSV(true, true, true),
    /** Le même, quand il dit ses établissements inventés : ils servent à essayer, et ne viennent d'aucun répertoire. */
    DOSSIER_D_ESSAI(true, true, true),
    /** Entités juridiques du flux Etalab, 23 champs. */
    CS1100501(true, false, false),
    /** Établissements du flux Etalab, 32 champs ; les lignes de géolocalisation de {@code cs1100507} y sont passées. */
    CS1100502(false, true, false),
    /** Le flux FINESS+ quotidien. */
    FINESS_PLUS(true, true, true);

    private static final byte[] MARQUE_UTF_8 = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int AMORCE = 4096;
    private static final String ARCHIVE_ZIP = "PK\3\4";

    private final boolean listeEj;
    private final boolean listeEg;
    private final boolean listeGht;

    FormatDuRegistre(boolean listeEj, boolean listeEg, boolean listeGht) {
        this.listeEj = listeEj;
        this.listeEg = listeEg;
        this.listeGht = listeGht;
    }

    /** Vrai quand une EJ absente du fichier est une EJ fermée. */
    boolean listeEj() {
        return listeEj;
    }

    boolean listeEg() {
        return listeEg;
    }

    boolean listeGht() {
        return listeGht;
    }

    static Lecteur reconnaitre(Path chemin) throws IOException, FichierRefuse {
        if (Files.isDirectory(chemin)) {
            return new LecteurDossier(chemin);
        }
        if (!Files.isRegularFile(chemin)) {
            throw new FichierRefuse("%s n’existe pas".formatted(chemin.getFileName()));
        }
        if (Files.size(chemin) == 0) {
            throw new FichierRefuse("%s est vide".formatted(chemin.getFileName()));
        }
        String debut;
        try (var flux = ouvrir(chemin)) {
            debut = new String(flux.readNBytes(AMORCE), StandardCharsets.ISO_8859_1);
        }
        if (debut.stripLeading().startsWith("{")) {
            return new LecteurFinessPlus(chemin);
        }
        for (var disposition : LecteurEtalab.Disposition.values()) {
            if (disposition.commence(debut)) {
                return new LecteurEtalab(chemin, disposition);
            }
        }
        if (debut.startsWith(ARCHIVE_ZIP)) {
            throw new FichierRefuse(
                    "%s est une archive ZIP ou un classeur : envoyez le fichier publié, tel quel ou compressé par gzip"
                            .formatted(chemin.getFileName()));
        }
        var nom = chemin.getFileName().toString();
        throw LecteurDossier.envoyeSeul(nom, debut)
                .orElseGet(() -> new FichierRefuse("%s : format non reconnu".formatted(nom)));
    }

    /** Décompresse à la volée ce qui l'est, reconnu à ses deux premiers octets ; sans l'indicateur d'ordre d'un tableur. */
    static InputStream ouvrir(Path chemin) throws IOException {
        var brut = new BufferedInputStream(Files.newInputStream(chemin), 64 * 1024);
        try {
            brut.mark(2);
            var gzip = brut.read() == 0x1f && brut.read() == 0x8b;
            brut.reset();
            return sansMarque(gzip ? new BufferedInputStream(new GZIPInputStream(brut, 64 * 1024), 64 * 1024) : brut);
        } catch (IOException e) {
            brut.close();
            throw e;
        }
    }

    /** L'indicateur d'ordre des octets (UTF-8) n'est d'aucun format : le fichier se lit comme s'il n'y était pas. */
    private static InputStream sansMarque(BufferedInputStream flux) throws IOException {
        flux.mark(MARQUE_UTF_8.length);
        if (!Arrays.equals(flux.readNBytes(MARQUE_UTF_8.length), MARQUE_UTF_8)) {
            flux.reset();
        }
        return flux;
    }
}
