package fr.convergence.socle.contenu;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Laisse passer une partie d'un document Word en y suivant les instructions des champs : un lien DDE s'y écrit en plusieurs
 * morceaux, et « DDE » dans le texte n'en est pas un.
 */
final class ChampsWord extends FilterInputStream {

    private static final Pattern DDE = Pattern.compile("^[\\s\"]*dde(auto)?\\b.*", Pattern.DOTALL);
    private static final Pattern CHAMP_SIMPLE =
            Pattern.compile("[a-z0-9]*:?instr\\s*=\\s*[\"'](&quot;|\\s)*dde(auto)?\\b");
    private static final Pattern CHAMP = Pattern.compile("fldchar\\b.*begin");
    private static final int GARDES = 512;

    private final StringBuilder balise = new StringBuilder();
    private final StringBuilder instruction = new StringBuilder();
    private boolean dansUneBalise;
    private boolean dansUneInstruction;
    private boolean dde;

    ChampsWord(InputStream flux) {
        super(flux);
    }

    boolean dde() {
        return dde;
    }

    @Override
    public int read() throws IOException {
        var octet = super.read();
        if (octet >= 0) {
            signe(octet);
        }
        return octet;
    }

    @Override
    public int read(byte[] vers, int ou, int combien) throws IOException {
        var n = super.read(vers, ou, combien);
        for (var i = ou; i < ou + n; i++) {
            signe(vers[i]);
        }
        return n;
    }

    /** Les octets nuls d'un texte en UTF-16 ne disent rien. */
    private void signe(int octet) {
        if (octet == 0) {
            return;
        }
        if (octet == '<') {
            dansUneBalise = true;
            balise.setLength(0);
        } else if (octet == '>' && dansUneBalise) {
            dansUneBalise = false;
            balise(balise.toString().toLowerCase(Locale.ROOT));
        } else if (dansUneBalise) {
            ajouter(balise, octet);
        } else if (dansUneInstruction) {
            ajouter(instruction, octet);
        }
    }

    private void balise(String lue) {
        if (lue.contains("instrtext")) {
            dansUneInstruction = !lue.startsWith("/") && !lue.endsWith("/");
            dde |= DDE.matcher(instruction.toString().toLowerCase(Locale.ROOT)).matches();
        } else if (lue.contains("fldchar") && CHAMP.matcher(lue).find()) {
            instruction.setLength(0);
        } else if (lue.contains("instr")) {
            dde |= CHAMP_SIMPLE.matcher(lue).find();
        }
    }

    private static void ajouter(StringBuilder texte, int octet) {
        if (texte.length() < GARDES) {
            texte.append((char) (octet & 0xFF));
        }
    }
}
