package fr.convergence.socle.lecture;

import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Ce qu'un PDF demanderait de mémoire, compté avant que la bibliothèque n'y touche : elle décompresse chaque flux d'un bloc.
 *
 * <p>Les octets sont lus sans se fier à la structure du document, que deux lecteurs comprendraient autrement : tout ce qui
 * pourrait être un flux est essayé, et ce qui ne se suit pas ne se lit pas.
 */
final class PdfModeste {

    static final int PAR_FLUX = 8_000_000;
    static final int EN_TOUT = 16_000_000;

    /** Chacun devient un objet, bien plus gros que lui. */
    static final int MOTS = 1_000_000;

    private static final int ESSAIS = 20_000;
    private static final byte[] FLUX = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FIN = "end".getBytes(StandardCharsets.US_ASCII);

    private final byte[] pdf;
    private final FiltresDePdf filtres;
    private final byte[] jete = new byte[16_384];
    private long decompresse;
    private int mots;
    private int essais;

    PdfModeste(byte[] pdf) {
        this.pdf = pdf;
        this.filtres = new FiltresDePdf(pdf);
    }

    /** Vrai si c'est pour cela qu'il n'a pas été admis. */
    boolean chiffre() {
        return filtres.chiffre();
    }

    /**
     * Faux si le lire pourrait coûter cher. D'un document admis, ces octets ne gardent de filtre que Flate : nul autre ne sert à
     * en lire le texte, et certains rendent mille octets pour un.
     */
    boolean admis() {
        if (!filtres.admis()) {
            return false;
        }
        compter(pdf, pdf.length);
        var inflateur = new Inflater(true);
        try {
            for (var i = 0; i + FLUX.length < pdf.length && mots <= MOTS; i++) {
                if (commence(i, FLUX) && !(i >= FIN.length && commence(i - FIN.length, FIN))) {
                    if (++essais > ESSAIS || !tient(inflateur, debut(i + FLUX.length))) {
                        return false;
                    }
                }
            }
            return mots <= MOTS;
        } finally {
            inflateur.end();
        }
    }

    private boolean commence(int position, byte[] mot) {
        for (var j = 0; j < mot.length; j++) {
            if (pdf[position + j] != mot[j]) {
                return false;
            }
        }
        return true;
    }

    /** Où la bibliothèque le ferait commencer : après des espaces et une fin de ligne, puis deux octets qu'elle ne regarde pas. */
    private int debut(int apres) {
        var i = apres;
        while (i < pdf.length && pdf[i] == ' ') {
            i++;
        }
        i += i < pdf.length && pdf[i] == '\r' ? 1 : 0;
        i += i < pdf.length && pdf[i] == '\n' ? 1 : 0;
        return i + 2;
    }

    private boolean tient(Inflater inflateur, int debut) {
        if (debut >= pdf.length) {
            return true;
        }
        inflateur.reset();
        inflateur.setInput(pdf, debut, pdf.length - debut);
        var duFlux = 0L;
        try {
            for (var lus = inflateur.inflate(jete); lus > 0; lus = inflateur.inflate(jete)) {
                duFlux += lus;
                decompresse += lus;
                compter(jete, lus);
                if (duFlux > PAR_FLUX || decompresse > EN_TOUT || mots > MOTS) {
                    return false;
                }
            }
            return true;
        } catch (DataFormatException pasUnFlux) {
            // Ce n'en est pas un, ou il s'arrête là, comme pour la bibliothèque.
            return true;
        }
    }

    private void compter(byte[] octets, int combien) {
        var separe = true;
        for (var i = 0; i < combien; i++) {
            var c = octets[i];
            var ouvre = c == '[' || c == '<' || c == '(' || c == '/';
            var separateur = ouvre || c <= ' ' && c >= 0 || c == ']' || c == '>' || c == ')';
            if (ouvre || separe && !separateur) {
                mots++;
            }
            separe = separateur;
        }
    }
}
