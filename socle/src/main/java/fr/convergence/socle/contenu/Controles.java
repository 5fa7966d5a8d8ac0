package fr.convergence.socle.contenu;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;
import java.util.zip.ZipException;

/** Les contrôles d'un fichier déposé (PCE-2, PCE-3) : ce qu'il annonce, puis ce qu'il est. */
public final class Controles {

    private Controles() {}

    /** Ce que le nom et la taille suffisent à refuser, avant le premier octet. */
    public static Optional<Refus> annonce(NomDeFichier nom, long taille, Limites limites) {
        if (taille <= 0) {
            return Optional.of(new Refus(Raison.VIDE));
        }
        if (Format.deExtension(nom.extension())
                .filter(limites.formats()::contains)
                .isEmpty()) {
            return Optional.of(new Refus(Raison.EXTENSION, limites.extensionsEnClair()));
        }
        if (nom.doubleExtension()) {
            return Optional.of(new Refus(Raison.DOUBLE_EXTENSION));
        }
        return taille > limites.tailleMax()
                ? Optional.of(new Refus(Raison.TAILLE, limites.tailleEnClair()))
                : Optional.empty();
    }

    /**
     * Lit le contenu en flux, sans le décoder ni l'exécuter ; la mémoire ne croît pas avec lui.
     *
     * @throws IOException si {@code contenu} ne se lit pas : ce n'est alors pas un refus
     */
    public static Optional<Refus> examiner(SeekableByteChannel contenu, Format format, ArchiveChiffree archives)
            throws IOException {
        try {
            examiner(new Octets(contenu), format, archives);
            return Optional.empty();
        } catch (ContenuRefuse e) {
            return Optional.of(e.refus());
        } catch (EOFException | ZipException | IllegalArgumentException e) {
            return Optional.of(new Refus(Raison.ILLISIBLE));
        }
    }

    private static void examiner(Octets octets, Format format, ArchiveChiffree archives) throws IOException {
        switch (format) {
            case PDF -> ControlePdf.controler(octets);
            case DOC, XLS, ZED -> ControleCfb.controler(octets, format);
            case DOCX, XLSX, ZIP -> ControleZip.controler(octets, format, archives);
            case JPG -> ControleImage.jpeg(octets);
            case PNG -> ControleImage.png(octets);
        }
        if (!format.estUneArchive() && RepertoireZip.seCacheDans(octets)) {
            throw new ContenuRefuse(Raison.AMBIGU);
        }
    }

    /** Refuse ce qui ne commence pas comme son format, en nommant ce qu'il semble être. */
    static ContenuRefuse different(Octets octets) throws IOException {
        return new ContenuRefuse(new Refus(
                Raison.CONTENU_DIFFERENT, TypeReel.de(octets.debut(4096)).name()));
    }
}
