package fr.convergence.socle.video;

import fr.convergence.socle.lecture.Octets;
import java.io.IOException;
import java.nio.ByteOrder;
import java.time.Duration;

/**
 * Une vidéo filmée par un navigateur ou un téléphone : WebM, ou MP4 et ses proches (MOV, 3GP). Rien n'en est décodé ; chaque
 * partie du conteneur est parcourue, jusqu'à la dernière.
 */
public final class Video {

    private Video() {}

    public static boolean commenceEnWebm(Octets octets) throws IOException {
        return octets.taille() >= 4
                && octets.lire(0, 4).order(ByteOrder.BIG_ENDIAN).getInt() == Webm.EBML;
    }

    public static boolean commenceEnMp4(Octets octets) throws IOException {
        return octets.taille() >= 8
                && octets.lire(4, 4).order(ByteOrder.BIG_ENDIAN).getInt() == Mp4.FTYP;
    }

    /**
     * Le temps que dure son image ; nul si elle n'en a qu'une.
     *
     * @throws VideoIllisible si elle est coupée, sans image, ou porte autre chose
     * @throws java.io.EOFException si elle finit avant ce qu'elle annonce
     */
    public static Duration duree(Octets octets) throws IOException {
        try {
            if (commenceEnWebm(octets)) {
                return new Webm(octets).duree();
            }
            if (commenceEnMp4(octets)) {
                return new Mp4(octets).duree();
            }
        } catch (ArithmeticException _) {
            throw new VideoIllisible("Durée insensée");
        }
        throw new VideoIllisible("Ni WebM ni MP4");
    }
}
