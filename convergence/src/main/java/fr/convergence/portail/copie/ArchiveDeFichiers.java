package fr.convergence.portail.copie;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.convergence.socle.base.Sha256;
import fr.convergence.socle.contenu.NomDeFichier;
import fr.convergence.socle.fichier.FichierOuvert;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Des fichiers en une archive ZIP, écrite au fil de la lecture, et leurs empreintes, telles que {@code sha256sum --check} les
 * lit.
 */
public final class ArchiveDeFichiers {

    private static final int LARGEUR = 50; // signes d'un dossier

    private static final String EMPREINTES = "empreintes-sha256.txt";

    private final ZipOutputStream archive;
    private final Instant le;
    private final NomsDeLArchive noms = new NomsDeLArchive();
    private final StringBuilder empreintes = new StringBuilder();

    /** @param le la date de chaque fichier */
    public ArchiveDeFichiers(OutputStream sortie, Instant le) {
        // Fermée, elle passerait pour entière : une lecture qui échoue la laisse sans fin.
        this.archive = new ZipOutputStream(sortie, UTF_8);
        this.archive.setLevel(Deflater.BEST_SPEED); // des PDF, des images : presque rien à y gagner
        this.le = le;
    }

    /** @param dossier vide, ou de {@link #dossier} */
    public void ajouter(String dossier, String nom, byte[] octets) throws IOException {
        var chemin = entree(dossier, nom);
        archive.write(octets);
        inscrire(HexFormat.of().formatHex(Sha256.de(octets)), chemin);
    }

    /** Lit le fichier jusqu'au bout et le ferme ; rend son chemin dans l'archive. */
    public String ajouter(String dossier, FichierOuvert fichier) throws IOException {
        try (fichier) {
            var chemin = entree(dossier, fichier.fichier().nom());
            fichier.flux().transferTo(archive);
            inscrire(String.valueOf(fichier.fichier().sha256()), chemin);
            return chemin;
        }
    }

    /** Écrit les empreintes et la fin ; le flux reste à fermer. */
    public void finir() throws IOException {
        entree("", EMPREINTES);
        archive.write(empreintes.toString().getBytes(UTF_8));
        archive.finish();
    }

    /** Le nom d'un dossier, où Windows ouvre des chemins de 260 signes. */
    public static String dossier(String nom) {
        var sansChemin = nom.replaceAll("[/\\\\]", "-");
        return NomDeFichier.lire(sansChemin.substring(0, Math.min(LARGEUR, sansChemin.length())))
                        .valeur() + "/";
    }

    private void inscrire(String empreinte, String chemin) {
        empreintes.append(empreinte).append("  ").append(chemin).append('\n');
    }

    private String entree(String dossier, String nom) throws IOException {
        var chemin = noms.libre(dossier, nom);
        var entree = new ZipEntry(chemin);
        entree.setLastModifiedTime(FileTime.from(le));
        archive.putNextEntry(entree);
        return chemin;
    }
}
