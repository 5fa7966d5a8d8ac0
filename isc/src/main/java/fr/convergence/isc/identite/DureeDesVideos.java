package fr.convergence.isc.identite;

import fr.convergence.socle.contenu.Raison;
import fr.convergence.socle.contenu.Refus;
import fr.convergence.socle.fichier.ExamenPropre;
import fr.convergence.socle.lecture.Octets;
import fr.convergence.socle.video.Video;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Une vidéo de la vérification montre quelque chose, et rien de plus que ce qu'on a demandé. */
@Component
final class DureeDesVideos implements ExamenPropre {

    private final SequencesFilmees sequences;

    DureeDesVideos(SequencesFilmees sequences) {
        this.sequences = sequences;
    }

    @Override
    public Optional<Refus> examiner(UUID fichier, SeekableByteChannel contenu) throws IOException {
        if (sequences.duFichier(fichier).isEmpty()) {
            return Optional.empty();
        }
        var duree = Video.duree(new Octets(contenu));
        if (duree.compareTo(ReglagesDIdentite.DUREE_MIN) < 0) {
            return Optional.of(new Refus(Raison.VIDEO_COURTE, secondes(ReglagesDIdentite.DUREE_MIN.toSeconds())));
        }
        return duree.compareTo(ReglagesDIdentite.DUREE_MAX) > 0
                ? Optional.of(new Refus(Raison.VIDEO_LONGUE, secondes(ReglagesDIdentite.DUREE_MAX.toSeconds())))
                : Optional.empty();
    }

    /** Le symbole est le même en toute langue. */
    private static String secondes(long combien) {
        return combien + " s";
    }
}
