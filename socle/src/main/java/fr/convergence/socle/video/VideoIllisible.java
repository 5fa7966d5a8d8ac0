package fr.convergence.socle.video;

import java.io.IOException;

/** Ce qui commence comme une vidéo et n'en est pas une jusqu'au bout, ou porte autre chose qu'elle. */
public final class VideoIllisible extends IOException {

    VideoIllisible(String pourquoi) {
        super(pourquoi);
    }
}
