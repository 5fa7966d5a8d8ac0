package fr.convergence.socle.lecture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import fr.convergence.socle.lecture.LecteurPdf.Jeton;
import fr.convergence.socle.lecture.LecteurPdf.Sorte;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Les dictionnaires qui disent comment lire un PDF, de la dernière mise à jour à la première (ISO 32000-1 §7.5.5, §7.5.8). */
public final class AmorcesPdf {

    private static final Pattern RENVOI = Pattern.compile("startxref[\\s\\x00]*([0-9]{1,12})");

    /** Bien plus que ce où les lecteurs cherchent le renvoi. */
    private static final int FENETRE = 4096;

    private static final int BLOC = 64 * 1024;
    private static final int CHAINE_MAX = 500;

    private AmorcesPdf() {}

    /** Vide si le renvoi final manque ou ne mène à rien : il faut alors parcourir le fichier. */
    public static List<DicoPdf> suivre(Octets octets, long entete) throws IOException {
        var suivies = new ArrayList<DicoPdf>();
        var renvoi = renvoi(octets);
        if (renvoi.isEmpty()) {
            return suivies;
        }
        var vues = new HashSet<Long>();
        var aLire = new ArrayDeque<>(List.of(renvoi.getAsLong()));
        while (!aLire.isEmpty() && vues.size() < CHAINE_MAX) {
            var ou = aLire.removeFirst();
            if (vues.add(ou)) {
                var dico = aCetEndroit(octets, ou, entete);
                dico.ifPresent(suivies::add);
                dico.map(lu -> lu.nombre("XRefStm")).ifPresent(nombre -> nombre.ifPresent(aLire::add));
                dico.map(lu -> lu.nombre("Prev")).ifPresent(nombre -> nombre.ifPresent(aLire::add));
            }
        }
        return suivies;
    }

    /** Où finit le fichier, le bourrage de zéros et de blancs mis à part. */
    public static long finUtile(Octets octets) throws IOException {
        var fin = octets.taille();
        while (fin > 0) {
            var n = (int) Math.min(BLOC, fin);
            var bloc = octets.lire(fin - n, n).array();
            var garde = n;
            while (garde > 0 && LecteurPdf.blanc(bloc[garde - 1])) {
                garde--;
            }
            fin -= n - garde;
            if (garde > 0) {
                return fin;
            }
        }
        return 0;
    }

    private static OptionalLong renvoi(Octets octets) throws IOException {
        var fin = finUtile(octets);
        var n = (int) Math.min(FENETRE, fin);
        var queue = new String(octets.lire(fin - n, n).array(), ISO_8859_1);
        var dernier = queue.lastIndexOf("startxref");
        var trouve = RENVOI.matcher(queue);
        return dernier >= 0 && trouve.find(dernier)
                ? OptionalLong.of(Long.parseLong(trouve.group(1)))
                : OptionalLong.empty();
    }

    /** Les positions se comptent du début du fichier, ou de l'en-tête s'il est précédé d'autre chose. */
    private static Optional<DicoPdf> aCetEndroit(Octets octets, long ou, long entete) throws IOException {
        var dico = lire(octets, ou);
        return dico.isPresent() || entete == 0 ? dico : lire(octets, ou + entete);
    }

    private static Optional<DicoPdf> lire(Octets octets, long ou) throws IOException {
        if (ou <= 0 || ou >= octets.taille()) {
            return Optional.empty();
        }
        var lecteur = new LecteurPdf(octets.flux(ou, octets.taille(), FENETRE), ou);
        var premier = lecteur.suivant();
        return premier.estLeMot("xref") ? table(lecteur) : flux(lecteur, premier);
    }

    private static Optional<DicoPdf> table(LecteurPdf lecteur) throws IOException {
        var jeton = lecteur.suivant();
        while (jeton.sorte() == Sorte.MOT && !jeton.estLeMot("trailer")) {
            jeton = lecteur.suivant();
        }
        return jeton.estLeMot("trailer") && lecteur.suivant().sorte() == Sorte.OUVRE
                ? Optional.of(DicoPdf.lire(lecteur, _ -> {}))
                : Optional.empty();
    }

    private static Optional<DicoPdf> flux(LecteurPdf lecteur, Jeton premier) throws IOException {
        if (premier.sorte() != Sorte.MOT
                || lecteur.suivant().sorte() != Sorte.MOT
                || !lecteur.suivant().estLeMot("obj")
                || lecteur.suivant().sorte() != Sorte.OUVRE) {
            return Optional.empty();
        }
        return Optional.of(DicoPdf.lire(lecteur, _ -> {}))
                .filter(dico -> dico.texte("Type").equals("XRef"));
    }
}
