package fr.convergence.socle.contenu;

import fr.convergence.socle.lecture.Octets;
import fr.convergence.socle.video.Video;
import fr.convergence.socle.video.VideoIllisible;
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
        if (nom.temporaire()) {
            return Optional.of(new Refus(Raison.TEMPORAIRE));
        }
        if (Format.deExtension(nom.extension())
                .filter(limites.formats()::contains)
                .isEmpty()) {
            return Optional.of(new Refus(nom.raisonDeSonExtension(), limites.extensionsEnClair()));
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
    public static Constat examiner(SeekableByteChannel contenu, Format format, Regle regle) throws IOException {
        var trouvailles = new Trouvailles(regle);
        try {
            examiner(new Octets(contenu), format, regle, trouvailles);
            return new Constat.Admis(trouvailles.vues());
        } catch (ContenuRefuse e) {
            return new Constat.Refuse(e.refus());
        } catch (EOFException | ZipException | VideoIllisible | IllegalArgumentException e) {
            return new Constat.Refuse(new Refus(Raison.ILLISIBLE));
        }
    }

    /**
     * Ce qui empêche de recevoir cette archive à la place du conteneur que ce mot de passe ouvre ; vide si rien.
     *
     * @param consigne le fichier qui s'y trouvait quand elle a été remise
     */
    public static Optional<Raison> conteneur(SeekableByteChannel contenu, char[] motDePasse, String consigne)
            throws IOException {
        try {
            return ControleZip.conteneur(new Octets(contenu), motDePasse, consigne);
        } catch (ContenuRefuse | EOFException | ZipException e) {
            return Optional.of(Raison.CONTENEUR_AUTRE);
        }
    }

    private static void examiner(Octets octets, Format format, Regle regle, Trouvailles trouvailles)
            throws IOException {
        switch (format) {
            case PDF -> ControlePdf.controler(octets, trouvailles);
            case DOC, XLS, PPT, ZED -> ControleCfb.controler(octets, format, trouvailles);
            case DOCX, XLSX, PPTX, ODT, ODS, ODP ->
                ControleZip.controler(octets, format, ArchiveChiffree.REFUSEE, trouvailles);
            case ZIP -> ControleZip.controler(octets, format, regle.archives(), trouvailles);
            case JPG -> ControleImage.jpeg(octets);
            case PNG -> ControleImage.png(octets);
            case WEBM -> ControleImage.video(octets, Video.commenceEnWebm(octets));
            case MP4 -> ControleImage.video(octets, Video.commenceEnMp4(octets));
            case CSV -> throw new ContenuRefuse(Raison.EXTENSION);
        }
    }

    /** Refuse ce qui ne commence pas comme son format, en nommant ce qu'il semble être. */
    static ContenuRefuse different(Octets octets) throws IOException {
        return new ContenuRefuse(new Refus(
                Raison.CONTENU_DIFFERENT, TypeReel.de(octets.debut(4096)).name()));
    }
}
