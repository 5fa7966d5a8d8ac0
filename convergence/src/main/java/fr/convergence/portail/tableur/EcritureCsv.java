package fr.convergence.portail.tableur;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.convergence.portail.tableur.Cellule.Moment;
import fr.convergence.portail.tableur.Cellule.Nombre;
import fr.convergence.portail.tableur.Cellule.Texte;
import fr.convergence.portail.tableur.Cellule.Vide;
import fr.convergence.socle.page.Formats;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Un CSV qu'un tableur français ouvre d'un double clic : UTF-8 annoncé, points-virgules, virgule décimale. */
final class EcritureCsv implements TableauEcrit {

    private static final char MARQUE_UTF_8 = '\uFEFF';
    /** Un tableur prendrait pour une formule une case qui commence ainsi, une espace ou non devant. */
    private static final Pattern FORMULE =
            Pattern.compile("^[\\s\\u00a0]*[=+\\-@\\uff1d\\uff0b\\uff0d\\uff20]|^[\\t\\r\\n]");

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm").withZone(Formats.PARIS);

    private final Writer vers;

    EcritureCsv(OutputStream vers) throws IOException {
        this.vers = new BufferedWriter(new OutputStreamWriter(vers, UTF_8));
        this.vers.write(MARQUE_UTF_8);
    }

    @Override
    public void ligne(List<Cellule> cellules) throws IOException {
        vers.write(cellules.stream().map(EcritureCsv::cellule).collect(Collectors.joining(";", "", "\r\n")));
    }

    @Override
    public void finir() throws IOException {
        vers.flush();
    }

    private static String cellule(Cellule cellule) {
        return switch (cellule) {
            case Texte(var valeur) -> '"' + sure(valeur).replace("\"", "\"\"") + '"';
            case Nombre(var valeur) -> valeur.toPlainString().replace('.', ',');
            case Moment(var valeur) -> MOMENT.format(valeur);
            case Vide() -> "";
        };
    }

    private static String sure(String texte) {
        return FORMULE.matcher(texte).find() ? "'" + texte : texte;
    }
}
