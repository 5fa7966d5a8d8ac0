package fr.convergence.socle.contenu;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import fr.convergence.socle.lecture.Octets;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Une archive déposée, ou un document Office qui en est une : son rangement, puis chacune de ses entrées. */
final class ControleZip {

    static final int LOCALE = 0x04034b50;
    private static final int LOCALE_TAILLE = 30;
    private static final int RANGEE = 0;
    private static final int DEGONFLEE = 8;

    /** « AES Encryption Information » de WinZip : deux clés de 256 bits et deux octets de contrôle, en mille tours. */
    private static final int AES = 99;

    private static final int EXTENSION_AES = 0x9901;
    private static final int FORCE_256 = 3;
    private static final int SEL = 16;
    private static final int TOURS = 1_000;
    private static final int CLES_EN_BITS = (32 + 32 + 2) * 8;

    /** Entre deux entrées : un descripteur de données, un alignement ; pas un second contenu. */
    private static final int TROU_MAX = 64 * 1024;

    private static final Set<String> DU_POSTE = Set.of(".ds_store", "thumbs.db", "desktop.ini");

    private ControleZip() {}

    static void controler(Octets octets, Format format, ArchiveChiffree archives, Trouvailles trouvailles)
            throws IOException {
        if (octets.taille() < 4 || octets.lire(0, 4).getInt() != LOCALE) {
            throw estVide(octets) ? new ContenuRefuse(vide(archives)) : refusDuDebut(octets);
        }
        var examen = ExamenArchive.de(new BudgetArchive(octets.taille()), archives, trouvailles);
        parcourir(octets, examen);
        examen.conclure(format);
    }

    private static Raison vide(ArchiveChiffree archives) {
        return archives == ArchiveChiffree.EXIGEE ? Raison.CONTENEUR_VIDE : Raison.VIDE;
    }

    /** Lit une à une les entrées d'une archive, la sienne ou celle qu'une autre contient. */
    static void parcourir(Octets octets, ExamenArchive examen) throws IOException {
        var repertoire = RepertoireZip.lire(octets);
        var fin = 0L;
        for (var entree : repertoire.entrees()) {
            suivre(fin, entree.position(), fin == 0 ? 0 : TROU_MAX);
            var donnees = donnees(octets, entree);
            fin = donnees + entree.compresse();
            suivre(fin, repertoire.debut(), Long.MAX_VALUE - fin);
            examiner(octets, entree, donnees, examen);
        }
        suivre(fin, repertoire.debut(), TROU_MAX);
    }

    /** Refuse ce qui se chevauche, et ce qui laisse la place d'un second contenu. */
    private static void suivre(long fin, long position, long trou) throws ContenuRefuse {
        if (position < fin || position > fin + trou) {
            throw new ContenuRefuse(Raison.AMBIGU);
        }
    }

    /**
     * Vide d'une archive où l'on a ajouté quelque chose, et dont chaque fichier est chiffré en AES-256 sous ce mot de passe
     * (WinZip AE-1, AE-2). Rien ne s'y déchiffre : chaque fichier porte deux octets tirés du mot de passe.
     *
     * @param consigne le fichier qui s'y trouvait quand elle a été remise
     */
    static Optional<Raison> conteneur(Octets octets, char[] motDePasse, String consigne) throws IOException {
        var fichiers = RepertoireZip.lire(octets).entrees().stream()
                .filter(entree -> !entree.dossier())
                .toList();
        for (var fichier : fichiers) {
            if (!fichier.chiffree()
                    || fichier.methode() != AES
                    || !force256(octets, fichier)
                    || !verifie(octets, donnees(octets, fichier), motDePasse)) {
                return Optional.of(Raison.CONTENEUR_AUTRE);
            }
        }
        return fichiers.stream().allMatch(fichier -> rienDAjoute(fichier, consigne))
                ? Optional.of(Raison.CONTENEUR_VIDE)
                : Optional.empty();
    }

    /** Un fichier sans un octet, la consigne, ou ce qu'un poste range de lui-même dans un dossier, ne prouve rien. */
    private static boolean rienDAjoute(EntreeZip fichier, String consigne) {
        var nom = fichier.nom().substring(fichier.nom().lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return fichier.clair() == 0
                || nom.equals(consigne.toLowerCase(Locale.ROOT))
                || nom.startsWith("._")
                || DU_POSTE.contains(nom);
    }

    /** Ce que dit son extension 0x9901 : deux octets de version, « AE », la force. */
    private static boolean force256(Octets octets, EntreeZip entree) throws IOException {
        var nom = Short.toUnsignedInt(octets.lire(entree.position() + 26, 2).getShort());
        var extra = Short.toUnsignedInt(octets.lire(entree.position() + 28, 2).getShort());
        var champs = octets.lire(entree.position() + LOCALE_TAILLE + nom, extra);
        while (champs.remaining() >= 4) {
            var sorte = Short.toUnsignedInt(champs.getShort());
            var taille = Short.toUnsignedInt(champs.getShort());
            if (taille > champs.remaining()) {
                return false;
            }
            if (sorte == EXTENSION_AES) {
                return taille >= 7 && champs.get(champs.position() + 4) == FORCE_256;
            }
            champs.position(champs.position() + taille);
        }
        return false;
    }

    private static boolean verifie(Octets octets, long donnees, char[] motDePasse) throws IOException {
        var sel = octets.lire(donnees, SEL).array();
        var attendu = octets.lire(donnees + SEL, 2).array();
        try {
            var cles = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA1")
                    .generateSecret(new PBEKeySpec(motDePasse, sel, TOURS, CLES_EN_BITS))
                    .getEncoded();
            return Arrays.equals(attendu, Arrays.copyOfRange(cles, cles.length - 2, cles.length));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean estVide(Octets octets) throws IOException {
        return octets.taille() == 22 && octets.lire(0, 4).getInt() == 0x06054b50;
    }

    /** Un document Office sous mot de passe n'est plus une archive mais un fichier composé. */
    private static ContenuRefuse refusDuDebut(Octets octets) throws IOException {
        if (ControleCfb.commence(octets.debut(8))) {
            ControleCfb.refuserChiffre(octets);
        }
        return RepertoireZip.cacheDans(octets).isPresent()
                ? new ContenuRefuse(Raison.AMBIGU)
                : Controles.different(octets);
    }

    /** Où commencent les données d'une entrée, son en-tête locale disant bien la même chose que le répertoire. */
    private static long donnees(Octets octets, EntreeZip entree) throws IOException {
        var entete = octets.lire(entree.position(), LOCALE_TAILLE);
        var nom = Short.toUnsignedInt(entete.getShort(26));
        var extra = Short.toUnsignedInt(entete.getShort(28));
        if (entete.getInt(0) != LOCALE) {
            throw new ContenuRefuse(Raison.ILLISIBLE);
        }
        var memeNom = new String(
                        octets.lire(entree.position() + LOCALE_TAILLE, nom).array(), ISO_8859_1)
                .equals(entree.nom());
        if (!memeNom
                || Short.toUnsignedInt(entete.getShort(8)) != entree.methode()
                || (entete.getShort(6) & 1) == 1 != entree.chiffree()) {
            throw new ContenuRefuse(Raison.AMBIGU);
        }
        return entree.position() + LOCALE_TAILLE + nom + extra;
    }

    private static void examiner(Octets octets, EntreeZip entree, long donnees, ExamenArchive examen)
            throws IOException {
        if (entree.lien()) {
            throw new ContenuRefuse(Raison.ARCHIVE_CHEMIN);
        }
        if (entree.chiffree()) {
            examen.chiffree(entree.nom());
            return;
        }
        var crc = new CRC32();
        var decompresseur = new Inflater(true);
        try {
            var brut = octets.flux(donnees, donnees + entree.compresse());
            examen.entree(entree.nom(), new CheckedInputStream(decompresse(brut, entree, decompresseur), crc));
            var lus = entree.methode() == RANGEE ? entree.compresse() : decompresseur.getBytesWritten();
            if (crc.getValue() != entree.crc() || lus != entree.clair()) {
                throw new ContenuRefuse(Raison.ILLISIBLE);
            }
        } finally {
            decompresseur.end();
        }
    }

    private static InputStream decompresse(InputStream brut, EntreeZip entree, Inflater decompresseur)
            throws ContenuRefuse {
        return switch (entree.methode()) {
            case RANGEE -> brut;
            case DEGONFLEE -> new InflaterInputStream(brut, decompresseur, 8192);
            default -> throw new ContenuRefuse(Raison.ARCHIVE_METHODE);
        };
    }
}
