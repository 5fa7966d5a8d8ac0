package fr.convergence.socle.lecture;

import fr.convergence.socle.lecture.LecteurPdf.Jeton;
import fr.convergence.socle.lecture.LecteurPdf.Sorte;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.springframework.util.StreamUtils;

/**
 * Un PDF lu d'un bout à l'autre, objet par objet, comme le fait un lecteur quand la table des positions est fausse.
 *
 * <p>Rien n'est gardé que quelques dictionnaires ; d'un flux, seuls sont décompressés ceux qui rangent d'autres objets, et
 * jusqu'à une limite.
 */
public final class ParcoursPdf {

    /** Ce par quoi commence une archive, lu petit-boutiste. */
    private static final int ARCHIVE = 0x04034b50;

    private static final int TAMPON = 4096;
    private static final int GARDES = 64;

    /** Ce qu'on accepte de décompresser pour y chercher des noms ; au-delà, on dit ne pas avoir tout lu. */
    private static final int DECOMPRESSE_MAX = 64 * 1024 * 1024;

    /** Qui regarde passer les mots, les pièces jointes et ce qui ne se lit pas. */
    public interface Guet extends DicoPdf.Guetteur {

        /** @param debut ses premiers octets, en clair ; vide s'ils ne se lisent pas */
        void pieceJointe(byte[] debut) throws IOException;

        void nonLu() throws IOException;
    }

    private final Octets octets;
    private final FinsDeFluxPdf fins;
    private final Guet guet;
    private final boolean chiffre;
    private final OptionalLong archive;
    private final List<DicoPdf> amorces = new ArrayList<>();
    private final Map<String, DicoPdf> chiffrements = new HashMap<>();

    private long decompresse;
    private long derniereFin = -1;
    private long dernierObjet = -1;
    private boolean archiveDansUnFlux;

    /**
     * @param chiffre vrai si les objets rangés dans un flux ne se liront pas
     * @param archive où finirait une archive cachée
     */
    public ParcoursPdf(Octets octets, Guet guet, boolean chiffre, OptionalLong archive) {
        this.octets = octets;
        this.fins = new FinsDeFluxPdf(octets);
        this.guet = guet;
        this.chiffre = chiffre;
        this.archive = archive;
    }

    public void parcourir(long depuis) throws IOException {
        var lecteur = lecteur(depuis);
        var avant = new String[] {"", ""};
        var numero = "";
        var amorce = false;
        Optional<DicoPdf> dico = Optional.empty();
        for (var jeton = lecteur.suivant(); jeton.sorte() != Sorte.FIN; ) {
            Optional<Jeton> suite = Optional.empty();
            guet.voir(jeton);
            if (jeton.sorte() == Sorte.OUVRE) {
                var lu = DicoPdf.lire(lecteur, guet);
                ranger(lu, numero, amorce);
                dico = Optional.of(lu);
                amorce = false;
                suite = Optional.ofNullable(lu.rupture());
            } else if (jeton.estLeMot("obj")) {
                numero = avant[0];
                dico = Optional.empty();
                dernierObjet = lecteur.position();
            } else if (jeton.estLeMot("stream")) {
                derniereFin = Math.max(derniereFin, lecteur.derniereFin());
                lecteur = apresLeFlux(lecteur.position(), dico);
            } else {
                amorce = jeton.estLeMot("trailer");
                avant = new String[] {avant[1], jeton.texte()};
            }
            jeton = suite.isPresent() ? suite.get() : lecteur.suivant();
        }
        derniereFin = Math.max(derniereFin, lecteur.derniereFin());
    }

    /** Les dictionnaires de fin et de référence croisée rencontrés. */
    public List<DicoPdf> amorces() {
        return amorces;
    }

    /** Le dictionnaire de chiffrement que porte cet objet. */
    public Optional<DicoPdf> chiffrement(String numero) {
        return Optional.ofNullable(chiffrements.get(numero));
    }

    /** Où commence la marque de fin que plus aucun objet ne suit. */
    public OptionalLong fin() {
        return derniereFin > dernierObjet ? OptionalLong.of(derniereFin) : OptionalLong.empty();
    }

    /** Vrai si le dernier flux n'a pas de fin. */
    public boolean coupe() {
        return fins.absente();
    }

    public boolean archiveDansUnFlux() {
        return archiveDansUnFlux;
    }

    private LecteurPdf lecteur(long depuis) {
        return new LecteurPdf(octets.flux(depuis, octets.taille(), TAMPON), depuis);
    }

    private void ranger(DicoPdf dico, String numero, boolean amorce) {
        if ((amorce || dico.texte("Type").equals("XRef")) && amorces.size() < GARDES) {
            amorces.add(dico);
        }
        if (dico.a("O") && dico.a("U") && dico.a("R") && chiffrements.size() < GARDES) {
            chiffrements.put(numero, dico);
        }
    }

    private LecteurPdf apresLeFlux(long depuis, Optional<DicoPdf> dico) throws IOException {
        var debut = depuis;
        var tete =
                octets.lire(debut, (int) Math.min(16, octets.taille() - debut)).array();
        var i = 0;
        while (i < tete.length && (tete[i] == ' ' || tete[i] == '\t')) {
            i++;
        }
        i += i < tete.length && tete[i] == '\r' ? 1 : 0;
        i += i < tete.length && tete[i] == '\n' ? 1 : 0;
        debut += i;
        var fin = fins.de(debut, dico);
        if (archive.isPresent() && archive.getAsLong() >= debut && archive.getAsLong() < fin) {
            archiveDansUnFlux = true;
        }
        examiner(dico, debut, fin);
        return lecteur(fin);
    }

    private void examiner(Optional<DicoPdf> dico, long debut, long fin) throws IOException {
        var type = dico.map(lu -> lu.texte("Type")).orElse("");
        // Un lecteur de PDF reconnaît un flux d'objets à ce qu'il compte, même sans son type.
        var range = type.equals("ObjStm")
                || dico.isPresent() && dico.get().a("N") && dico.get().a("First");
        if (range && !chiffre) {
            objets(dico.orElseThrow(), debut, fin);
        } else if (type.equals("EmbeddedFile")) {
            guet.pieceJointe(tete(dico.orElseThrow(), debut, fin));
        } else if (fin - debut > 4 && octets.lire(debut, 4).getInt() == ARCHIVE) {
            guet.pieceJointe(new byte[0]);
        }
    }

    private void objets(DicoPdf dico, long debut, long fin) throws IOException {
        var clair = clair(dico, debut, fin);
        if (clair.isEmpty()) {
            guet.nonLu();
            return;
        }
        var reste = DECOMPRESSE_MAX - decompresse;
        var lecteur = new LecteurPdf(borne(clair.get(), reste), 0);
        try {
            for (var jeton = lecteur.suivant(); jeton.sorte() != Sorte.FIN; jeton = lecteur.suivant()) {
                guet.voir(jeton);
            }
        } catch (ZipException | EOFException e) {
            guet.nonLu();
        }
        decompresse += Math.min(lecteur.position(), reste);
        if (decompresse >= DECOMPRESSE_MAX) {
            guet.nonLu();
        }
    }

    /** Le même flux, qui finit après tant d'octets : un seul mot peut en cacher des milliards. */
    private static InputStream borne(InputStream flux, long reste) {
        return new FilterInputStream(flux) {
            private long lus;

            @Override
            public int read() throws IOException {
                return lus++ < reste ? super.read() : -1;
            }
        };
    }

    private byte[] tete(DicoPdf dico, long debut, long fin) throws IOException {
        try {
            return clair(dico, debut, fin)
                    .orElseGet(() -> new ByteArrayInputStream(new byte[0]))
                    .readNBytes(TAMPON);
        } catch (ZipException | EOFException e) {
            return new byte[0];
        }
    }

    /** Le flux décompressé, vide s'il l'est d'une façon que nous ne lisons pas. */
    private Optional<InputStream> clair(DicoPdf dico, long debut, long fin) {
        if (dico.a("DecodeParms") || dico.a("DP")) {
            return Optional.empty();
        }
        InputStream flux = StreamUtils.nonClosing(octets.flux(debut, fin));
        for (var filtre : dico.valeur("Filter")) {
            if (!filtre.texte().equals("FlateDecode") && !filtre.texte().equals("Fl")) {
                return Optional.empty();
            }
            flux = new BufferedInputStream(new InflaterInputStream(flux));
        }
        return Optional.of(flux);
    }
}
