package fr.convergence.portail.copie;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.convergence.portail.etape.RelectureDuDossier.DossierRelu;
import fr.convergence.portail.etape.RelectureDuDossier.EtapeRelue;
import fr.convergence.portail.etape.RelectureDuDossier.PieceRelue;
import fr.convergence.socle.base.Sha256;
import fr.convergence.socle.contenu.NomDeFichier;
import fr.convergence.socle.fichier.Fichiers;
import fr.convergence.socle.impression.Imprimerie;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.attribute.FileTime;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;

/**
 * Le dossier et ses pièces en une archive ZIP, écrite au fil de la lecture : aucun fichier n'est en mémoire.
 *
 * <p>Y sont le dossier en PDF, les pièces dans un dossier par étape et par question, et leurs empreintes, telles que
 * {@code sha256sum --check} les lit.
 */
@Component
final class ArchiveDuDossier {

    private static final int LARGEUR = 50; // signes d'un dossier

    private static final String EMPREINTES = "empreintes-sha256.txt";

    private final Imprimerie imprimerie;
    private final Fichiers fichiers;

    ArchiveDuDossier(Imprimerie imprimerie, Fichiers fichiers) {
        this.imprimerie = imprimerie;
        this.fichiers = fichiers;
    }

    /**
     * @throws IOException si une pièce est altérée ou le dépôt absent : l'archive est coupée, et ne passe pas pour entière
     */
    void ecrire(DossierRelu dossier, OutputStream sortie) throws IOException {
        var noms = new NomsDeLArchive();
        var empreintes = new StringBuilder();
        // Fermée, elle passerait pour entière : une lecture qui échoue la laisse sans fin, et coupe la réponse.
        var archive = new ZipOutputStream(sortie, UTF_8);
        archive.setLevel(Deflater.BEST_SPEED); // des PDF, des images : presque rien à y gagner
        var pdf = imprimerie.imprimer(new DossierImprime(dossier));
        var nom = noms.libre("", "dossier-" + dossier.reference() + ".pdf");
        entree(archive, dossier, nom);
        archive.write(pdf);
        empreintes.append(ligne(HexFormat.of().formatHex(Sha256.de(pdf)), nom));
        for (var etape : dossier.etapes()) {
            pieces(archive, dossier, etape, noms, empreintes);
        }
        entree(archive, dossier, noms.libre("", EMPREINTES));
        archive.write(empreintes.toString().getBytes(UTF_8));
        archive.finish();
    }

    /** Les pièces qui s'ouvrent ; celles qui attendent leur analyse, ou furent refusées, sont dites dans le PDF. */
    private void pieces(
            ZipOutputStream archive,
            DossierRelu dossier,
            EtapeRelue etape,
            NomsDeLArchive noms,
            StringBuilder empreintes)
            throws IOException {
        for (var relue : etape.pieces()) {
            var ouverte = fichiers.lire(relue.piece().fichier());
            if (ouverte.isEmpty()) {
                continue;
            }
            try (var lecture = ouverte.get()) {
                var nom = noms.libre(dossierDe(etape, relue), relue.piece().nom());
                entree(archive, dossier, nom);
                lecture.flux().transferTo(archive);
                empreintes.append(ligne(String.valueOf(lecture.fichier().sha256()), nom));
            }
        }
    }

    /** « 1 - Formulaire de candidature/Relevé d'identité bancaire/ », où Windows ouvre des chemins de 260 signes. */
    private static String dossierDe(EtapeRelue etape, PieceRelue relue) {
        var lot = relue.lot().map(finess -> finess.valeur() + "/").orElse("");
        return dossier(etape.rang() + " - " + etape.titre()) + dossier(relue.question()) + lot;
    }

    private static String dossier(String nom) {
        var sansChemin = nom.replaceAll("[/\\\\.]", " ");
        return NomDeFichier.lire(sansChemin.substring(0, Math.min(LARGEUR, sansChemin.length())))
                        .valeur() + "/";
    }

    /** Telle que {@code sha256sum} l'écrit. */
    private static String ligne(String empreinte, String nom) {
        return empreinte + "  " + nom + "\n";
    }

    private static void entree(ZipOutputStream archive, DossierRelu dossier, String nom) throws IOException {
        var entree = new ZipEntry(nom);
        entree.setLastModifiedTime(FileTime.from(dossier.le()));
        archive.putNextEntry(entree);
    }
}
